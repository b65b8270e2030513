# Pläne: welcher Schritt in welchem Quartal.

period-in-short = Q{ $quarter } { $year }

plan-title = Digitale Kommune: Plan der Schritte
plan-title-of = Digitale Kommune: Plan der Schritte für { $name }
plan-dated = Plan vom { $date }

plan-section-late = Pflichten, die nicht rechtzeitig erfüllt sind
plan-section-quarters = Die Quartale
plan-section-settled = Was sich dadurch erübrigt
plan-section-unscheduled = Was keinen Platz findet
plan-section-reckoned = Wie gerechnet ist

plan-no-steps = Aus den Antworten ergibt sich kein Schritt, der zu planen wäre.
plan-summary = { $count ->
    [one] Ein Schritt wird vom { $start } bis zum { $end } erledigt und kostet
   *[other] { $number } Schritte werden vom { $start } bis zum { $end } erledigt und kosten
    } etwa { $days } eigene Arbeitstage.
plan-summary-settled = { $count ->
    [one] Ein weiterer Schritt erübrigt sich dadurch.
   *[other] { $number } weitere Schritte erübrigen sich dadurch.
    }
plan-summary-left = { $count ->
    [one] Ein Schritt findet in dieser Zeit keinen Platz.
   *[other] { $number } Schritte finden in dieser Zeit keinen Platz.
    }
plan-late = bindet seit { $since }, ist aber erst im { $end } erledigt
plan-quarters-about = Unter jedem Quartal stehen die Schritte, die darin beginnen. Die Tage sind eigene Arbeitstage für den ganzen Schritt.
plan-quarter = { $period }: { $used } von { $capacity } Tagen{ $count ->
    [0] {""}
    [one] ; Schritt { $steps } läuft weiter
   *[other] ; die Schritte { $steps } laufen weiter
    }
plan-quarter-blocked = { $period }: gesperrt
plan-column-time = Zeit
plan-column-end = Fertig
plan-column-days = Tage
plan-column-lead = Führt
plan-column-decides = Entscheidet
plan-step-named = Schritt { $number }, { $title }
plan-because = { $count ->
    [one] wird möglich durch Schritt { $steps }
   *[other] wird möglich durch die Schritte { $steps }
    }
plan-after = { $count ->
    [one] nach Schritt { $steps }
   *[other] nach den Schritten { $steps }
    }
plan-from-to = vom { $start } bis zum { $end }
plan-settled-about = Diese Schritte empfehlen die Antworten von heute. Wenn andere getan sind, sind sie nicht mehr nötig.
plan-settled-by = erübrigt sich durch { $step }
plan-left-per-year = { $count ->
    [one] Für diesen Schritt sind Tage da, aber in jedem Jahr beginnen schon genug andere
   *[other] Für diese Schritte sind Tage da, aber in jedem Jahr beginnen schon genug andere
    }
plan-left-capacity = { $count ->
    [one] Für diesen Schritt reichen die Arbeitstage nicht
   *[other] Für diese Schritte reichen die Arbeitstage nicht
    }
plan-left-horizon = { $count ->
    [one] Dieser Schritt dauert länger als der Plan
   *[other] Diese Schritte dauern länger als der Plan
    }
plan-left-waits-for = { $count ->
    [one] Dieser Schritt baut auf einem auf, der selbst keinen Platz findet
   *[other] Diese Schritte bauen auf anderen auf, die selbst keinen Platz finden
    }
plan-waits-for = (wartet auf: { $title })
plan-turns-given = Gerechnet ist mit { $days } eigenen Arbeitstagen im Quartal, wie angegeben, und mit höchstens { $per-year } Schritten, die in vier Quartalen hintereinander beginnen.
plan-turns-estimated = Gerechnet ist mit { $days } eigenen Arbeitstagen im Quartal und mit höchstens { $per-year } Schritten, die in vier Quartalen hintereinander beginnen. Die Arbeitstage sind eine Annahme nach der Größe der Kommune; mit einer eigenen Zahl wird der Plan genauer.
plan-estimates = Wie viele Tage und Wochen ein Schritt braucht, ist eine Schätzung.
plan-value = Wichtiges steht vorn, soweit es geht: Der Plan erreicht { $share } dessen, was mit diesen Tagen auch der beste Plan höchstens erreichen könnte.
plan-afterwards = { $count ->
    [0] Ist alles getan, steht kein Schritt mehr an.
    [one] Ist alles getan, steht noch ein Schritt an.
   *[other] Ist alles getan, stehen noch { $number } Schritte an.
    }

tasks-sheet = Aufgaben
tasks-number = Nr.
tasks-task = Aufgabe
tasks-owner = Führt
tasks-helps = Hilft
tasks-decides = Entscheidet
tasks-start = Beginn
tasks-end = Ende
tasks-days = Tage
tasks-cost = Haushalt
body-council = Rat
body-administration = Verwaltung
tasks-day-format = dd.mm.yyyy
