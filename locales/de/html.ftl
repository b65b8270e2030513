## The report as an HTML page

html-skip = Zum Bericht
html-contents = Inhalt
html-annex = Zum Nachschlagen. Gedruckt wird, was aufgeklappt ist.
html-of-five = { $value } von 5
html-impact = Wirkung
html-theme = Thema

## The type

html-memberships = Zugehörigkeit zu den Typen
html-probabilities = Wahrscheinlichkeit der Typen (Schätzung)
html-column-bar = Balken
html-column-share = Anteil
html-second-type = (zweiter Typ)
html-basis-goals = Grundlage sind die genannten Ziele: Je näher sie den Zielen eines Typs kommen, desto höher ist die Zugehörigkeit (Studie, Tabelle { $table }).
html-basis-indicators = Grundlage sind die übrigen Antworten, verglichen mit den Werten der Studie und der Häufigkeit der Typen (Tabelle { $table }). Mit genannten Zielen wird der Typ genauer.

## The plan

html-plan-about = Die Nummer gibt die Reihenfolge an. Wirkung: von 1 (gering) bis 5 (groß). Aufwand: von 1 (Tage) bis 5 (Jahre). Priorität: von 0 bis 100, sie bewertet den Schritt, nicht die Kommune.

## Effort and impact

html-section-matrix = Wirkung und Aufwand
html-matrix-caption = Alle Schritte nach Wirkung und Aufwand
html-matrix-about = Jede Zahl ist die Nummer eines Schritts. Oben links steht, was mit wenig Aufwand viel bewegt. Wie groß der Bedarf vor Ort ist, zeigt dieses Bild nicht; er geht in die Reihenfolge ein.
html-effort-least = Tage
html-effort-most = Jahre
html-impact-least = gering
html-impact-most = groß
html-example-rank = Nr.

## The profile

html-section-profile = Das Profil
html-profile-about = Gezeigt wird, wie viel von dem da ist, wonach die Studie fragt: je Frage der vorhandene Teil (etwa drei von zehn Bausteinen oder Stufe 1 von 3), je Bereich der Mittelwert seiner beantworteten Fragen und bei den Typen der Durchschnitt ihrer Kommunen. Das Bild sagt, wie viel vorhanden ist, nicht, wie gut es ist. Nicht jede Kommune braucht alles.
html-profile-caption = Was von dem Erfragten vorhanden ist, nach Bereichen
html-themes-caption = Wo die Schritte ansetzen
html-column-area = Bereich
html-column-picture = Lage der Werte
html-column-steps = Nummern der Schritte
html-no-step = kein Schritt
html-nothing-answered = noch keine Antwort
html-of-questions = { $answered } von { $questions } Fragen
html-mark-own = hier
html-mark-own-type = (eigener Typ)
html-mark-all = alle befragten Kommunen

## The comparison

html-comparison-about = Bei Ja-Nein-Fragen zeigen die Zeichen, wie viel Prozent der Kommunen Ja sagen; die eigene Antwort steht bei Nein ganz links, bei Ja ganz rechts. Bei Stufen und Anzahlen zeigen sie den Mittelwert; der rechte Rand ist dann der höchste mögliche Wert.
html-up-to = (von 0 bis { $greatest })

## The end

html-strengths-about = Davon gibt es hier mehr als anderswo. Andere Kommunen können danach fragen.
html-open-about = Eine Antwort kann die Liste der Schritte ändern. Die Fragen, von denen am meisten abhängt, stehen oben.
html-column-decides = Entscheidet mit über
html-more-steps =
    { $count ->
        [one] und einen weiteren Schritt
       *[other] und { $number } weitere Schritte
    }
html-sources = Quellen
html-for-steps =
    { $count ->
        [one] (zu Schritt { $numbers })
       *[other] (zu den Schritten { $numbers })
    }
html-packs = Regelpakete
html-column-pack = Kennung
html-column-version = Fassung

## The report as PDF

pdf-page = Seite
pdf-page-of = von
pdf-missing = Für einzelne Zeichen gibt es in diesem Bericht keine Schrift. Sie stehen als „�“; die Fassung als HTML-Seite enthält sie.
