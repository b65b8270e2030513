# Fragebogen und Bericht im Browser: `dteam serve`.

## Auf allen Seiten

web-skip = Zum Inhalt
web-claim = Beratung für die digitale Kommune
web-footer = Es wird nichts an Dritte übermittelt und auf keinem Server gespeichert. Zum Aufheben lassen sich die Antworten als Datei sichern.
web-kept = Ihre Antworten bleiben in diesem Fenster, bis Sie es schließen.
web-clear = Alles löschen
web-lost = Der Browser hebt hier nichts auf: Wer die Seite neu lädt, verliert die Antworten. Sichern Sie sie als Datei.
web-to-start = Zur Startseite
web-mistake = Fehler
web-your-profile = Profil

## Startseite

web-start-title = Wie ist Ihre Kommune digital aufgestellt?
web-start-lead = Beantworten Sie Fragen zur Digitalisierung vor Ort. Der Bericht sagt, welcher Typ am besten zu Ihrer Kommune passt, welche Schritte als Nächstes anstehen und warum.
web-start-time = Der ganze Fragebogen dauert etwa { $whole } Minuten, die Kurzform etwa { $short }.
web-start-open = Jede Frage darf offen bleiben. Auch wenige Antworten ergeben einen Bericht.
web-start-private = Es wird nichts auf einem Server gespeichert. Sie können Ihre Antworten als Datei sichern und später damit weitermachen.
web-start-full = Fragebogen beginnen ({ $questions } Fragen)
web-start-short = Kurzform ({ $questions } Fragen)
web-start-again = Diese Seite entsteht aus Ihren Antworten. Eine eigene Adresse hat sie nicht: Beginnen Sie hier, oder laden Sie die Datei mit Ihren Antworten.
web-start-kept = In diesem Fenster sind noch Antworten von Ihnen.
web-start-go-on = Mit diesen Antworten weitermachen
web-start-filled-in =
    { $answered ->
        [one] Eine Antwort ist schon eingetragen. Sie lässt sich ändern.
       *[other] { $answered } Antworten sind schon eingetragen. Alle lassen sich ändern.
    }
web-start-load = Mit einer Datei weitermachen
web-start-load-about = Wählen Sie ein Profil, das Sie früher gesichert haben (YAML oder JSON), oder eine ausgefüllte Arbeitsmappe mit einer Kommune (.xlsx oder .ods).
web-file = Datei
web-your-workbook = Ihre Arbeitsmappe
web-load = Datei laden
web-start-example = Ein Beispiel ansehen
web-start-example-about = Der Bericht für eine erfundene Kommune. Ihre Antworten lassen sich danach ändern.
web-example = Beispiel
web-start-example-show = Bericht ansehen
web-start-compare = Zwei Kommunen vergleichen
web-start-compare-about = Typ, Schritte und Antworten nebeneinander, aus zwei Dateien oder Beispielen.
web-start-compare-show = Zum Vergleich
web-start-progress = Was hat das Jahr gebracht?
web-start-progress-about = Ihr Profil von damals neben dem von heute: was geschafft ist, was neu ist, was offen bleibt.
web-start-progress-show = Zum Rückblick
web-start-team = Mehrere Kommunen als Team
web-start-team-about = Für Kreise und Verbünde: wer was gemeinsam angeht, wer von wem lernt, wen alle fragen.
web-start-team-show = Zum Team
web-start-study = Worauf das beruht
web-start-study-about = Auf der Studie „{ $title }“ ({ $publisher }, { $published }; { $sample }). Feste Regeln leiten aus den Antworten die Schritte ab. Jeder Schritt nennt seine Gründe und die Stelle der Studie.

## Fragebogen

web-short = Kurzform
web-short-about = Die Fragen, von denen am meisten abhängt. Alle übrigen können danach folgen.
web-section-of = Abschnitt { $number } von { $sections }
web-sections = Abschnitte
web-answered-of = { $answered } von { $questions } beantwortet
web-next = Weiter
web-back = Zurück
web-check-answers = Antworten prüfen
web-show-report = Bericht ansehen
web-save = Antworten als Datei sichern
web-no-script = Ohne JavaScript kann der Zurück-Knopf des Browsers spätere Antworten verlieren. Benutzen Sie die Knöpfe auf der Seite.
web-not-stated = keine Angabe
web-none = nichts davon
web-or = oder
web-place = Platz { $place }
web-yes = ja
web-no = nein
web-fault = In der Datei steht „{ $written }“, das ist keine mögliche Antwort.
web-none-and-some = Bitte entweder „nichts davon“ oder einzelne Antworten wählen.
web-mistakes = Bitte prüfen Sie diese Angaben
web-clashes = Das passt nicht zusammen
web-clashes-about = Bitte ändern Sie eine der Antworten. Wenn Sie trotzdem weitergehen, bleibt es vorerst so.
web-clashes-refused = Einen Bericht gibt es erst, wenn die Antworten zueinander passen.

