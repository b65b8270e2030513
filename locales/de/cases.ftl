# Was „dteam test“ sagt.

## In einem Satz

case-mismatch = { $rule } soll { $expected }, würde aber { $found }
case-effect = { $rule } trifft noch zu, nachdem der Schritt getan ist: `effect` passt nicht zu `when`
case-order = die Schritte sollen so aufeinander folgen: { $expected }; es sind aber: { $found }
case-text = im Text von { $rule } ({ $language }) fehlt: { $missing }
case-part = { $rule }: `{ $key }` soll { $expected } sein, ist aber { $found }
case-classification = die Einordnung soll { $expected } sein, ist aber { $found }
case-missing = { $outcome ->
        [fires] kein Fall zeigt, dass { $rule } zutrifft
        [silent] kein Fall zeigt, dass { $rule } nicht zutrifft
       *[other] kein Fall zeigt, dass { $rule } offen bleibt
    }

## Ein Fall, der anders ausgeht

case-expected = erwartet
case-found = gefunden
case-because = weil
case-condition = Bedingung
case-needs = es fehlt
case-period = Geltung
case-period-from = ab { $from }
case-period-until = bis { $until }
case-period-between = vom { $from } bis zum { $until }
case-period-on = { $period }; Stichtag des Falls ist der { $date }
case-effect-expected = trifft nach dem Schritt nicht mehr zu
case-effect-found = trifft nach dem Schritt noch zu
case-effect-line = Wirkung
case-effect-hint = Entweder `effect` ändert zu wenig, oder `when` fragt nach etwas anderem.
case-steps = Reihenfolge der Schritte
case-step = Platz { $rank }: { $rule }, Priorität { $priority }
case-step-after = Platz { $rank }: { $rule }, Priorität { $priority }, erst nach { $after }
case-texts = { $rule }: { $language ->
        [de] deutscher Text
        [en] englischer Text
       *[other] Text in der Sprache `{ $language }`
    }
case-text-missing = fehlt
case-text-title = Titel
case-text-why = warum
case-text-actions = zuerst
case-kind = Einordnung
case-memberships = Grad

## Was geändert wurde

case-changed-rule = { $rule }: von `{ $from }` nach `{ $to }`
case-changed-order = `order`: { $order }
case-changed-part = `{ $key }` von { $rule }: { $to } statt { $from }
case-changed-classification = `classification.{ $key }`: { $to } statt { $from }
case-changed-stated = `{ $key }` ergänzt: { $rules }
case-changed-nothing = keine Regel des Pakets
case-added =
    { $count ->
        [one] Ein Fall am Ende von { $file } ergänzt. Bitte lesen und so benennen, dass der Name sagt, was er zeigt.
       *[other] { $number } Fälle am Ende von { $file } ergänzt. Bitte lesen und so benennen, dass der Name sagt, was der Fall zeigt.
    }
case-changed-count =
    { $count ->
        [one] Ein Fall geändert.
       *[other] { $number } Fälle geändert.
    }

## Die Zählung

case-tally = { $passed } bestanden, { $failed } fehlgeschlagen

## --watch

watch-changed = { $file } geändert
watch-changed-more = { $file } und { $others } weitere geändert
watch-waiting = Wartet auf Änderungen, Ende mit Strg+C
case-skipped =
    { $count ->
        [one] 1 Fall übersprungen, weil er Regeln eines fehlerhaften Pakets nennt
       *[other] { $count } Fälle übersprungen, weil sie Regeln eines fehlerhaften Pakets nennen
    }
case-missing-count =
    { $count ->
        [one] für 1 Ergebnis fehlt ein Fall
       *[other] für { $count } Ergebnisse fehlt ein Fall
    }
case-broken =
    { $count ->
        [one] 1 Paket wegen Fehlern nicht geprüft
       *[other] { $count } Pakete wegen Fehlern nicht geprüft
    }

## Abdeckung und Änderungen

coverage-title = Abdeckung
coverage-counted = { $name }: { $share } ({ $part } von { $whole })
coverage-outcome = { $outcome ->
        [fires] kein Fall zeigt, dass die Regel zutrifft
        [silent] kein Fall zeigt, dass die Regel nicht zutrifft
       *[other] kein Fall zeigt, dass die Regel offen bleibt
    }
coverage-test-true = in keinem Fall gibt den Ausschlag, dass `{ $test }` wahr ist
coverage-test-false = in keinem Fall gibt den Ausschlag, dass `{ $test }` falsch ist
coverage-left-out = in keinem Fall fehlte etwas ohne { $part }: { $text }
coverage-case = ein Fall dafür: profile: { $profile }, { $says }
coverage-under = die Regel unter `{ $outcome }`
coverage-expect = dazu `{ $expect }`
coverage-unseen = { $pack }: in keinem Fall kommen vor (nur zur Kenntnis)
mutation-title = Bemerkte Änderungen an den Regeln
mutation-part = { $part ->
        [need] Bedarf (`need`)
        [impact] Wirkung (`impact`)
        [fit] Eignung (`fit`)
        [effort] Aufwand (`effort`)
        [after] Reihenfolge (`after`)
        [variant] Fassung { $number }
        [note] Zusatz { $number }
        [text] eingesetzter Wert (`{ $number }`)
        [change] Änderung (`changes`)
        [function] Funktion
       *[other] Bedingung
    }
mutation-survivor = unbemerkt: { $mutant }
mutation-left-out = unbemerkt: weggelassen
mutation-case = ein Fall, der es merkt: profile: { $profile }, { $says }

## test

outcome-fires = zutreffen
outcome-silent = nicht zutreffen
outcome-undecided = offen bleiben
outcome-not-in-force = am Stichtag nicht gelten
outcome-off = abgeschaltet sein
