# Der Fragebogen im Terminal: `dteam interview`.
# Tasten stehen in `interview-keys-…`: durch ein Leerzeichen getrennt, klein geschrieben, die erste ist die, die gezeigt wird.

## Tasten

interview-keys-back = z zurück
interview-keys-help = ? hilfe
interview-keys-overview = u ü übersicht
interview-keys-end = e ende
interview-keys-clear = - löschen
interview-keys-yes = j ja
interview-keys-no = n nein
interview-keys-none = 0 nichts keine keins
interview-and = und
interview-keys-open = Enter = offen lassen, z = zurück, ? = mehr, u = Übersicht, e = Ende
interview-keys-answered = Enter = so lassen, - = löschen, z = zurück, ? = mehr, u = Übersicht, e = Ende

## Der Anfang

interview-begin =
    { $rest ->
        [0] { $first ->
            [one] Eine Frage ist offen.
           *[other] { $number } Fragen, etwa { $minutes } Minuten.
        }
       *[other] { $all } Fragen. Zuerst kommen die { $number }, von denen am meisten abhängt: etwa { $minutes } Minuten.
    }
interview-begin-rules = Jede Frage darf offen bleiben. Jede Antwort wird sofort gespeichert, in { $file }. Aufhören und später weitermachen geht jederzeit.
interview-resumed =
    { $answered ->
        [one] Eine von { $questions } Fragen ist schon beantwortet.
       *[other] { $number } von { $questions } Fragen sind schon beantwortet.
    }
interview-nothing-open = Alle { $questions } Fragen sind beantwortet. Noch einmal durchgehen: { $command }
interview-fault = In der Datei steht hier „{ $written }“, das ist keine mögliche Antwort.

## Eine Frage

interview-question = Frage { $number } von { $of }: { $label }
interview-so-far = Bisher: { $answer }
interview-none = nichts davon
interview-hint-one = Eine Nummer.
interview-hint-several = Nummern mit Leerzeichen dazwischen, etwa 1 3; 0 = nichts davon.
interview-hint-ranked = Bis zu { $limit } Nummern mit Leerzeichen dazwischen, das Wichtigste zuerst; 0 = nichts davon.
interview-hint-number = Eine Zahl von { $least } bis { $most }.
interview-hint-percent = Ein Anteil von 0 bis 100 Prozent.
interview-hint-flag = j = ja, n = nein.
interview-hint-text = Ein Text.

## Was auf eine Eingabe folgt

interview-understood = Notiert: { $answer }.
interview-kept = Bleibt: { $answer }.
interview-left-open = Bleibt offen.
interview-cleared = Die Antwort ist gelöscht, die Frage wieder offen.
interview-at-the-beginning = Das ist die erste Frage.
interview-doubt = Bitte prüfen: { $message }.

## Fehler in der Eingabe

interview-not-utf8 = Ein Zeichen der Eingabe ist nicht lesbar (�). Bitte noch einmal eingeben. Wenn das nicht hilft, verwendet das Terminal oder die Datei eine andere Kodierung als UTF-8.
interview-control = Die Eingabe enthält Steuerzeichen, wie sie etwa Pfeiltasten senden. Bitte noch einmal eingeben, ohne diese Tasten.
interview-line-too-long = Die Eingabe ist zu lang: Höchstens { $max } Zeichen sind möglich.
interview-no-key = „{ $written }“ ist hier nicht möglich.
interview-no-such-option = „{ $written }“ steht nicht zur Auswahl.
interview-no-such-option-near = „{ $written }“ steht nicht zur Auswahl. Ist „{ $label }“ gemeint? Dann bitte { $number } eingeben.
interview-no-such-number = „{ $written }“ ist keine Nummer von { $least } bis { $most }.
interview-only-one = Hier ist nur eine Antwort möglich.
interview-too-many = Das sind { $count } Antworten, höchstens { $limit } sind möglich.
interview-twice = „{ $label }“ ist zweimal genannt.
interview-no-number = „{ $written }“ ist keine Zahl von { $least } bis { $most }.
interview-not-whole = „{ $written }“ ist keine ganze Zahl.
interview-number-unclear =
    { $why ->
        [several] „{ $written }“ enthält mehr als eine Zahl.
        [range] „{ $written }“ nennt eine Spanne oder Grenze, keine einzelne Zahl.
        [fraction] „{ $written }“ ist ein Bruch oder ein Verhältnis.
        [bound] „{ $written }“ nennt eine Grenze, nicht die Zahl selbst.
        [sign] „{ $written }“ enthält ein Vorzeichen, das hier nicht möglich ist.
        [date] „{ $written }“ sieht wie ein Datum aus.
        [word] „{ $written }“ enthält eine Zahl in Worten.
        [magnitude] „{ $written }“ nennt Tausender oder Millionen in Worten.
        [percent] „{ $written }“ ist ein Anteil; gefragt ist die Zahl selbst.
        [not-percent] „{ $written }“ sieht nach einer Anzahl aus; gefragt ist ein Anteil in Prozent.
       *[marks] In „{ $written }“ kann das Zeichen zwischen den Ziffern Tausender oder Nachkommastellen abtrennen.
    } { $meant ->
        [none] Bitte eine einzelne Zahl in Ziffern eingeben, ungefähr genügt.
       *[other] Ist { $meant } gemeint? Dann bitte diese Zahl eingeben.
    }