## Zwischenstand

web-status = Zwischenstand
web-status-answered =
    { $answered ->
        [0] Noch keine Frage ist beantwortet.
        [one] Eine von { $questions } Fragen ist beantwortet.
       *[other] { $answered } von { $questions } Fragen sind beantwortet.
    }
web-status-type = Typ bisher:
web-status-degree = (Zugehörigkeit { $degree })
web-status-estimate = (geschätzt, { $degree })
web-status-no-type = Der Typ steht noch nicht fest.
web-status-steps =
    { $steps ->
        [0] Noch steht kein Schritt fest.
        [one] Ein Schritt steht fest:
        [2] Zwei Schritte stehen fest:
        [3] Drei Schritte stehen fest:
       *[other] { $steps } Schritte stehen fest, zuerst:
    }

## Antworten prüfen

web-review = Antworten prüfen
web-review-about = Hier stehen alle Antworten. Jede lässt sich ändern, keine ist Pflicht.
web-open-questions = Weitere Fragen beantworten
web-change = Ändern
web-no-report = Noch kein Bericht möglich
web-nothing-answered = Bitte mindestens eine Frage beantworten.

## Bericht

web-print = Drucken
web-print-hint = Zum Drucken: im Menü des Browsers „Drucken“ wählen. Dort lässt sich der Bericht auch als PDF sichern.
web-save-report = Bericht als Datei sichern
web-save-council = Vorlage für den Rat sichern
web-change-answers = Antworten ändern
web-compare = Vergleichen
web-report-file = bericht
web-council-file = vorlage
web-profile-file = profil

## Plan

web-plan = Plan nach Quartalen
web-plan-change = Beginn, Tage und Schritte ändern
web-plan-start = Erstes Quartal
web-plan-quarters = Zahl der Quartale
web-plan-days = Eigene Arbeitstage im Quartal
web-plan-days-of = leer: { $value }
web-plan-usual = wie im Profil, sonst geschätzt
web-plan-usual-of = ohne Angabe ({ $value })
web-plan-wrong-days = Bitte ganze oder halbe Tage von 0,5 bis 6.000 eintragen, zum Beispiel 12,5.
web-plan-per-year = Begonnene Schritte in vier Quartalen
web-plan-steps = Was soll mit den Schritten geschehen?
web-plan-step-open = einplanen
web-plan-step-done = ist schon erledigt
web-plan-step-skip = ist nicht gewünscht
web-plan-again = Neu planen
web-plan-refused = So entsteht kein Plan
web-plan-file = plan
web-tasks-file = aufgaben
web-save-plan = Plan als Datei sichern
web-save-workbook = Aufgaben für Excel (XLSX)
web-save-table = Aufgaben als Tabelle (CSV)
web-save-calendar = Aufgaben für den Kalender (ICS)

## Rückblick

web-progress = Rückblick
web-progress-title = Was hat das Jahr gebracht?
web-progress-about = Wählen Sie das Profil von damals. Es darf auch für einen älteren Fragebogen geschrieben sein.
web-progress-old = Profil von damals
web-progress-new = Profil von heute
web-progress-carried = Das Profil von heute sind Ihre Antworten.
web-progress-show = Vergleichen
web-progress-file = rückblick
web-save-page = Als Datei sichern

## Team

web-team-title = Mehrere Kommunen als Team
web-team-about = Wählen Sie die Profile aller Kommunen auf einmal (YAML, JSON, XLSX oder ODS, je Datei eine Kommune). Auch sie verlassen diese Seite nur, um hier gelesen zu werden.
web-team-files = Profile
web-team-show = Team ansehen
web-team-again = Andere Kommunen wählen
web-team-too-few =
    { $count ->
        [0] Ein Team braucht mindestens zwei Kommunen, gewählt ist noch keine.
       *[other] Ein Team braucht mindestens zwei Kommunen, lesbar ist eine.
    }
web-team-faulty = Diese Dateien fehlen im Team
web-team-file = team
web-save-pairs = Lernpaare als Tabelle (CSV)

## Datei laden

web-refused = Diese Datei lässt sich so nicht verwenden
web-refused-empty = Es ist keine Datei gewählt, oder die Datei ist leer.
web-refused-text = Inhalt der Datei, zum Berichtigen
web-load-again = Noch einmal laden
web-load-anyway = Im Fragebogen berichtigen
web-in-line = in Zeile { $line }

## Vergleich

