# Das Handbuch der Pakete („dteam doc“) und Bedingungen in Worten.

## Conditions in words

wording-always = immer
wording-never = nie
wording-and = und
wording-nor = noch
wording-quoted = „{ $text }“
wording-not = nicht { $value }
wording-neither = weder { $options }
wording-not-exactly = nicht genau { $value }
wording-percent = { $number } %
wording-same = { $first } und { $second } stimmen überein
wording-different = { $first } und { $second } sind verschieden
wording-among = { $option } gehört dazu
wording-not-among = { $option } gehört nicht dazu
wording-among-both = { $option } gehört zu { $first } und zu { $second }
wording-not-among-both = { $option } gehört nicht zugleich zu { $first } und zu { $second }
wording-nothing-chosen = nichts ausgewählt
wording-some-of-these = { $amount } dieser Angaben: { $options }
wording-none-of-these = keine dieser Angaben: { $options }
wording-all-of-these = alle diese Angaben: { $options }
wording-some-missing = { $count ->
        [one] { $amount } dieser Angaben fehlt: { $options }
       *[other] { $amount } dieser Angaben fehlen: { $options }
    }
wording-none-missing = keine dieser Angaben fehlt: { $options }
wording-all-missing = alle diese Angaben fehlen: { $options }
wording-nothing-in-common = keine gemeinsame Angabe
wording-in-common =
    { $count ->
        [one] eine gemeinsame Angabe
       *[other] { $number } gemeinsame Angaben
    }
wording-place = { $option } auf Platz { $place }
wording-not-place = { $option } nicht auf Platz { $place }
wording-place-or-later = { $option } auf Platz { $place } oder dahinter
wording-place-or-before = { $option } nicht genannt oder auf Platz { $place ->
        [one] 1
       *[other] 1 bis { $place }
    }
wording-if-else = wenn { $condition }, dann { $yes }, sonst { $no }
wording-not-together = nicht zugleich ({ $tests })
wording-none-of = nichts davon ({ $tests })
wording-level = { $article ->
        [yes] die Stufe
       *[no] Stufe
    } bei { $list }
wording-count = { $article ->
        [yes] die Zahl
       *[no] Zahl
    } der Angaben bei { $list }
wording-count-chosen = { $article ->
        [yes] die Zahl
       *[no] Zahl
    } dieser Angaben ({ $options }) bei { $list }
wording-count-missing = { $article ->
        [yes] die Zahl
       *[no] Zahl
    } der fehlenden Angaben ({ $options }) bei { $list }
wording-count-both = { $article ->
        [yes] die Zahl
       *[no] Zahl
    } der gemeinsamen Angaben bei { $first } und { $second }
wording-rank = { $article ->
        [yes] der Platz
       *[no] Platz
    } von { $option } bei { $list } (0: nicht genannt)
wording-membership = { $article ->
        [yes] die Zugehörigkeit
       *[no] Zugehörigkeit
    } zu { $types }
wording-benchmark-own = { $article ->
        [yes] der Wert
       *[no] Wert
    } der Studie für den eigenen Typ ({ $of })
wording-benchmark-all = { $article ->
        [yes] der Wert
       *[no] Wert
    } der Studie für alle Kommunen ({ $of })
wording-benchmark-of = { $article ->
        [yes] der Wert
       *[no] Wert
    } der Studie für { $type } ({ $of })
wording-rounded = gerundet ({ $number })
wording-lesser = der kleinere Wert von ({ $first }) und ({ $second })
wording-greater = der größere Wert von ({ $first }) und ({ $second })
wording-call = { $help }, berechnet aus { $from }
wording-list-chosen = was bei { $list } dazugehört von { $options }
wording-list-missing = was bei { $list } fehlt von { $options }
wording-common = was { $first } und { $second } gemeinsam haben
wording-as-far-as-chosen = { $list }, soweit genannt: { $options }
wording-as-far-as-missing = { $list }, soweit nicht genannt: { $options }

## The handbook

handbook-title = Handbuch der Regeln
handbook-title-of = Handbuch der Regeln: { $titles }
handbook-about = Dieses Handbuch zeigt, worauf die Beratung beruht: die Fragen an eine Kommune, die Typen der Studie und jede Regel mit Bedingung, Begründung, ersten Schritten und Beleg.
handbook-about-partial = Dieses Handbuch zeigt, was diese Regeln empfehlen und worauf sie beruhen: jede mit Bedingung, Begründung, ersten Schritten und Beleg. Voran stehen die Fragen, die sie betreffen.
handbook-contents = Inhalt
handbook-reading = Wie die Regeln zu lesen sind
handbook-reading-rules = Eine Regel empfiehlt einen Schritt, wenn ihre Bedingung auf die Antworten zutrifft. Neben jeder Bedingung steht der Ausdruck, wie ihn die Regeldatei schreibt.
handbook-reading-unknown = Eine offene Frage zählt nicht als Nein: Hängt eine Bedingung von ihr ab, bleibt die Regel offen. „Nichts ausgewählt“ heißt dagegen, dass die Kommune mit „nichts davon“ geantwortet hat.
handbook-reading-texts = Was in den Texten zwischen ‹ und › steht, wird aus den Antworten eingesetzt.
handbook-reading-priority = Die Reihenfolge der Schritte folgt aus ihrer Priorität von 0 bis 100: 100 × Wirkung ÷ 5 × Bedarf × Eignung × (1 − 0,1 × (Aufwand − 1)). Wirkung und Aufwand reichen von 1 bis 5, Bedarf und Eignung von 0 bis 1. Der Aufwand bedeutet:
handbook-effort-1 = wenige Tage, kein Budget
handbook-effort-2 = einige Wochen, eine Person
handbook-effort-3 = Monate, kleines Budget
handbook-effort-4 = ein Jahr, Projektbudget
handbook-effort-5 = mehrere Jahre, große Investition
handbook-column-pack = Regelpaket
handbook-column-version = Version
handbook-column-rules = Regeln
handbook-rules =
    { $count ->
        [one] eine Regel
       *[other] { $count } Regeln
    }
