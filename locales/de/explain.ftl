## classify

classify-by-goals = Nach den Zielen
classify-by-indicators = Nach den übrigen Antworten (Schätzung)
classify-distance = Abstand { $distance }
classify-no-goals = Keine Ziele genannt.
classify-too-few = Zu wenige Antworten für eine Schätzung.
classify-used =
    { $count ->
        [one] beruht auf einer Antwort
       *[other] beruht auf { $count } Antworten
    }

## explain

explain-fires = trifft zu
explain-silent = trifft nicht zu
explain-undecided = noch nicht zu entscheiden
explain-not-in-force = gilt am Stichtag nicht
explain-off = ist abgeschaltet
explain-rank = Platz { $rank } der Schritte
explain-outcome = Ergebnis
explain-change = Änderung
explain-condition = Bedingung
explain-tests = Prüfungen
explain-waits-for = Offen
explain-missing = Es fehlt nur
explain-priority = Priorität
explain-would-be = wäre { $priority }
explain-formula = 100 × Wirkung { $impact }/5 × Bedarf { $need } × Eignung { $fit } × Leichtigkeit { $ease }
explain-need = Bedarf
explain-impact = Wirkung
explain-fit = Eignung
explain-variant = Fassung
explain-notes = Zusätze
explain-covered-by = Teil von
explain-after = Vorher
explain-effect = Wirkung
explain-file = Regeldatei
test-true = erfüllt
test-false = nicht erfüllt
test-unknown = offen

## explain --what-if

what-if-heading =
    { $count ->
        [one] Was die Annahme ändert
       *[other] Was die Annahmen ändern
    }
what-if-assumed =
    { $count ->
        [one] Annahme
       *[other] Annahmen
    }
what-if-rank = Platz
what-if-wording = Wortlaut
what-if-worded = lautet anders
what-if-type = Typ
what-if-none = keiner
what-if-changed = { $before } → { $after }
what-if-same = { $value } (unverändert)
what-if-unaffected = Diese Regel
what-if-nothing = bleibt davon unberührt: { $outcome }, Priorität { $priority }
what-if-others = Außerdem
what-if-starts = kommt hinzu: { $title } ({ $rule })
what-if-stops = entfällt: { $title } ({ $rule })
what-if-more = und { $count } weitere Schritte; `--format json` nennt alle
what-if-no-others = kein anderer Schritt kommt hinzu oder entfällt
what-if-after =
    { $count ->
        [one] Die Regel unter dieser Annahme
       *[other] Die Regel unter diesen Annahmen
    }
