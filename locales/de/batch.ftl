## Die Auswertung vieler Kommunen

batch-title =
    { $count ->
        [one] Digitale Kommunen: Auswertung einer Kommune
       *[other] Digitale Kommunen: Auswertung von { $number } Kommunen
    }
batch-title-none = Digitale Kommunen: Auswertung
batch-date = Stand { $date }
batch-rejected =
    { $count ->
        [one] ein fehlerhafter Eintrag ist nicht enthalten
       *[other] { $number } fehlerhafte Einträge sind nicht enthalten
    }
batch-doubtful =
    { $count ->
        [one] eine Kommune hat Antworten, die zu prüfen sind
       *[other] { $number } Kommunen haben Antworten, die zu prüfen sind
    }
batch-nobody = Keine Kommune wurde beraten.
batch-most-common-type = Am häufigsten sind { $labels } ({ $share }).
batch-each = je { $share }
batch-most-common-step =
    { $first ->
        [0] Am häufigsten kommt „{ $title }“ in Frage: bei { $number } von { $all } Kommunen.
       *[other] Am häufigsten kommt „{ $title }“ in Frage: bei { $number } von { $all } Kommunen, bei { $first-number } davon unter den ersten fünf Schritten.
    }
batch-most-open =
    { $count ->
        [one] Am häufigsten fehlt „{ $label }“, bei einer Kommune.
       *[other] Am häufigsten fehlt „{ $label }“, bei { $number } Kommunen.
    }
batch-all = Alle
batch-unanswered = ohne Angabe
batch-class-below = unter { $below }
batch-class-between = { $from } bis unter { $below }
batch-class-from = ab { $from }
batch-none = nichts davon
batch-number = Zahl der Angaben

batch-types = Typen
batch-types-note = Anteile an den Kommunen, deren Typ feststeht; in Klammern der Anteil in der Studie.
batch-types-basis = Grundlage des Typs: die Ziele ({ $goals }), eine Schätzung aus den übrigen Antworten ({ $indicators }). Mischformen: { $mixed }. Ziele und tägliche Arbeit weisen in verschiedene Richtungen: { $differ }.
batch-column-municipalities = Kommunen
batch-column-no-type = ohne Typ
batch-with-study = { $share } (Studie { $study })

batch-steps = Schritte
batch-steps-note = Für wie viele Kommunen ein Schritt in Frage kommt, und für wie viele er unter den ersten fünf steht. „Offen“: Es fehlen Antworten, um darüber zu entscheiden.
batch-column-first-five = unter den ersten fünf
batch-column-undecided = offen
batch-steps-more =
    { $count ->
        [one] Ein weiterer Schritt ist seltener; als JSON ist er dabei.
       *[other] { $number } weitere Schritte sind seltener; als JSON sind alle dabei.
    }

batch-open = Häufig offene Fragen
batch-open-note = Mit diesen Antworten würde die Beratung genauer.
batch-column-unanswered = unbeantwortet
batch-column-read-by = Regeln, die sie lesen
batch-open-none = Alle Fragen, die eine Regel liest, sind beantwortet.

batch-own-questions = Antworten auf die eigenen Fragen der Pakete
batch-own-questions-note = Danach fragt die Studie nicht; ein Vergleichswert fehlt deshalb.
batch-mean = im Mittel { $mean }
batch-never = In keiner Empfehlung
batch-never-note = Diese Regeln kamen für niemanden als Schritt heraus, oder niemand hat diese Fassung oder diesen Zusatz gelesen.
batch-never-more =
    { $count ->
        [one] Dazu kommt noch eins; die JSON-Form nennt es.
       *[other] Dazu kommen noch { $number }; die JSON-Form nennt alle.
    }
batch-never-item = { $part ->
        [variant] { $rule }, Fassung { $number }: { $condition }
        [note] { $rule }, Zusatz { $number }: { $condition }
       *[rule] { $rule }: { $title }
    }

batch-comparison = Im Vergleich mit der Studie
batch-comparison-note = Nur Kommunen, die geantwortet haben. Studie: { $sample }.
batch-table = Tabelle { $table }: { $title }
batch-table-base = Werte der Studie: { $base }.
batch-column-answer = Angabe
batch-column-here = hier
batch-column-study = Studie
batch-method = Methode
batch-method-counted = Gezählt werden Kommunen, gleich welcher Größe. Bewertet werden Schritte, nicht Kommunen.

## Am Ende eines Laufs

batch-done =
    { $count ->
        [0] Keine Kommune beraten
        [one] Eine Kommune beraten
       *[other] { $number } Kommunen beraten
    }
batch-done-rejected =
    { $count ->
        [one] 1 fehlerhafter Eintrag übergangen
       *[other] { $number } fehlerhafte Einträge übergangen
    }
batch-done-doubtful =
    { $count ->
        [one] 1 mit Warnung
       *[other] { $number } mit Warnung
    }
batch-done-types = Typen
batch-done-no-type = ohne Typ
batch-done-steps = Häufigste Schritte
batch-done-undecided =
    { $count ->
        [one] Noch nicht zu entscheiden, weil Antworten fehlen: im Mittel eine Regel je Kommune
       *[other] Noch nicht zu entscheiden, weil Antworten fehlen: im Mittel { $number } Regeln je Kommune
    }
batch-more-problems =
    { $count ->
        [one] Ein weiterer fehlerhafter Eintrag wird nicht gezeigt.
       *[other] { $number } weitere fehlerhafte Einträge werden nicht gezeigt.
    }
batch-more-warnings =
    { $count ->
        [one] Eine weitere Warnung wird nicht gezeigt.
       *[other] { $number } weitere Warnungen werden nicht gezeigt.
    }
batch-rejects-file = Die fehlerhaften Einträge stehen in { $path }.
batch-interrupted = Unterbrochen.
batch-resume-hint = Unterbrochen. Mit `--resume` geht es weiter.
batch-strict = Angehalten beim ersten fehlerhaften Eintrag (`--strict`).
batch-progress = { $done } Kommunen · { $rate }/s
batch-progress-of = { $percent } · { $done } Kommunen · { $rate }/s · noch { $left }
batch-template-hint = Was in den Spalten stehen kann, zeigt `dteam new profile`. Mehrere Angaben in einer Zelle mit `|` trennen, `-` heißt „nichts davon“, leer heißt „noch offen“.
batch-template-written = { $path } ist geschrieben: eine Zeile je Kommune ab Zeile 4. Mehrere Angaben in einer Zelle mit `|` trennen, `-` heißt „nichts davon“, leer heißt „noch offen“.
batch-template-rows = Kommunen
batch-template-answers = Antworten
batch-template-id = Kennung
batch-template-id-help = Woran der Eintrag wiederzuerkennen ist, etwa der amtliche Gemeindeschlüssel.
batch-template-unit = In { $unit }.
batch-template-several = Mehrere Angaben mit | trennen; - heißt „nichts davon“.
batch-template-ranked = Höchstens { $limit } Angaben, die wichtigste zuerst, mit | getrennt; - heißt „nichts davon“.
batch-template-percent = Als Zahl von 0 bis 100 oder als Prozentwert.
batch-template-refused = Diese Angabe ist hier nicht möglich. Die Notiz über der Spalte sagt, was gemeint ist.