handbook-sections =
    { $count ->
        [one] ein Abschnitt
       *[other] { $count } Abschnitte
    }
handbook-types =
    { $count ->
        [one] ein Typ
       *[other] { $count } Typen
    }
handbook-survey = Die Fragen
handbook-survey-about = Jede Frage kann offen bleiben. Unter jeder steht, welche Regeln dieses Handbuchs sich nach der Antwort richten.
handbook-survey-partial = Von den Fragen des Fragebogens stehen hier nur jene, nach denen sich Regeln dieses Handbuchs richten, die sie nennen oder deren Antwort ein Schritt ändert. Jede Frage kann offen bleiben.
handbook-fixed = kein Schritt ändert das
handbook-column-answer = Antwort
handbook-column-key = Schlüssel im Profil
handbook-label-read-by = Entscheidet mit über
handbook-label-named-by = Steht im Text von
handbook-read-by-none = Keine Regel dieses Handbuchs verwendet die Antwort.
handbook-typology = Die Typen
handbook-typology-about = Der Typ folgt aus den Zielen: Das erste, zweite und dritte Ziel zählen { $scores }, und der Typ mit den ähnlichsten Zielen (Tabelle { $table }) ist der eigene. Ohne Ziele wird er aus den übrigen Antworten geschätzt, wenn { $least ->
        [one] mindestens eine vorliegt
       *[other] mindestens { $number } vorliegen
    }.
handbook-mixed = Eine Mischform liegt vor, wenn die Zugehörigkeit zum zweiten Typ mindestens { $ratio } der Zugehörigkeit zum ersten erreicht.
handbook-label-learns = Was dieser Typ von anderen lernen kann
handbook-learns = { $topic } (von { $types })
handbook-centres = Die Ziele der Typen
handbook-centres-about = Mittleres Gewicht jeder Angabe bei der Frage „{ $goals }“, Tabelle { $table } der Studie.
handbook-column-goal = Ziel
handbook-shares = Wie häufig die Typen sind
handbook-shares-about = Anteile an den Kommunen jeder Art, Tabelle { $table } der Studie.
handbook-column-kind = Art der Kommune
handbook-pack = Regelpaket „{ $title }“
handbook-label-changes = Ändert Regeln anderer Pakete
handbook-change = { $title } ({ $rule }): { $change }. Grund: { $reason }
handbook-version = Version { $version }
handbook-label-functions = Eigene Funktionen
handbook-all-of = Alle diese Bedingungen gelten:
handbook-any-of = Mindestens eine dieser Bedingungen gilt:
handbook-not-all-of = Diese Bedingungen gelten nicht alle zugleich:
handbook-none-of = Keine dieser Bedingungen gilt:
handbook-depends = Je nach Antwort:
handbook-if = Wenn dies gilt:
handbook-then = dann dies:
handbook-else = sonst dies:
handbook-variants = Varianten
handbook-variants-about = Die erste, deren Bedingung zutrifft, ersetzt die genannten Teile.
handbook-notes = Hinweise
handbook-notes-about = Jeder, dessen Bedingung zutrifft, ergänzt die Begründung.
handbook-column-factor = Faktor
handbook-impact = Wirkung
handbook-impact-same = { $impact } von 5 bei jedem Typ
handbook-fit = Eignung
handbook-need = Bedarf
handbook-need-whole = immer 1
handbook-effort = Aufwand
handbook-order = Vorher und nachher
handbook-covers = Erledigt zugleich
handbook-after = Zuerst, falls auch offen
handbook-before = Davon hängen ab
handbook-effect = Danach
handbook-added =
    { $count ->
        [one] { $options } kommt hinzu
       *[other] { $options } kommen hinzu
    }
handbook-removed =
    { $count ->
        [one] { $options } entfällt
       *[other] { $options } entfallen
    }
handbook-set = { $options }
handbook-valid-from = Die Regel gilt ab dem { $from }.
handbook-valid-until = Die Regel gilt bis zum { $until }.
handbook-valid-between = Die Regel gilt vom { $from } bis zum { $until }.
authorship-author = von { $author }
authorship-reviewed = geprüft am { $date } von { $by }
handbook-section = Studie, Abschnitt { $section }
handbook-fact = seither: { $title }
handbook-cases = Geprüft an diesen Fällen
handbook-index = Verzeichnis der Regeln
handbook-skip = Zum Text springen