web-compare-title = Zwei Kommunen im Vergleich
web-compare-about = Wählen Sie für jede Seite ein Beispiel oder eine Datei, oder fügen Sie den Inhalt einer Datei ein.
web-compare-one = Erste Kommune
web-compare-other = Zweite Kommune
web-compare-no-example = kein Beispiel
web-compare-text = Inhalt einer Datei (YAML oder JSON)
web-compare-missing = Hier fehlt ein Beispiel, eine Datei oder ihr Inhalt.
web-compare-faulty = Der Inhalt hat Fehler.
web-compare-yours = Ihr Profil
web-compare-what = Merkmal
web-compare-type = Typ
web-compare-own-type = eigener Typ
web-compare-basis = Grundlage
web-compare-by-goals = die genannten Ziele
web-compare-by-indicators = geschätzt nach den übrigen Antworten
web-compare-by-nothing = keine
web-compare-degree = Zugehörigkeit: { $type }
web-compare-count = Anzahl der Schritte
web-compare-answered = Fragen
web-compare-steps = Schritte
web-compare-both = Für beide
web-compare-only = Nur für { $name }
web-compare-no-step = Kein Schritt.
web-compare-answers = Antworten, die sich unterscheiden
web-compare-same =
    { $count ->
        [0] Keine Frage ist von beiden gleich beantwortet.
        [one] Eine Frage ist von beiden gleich beantwortet.
       *[other] { $count } Fragen sind von beiden gleich beantwortet.
    }
web-compare-question = Frage
web-compare-again = Andere vergleichen

## Wenn etwas nicht geht

web-not-found = Diese Seite gibt es nicht
web-not-found-help = Bitte die Adresse prüfen oder auf der Startseite beginnen.
web-method = So lässt sich diese Adresse nicht aufrufen
web-method-help = Bitte auf der Startseite beginnen. Für Programme: Die Antwort nennt unter „Allow“, wie sich die Adresse aufrufen lässt.
web-too-large = Das ist zu groß
web-too-large-help = Höchstens { $most } KiB sind möglich; ein Profil ist weit kleiner. Bitte prüfen, ob es die richtige Datei ist.
web-too-many-fields = Das sind zu viele Angaben
web-too-many-fields-help = So viele Felder hat kein Formular dieser Seiten. Bitte auf der Startseite neu beginnen.
web-not-utf8 = Das ist kein lesbarer Text
web-not-utf8-help = Bitte die Datei in einem Texteditor öffnen und mit der Zeichenkodierung UTF-8 speichern. Dateien aus Word oder Excel und PDF sind nicht lesbar.
web-not-a-form = Die Angaben sind unvollständig angekommen
web-not-a-form-help = Bitte im Browser zurückgehen und noch einmal absenden.
web-parameter = Diese Angabe in der Adresse ist nicht möglich
web-parameter-help = Unverständlich ist: { $parameter }
web-unsupported = Diese Art von Inhalt wird nicht verstanden
web-unsupported-help = Ein Profil wird als application/json oder application/yaml angenommen; Formulare schicken die Seiten selbst in der richtigen Form.
web-encoded = Der Inhalt ist komprimiert
web-encoded-help = Für Programme: Bitte unkomprimiert senden, ohne „Content-Encoding“.
web-address-too-long = Diese Adresse ist zu lang
web-address-too-long-help = Bitte die Adresse prüfen oder auf der Startseite beginnen. Ein Profil gehört nicht in die Adresse, sondern in den Inhalt der Anfrage.
web-no-host = Der Name des Servers fehlt in der Anfrage
web-no-host-help = Für Programme: Bitte genau einen Namen unter „Host“ angeben.
web-too-slow = Das hat zu lange gedauert
web-too-slow-help = Die Verbindung war zu langsam oder der Server ist ausgelastet. Bitte noch einmal versuchen.
web-busy = Gerade sind es zu viele Anfragen
web-busy-help = Bitte in einigen Sekunden noch einmal versuchen. Im Browser zurückgehen: Die Antworten stehen noch im Formular.
web-other-host = Unter diesem Namen ist der Server nicht erreichbar
web-other-host-help = Bitte die Adresse verwenden, die beim Start angezeigt wurde. Weitere Namen nimmt der Server an, wenn sie beim Start mit --host genannt werden.
web-broken = Hier ist etwas schiefgegangen
web-broken-help = Das liegt nicht an den Angaben. Bitte noch einmal versuchen; im Browser zurückgehen, die Antworten stehen noch im Formular.

## Im Terminal

web-serving = Der Fragebogen steht unter { $address } (Ende mit Strg+C)
web-serving-beyond = Hinweis: Unter { $address } kann jeder Rechner im Netz diesen Fragebogen aufrufen, auch die Antworten gehen dann unverschlüsselt durch das Netz. Nur dieser Rechner: ohne --bind starten.
web-not-opened = Der Browser ließ sich nicht öffnen. Bitte die Adresse selbst eingeben.
web-reloaded = Die Regeln sind neu gelesen.
