# Was „dteam diff“ sagt.

diff-title = Was sich ändert
diff-left-out = Nicht verglichen, weil eine der Fassungen Fehler hat: { $packs }
diff-nothing = Nichts ist anders.
diff-municipalities = Kommunen
diff-counts = Verglichene Kommunen: { $advised }. Für { $changed } davon ändert sich ein Schritt oder der Kommunaltyp.
diff-partly = { $count ->
        [one] Eine Kommune hat Antworten, die nur eine der Fassungen kennt; die andere rät ohne sie.
       *[other] { $number } Kommunen haben Antworten, die nur eine der Fassungen kennt; die andere rät ohne sie.
    }
diff-rejected = { $count ->
        [one] Ein Profil ist in keiner der Fassungen zu lesen.
       *[other] { $number } Profile sind in keiner der Fassungen zu lesen.
    }
diff-steps-note = Früher und später zählen unter den Schritten, die beide Fassungen empfehlen. Hinter einer Kommune steht der Platz vorher und jetzt.
diff-types = Der Kommunaltyp wird ein anderer:
diff-packs = Pakete
diff-questions = Fragen
diff-functions = Funktionen
diff-rules = Regeln
diff-added = Neu: { $title } ({ $id })
diff-removed = Entfernt: { $title } ({ $id })
diff-changed = { $title } ({ $id })
diff-column-gain = neu
diff-column-lose = entfällt
diff-column-earlier = früher
diff-column-later = später
diff-column-examples = zum Beispiel
diff-example = { $municipality } ({ $old } → { $new })
diff-and = und
diff-or = oder
diff-not = nicht
diff-if = wenn { $when }, dann { $yes }, sonst { $no }
diff-from-to = { $old } → { $new }
diff-without = (nichts)
diff-part = { $part ->
        [condition] Bedingung
        [need] Bedarf
        [impact] Wirkung
        [fit] Eignung
        [effort] Aufwand
        [work] Arbeit, Beteiligte, Pflicht
        [after] Nach { $number }
        [title] Titel ({ $language })
        [why] Grund ({ $language })
        [action] Erster Schritt { $number } ({ $language })
        [note] Zusatz { $number }
        [variant] Fassung { $number }
        [effect] Ergebnis { $number }
        [learn] Lernen von { $number }
        [valid] Geltung { $number }
        [source] Beleg { $number }
        [change] Änderung durch ein Paket
        [version] Version
        [label] Frage ({ $language })
        [help] Erläuterung ({ $language })
        [option] Antwort { $number }
        [kind] Art und Bereich
       *[line] Zeile { $number }
    }