interview-not-yes-or-no = Bitte j für Ja oder n für Nein eingeben.
interview-too-long = Der Text hat { $count } Zeichen, höchstens { $max } sind möglich.
interview-no-text = „{ $written }“ enthält keinen Buchstaben.

## Mehr zu einer Frage

interview-reason-type = Aus dieser Antwort ergibt sich der Typ, und danach richten sich die Schritte.
interview-reason-rules =
    { $rules ->
        [0] Von dieser Antwort hängt kein Schritt ab.
        [one] Von dieser Antwort hängt ein Schritt ab: { $steps }.
       *[other] { $more ->
            [0] Von dieser Antwort hängen { $number } Schritte ab: { $steps }.
           *[other] Von dieser Antwort hängen { $number } Schritte ab, darunter { $steps }.
        }
    }
interview-reason-study = Danach hat die Studie { $surveyed } auch andere Kommunen gefragt (Tabelle { $table }); damit wird verglichen.
interview-reason-key = In der Datei heißt die Frage { $question }.

## Zwischenstand

interview-progress =
    { $answered ->
        [one] Zwischenstand: eine von { $questions } Fragen ist beantwortet.
       *[other] Zwischenstand: { $answered } von { $questions } Fragen sind beantwortet.
    }
interview-progress-type = Typ bisher: { $type } ({ $membership }).
interview-progress-estimate = Typ bisher: { $type } ({ $membership }), geschätzt.
interview-progress-no-type = Der Typ steht noch nicht fest.
interview-progress-steps =
    { $steps ->
        [0] Noch steht kein Schritt fest.
        [one] Ein Schritt steht fest.
       *[other] { $number } Schritte stehen fest.
    }
interview-progress-new =
    { $more ->
        [0] Neu: { $titles }.
       *[other] Neu: { $titles } und { $number } weitere.
    }
interview-progress-gone =
    { $gone ->
        [one] Einer ist weggefallen.
       *[other] { $number } sind weggefallen.
    }

## Pause

interview-pause = Das Wichtigste ist gefragt.
interview-pause-rest =
    { $deciding ->
        [0] { $rest } weitere Fragen machen den Vergleich vollständig. Sie dauern etwa { $minutes } Minuten.
        [one] { $rest } weitere Fragen machen das Bild vollständig, eine davon kann noch Schritte ändern. Sie dauern etwa { $minutes } Minuten.
       *[other] { $rest } weitere Fragen machen das Bild vollständig, { $deciding } davon können noch Schritte ändern. Sie dauern etwa { $minutes } Minuten.
    }
interview-pause-keys = Enter = weiter, e = Ende für heute, z = zurück, u = Übersicht
interview-pause-prompt = Weiter?

## Widersprüche

interview-clash = Das passt nicht zusammen:
interview-clash-keys = Eine Nummer = diese Antwort ändern. Enter = vorerst so lassen.
interview-clash-refused = Eine Beratung gibt es erst, wenn eine der Antworten geändert ist.
interview-clash-prompt = Welche ändern?

## Übersicht

interview-overview = Übersicht
interview-overview-chapter = { $title }: { $answered } von { $questions } beantwortet
interview-overview-here = { $chapter } (hier)
interview-overview-keys = Eine Nummer = zu diesem Abschnitt. Enter = zurück zur Frage, e = Ende.
interview-overview-prompt = Abschnitt

## Das Ende

interview-saved = Gespeichert in { $file }: { $answered } von { $questions } Fragen beantwortet.
interview-not-saved = Es ist nichts beantwortet, deshalb ist keine Datei angelegt.
interview-unchanged = { $file } ist unverändert: { $answered } von { $questions } Fragen beantwortet.
interview-first-steps = Die ersten Schritte:
interview-refused =
    { $count ->
        [one] Vor der Beratung ist noch eines zu klären:
       *[other] Vor der Beratung sind noch { $count } Dinge zu klären:
    }
interview-command-advise = Die ganze Beratung: { $command }
interview-command-resume = Weitermachen: { $command }
interview-report = Die Beratung steht in { $file }.
interview-interrupted = Unterbrochen.
interview-unsaved = Die letzte Antwort ist nicht gespeichert.
interview-no-input = Keine Eingabe: Der Fragebogen braucht ein Terminal oder Antworten Zeile für Zeile.
