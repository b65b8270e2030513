## Values in texts

unanswered = keine Angabe
none = keine
yes = ja
no = nein
number-of = Zahl der Angaben bei „{ $label }“
type = Typ
type-by-goals = Typ nach den Zielen
type-by-indicators = Typ nach den übrigen Antworten
mixed-with = Zweiter Typ
membership = Zugehörigkeit
benchmark = Wert der Studie

or = oder
phrase-at-least = mindestens { $value }
phrase-at-most = höchstens { $value }
phrase-exactly = genau { $value }
phrase-more-than = mehr als { $value }
phrase-less-than = weniger als { $value }
phrase-level = „{ $level }“
phrase-options =
    { $count ->
        [one] eine Angabe
       *[other] { $number } Angaben
    }

## The summary

summary-type = { $name } { $belongs } ({ $membership }){ $mixed }.
summary-type-differs = { $name } { $belongs } ({ $membership }){ $mixed }, die übrigen Antworten passen aber eher zu { $work }.
summary-type-estimated = { $name } { $belongs } ({ $membership }){ $mixed }: geschätzt aus den übrigen Antworten, denn Ziele sind nicht genannt.
summary-mixed = {" "}und liegt nahe bei { $types } ({ $membership })
summary-no-type = Ein Typ lässt sich noch nicht bestimmen: Ziele sind nicht genannt, und die übrigen Antworten reichen für eine Schätzung nicht aus.
summary-steps =
    { $count ->
        [one] Ein Schritt kommt in Frage: { $steps }.
       *[other] { $number } Schritte kommen in Frage, am meisten { $first ->
            [one] bewegt
           *[other] bewegen
        } jetzt { $steps }.
    }
summary-no-steps = Zu den Antworten passt kein Schritt aus den Regeln.
summary-nothing-certain = Noch steht kein Schritt fest, dafür fehlen Antworten.
summary-open =
    { $unanswered ->
        [one] Eine Frage ist offen und kann die Liste noch ändern.
       *[other] { $number } Fragen sind offen, { $deciding ->
            [one] eine davon kann
           *[other] { $deciding-number } davon können
        } die Liste noch ändern.
    }
summary-open-without-effect =
    { $unanswered ->
        [0] Alle Fragen sind beantwortet.
        [one] Eine Frage ist offen, sie ändert an der Liste nichts.
       *[other] { $number } Fragen sind offen, sie ändern an der Liste nichts.
    }

## The report

report-title = Digitale Kommune: Beratung
report-title-of = Digitale Kommune: Beratung für { $name }
report-date = Beratung vom { $date }
report-undated = Beratung
section-summary = In Kürze
section-first = Die ersten Schritte
section-council = Drei Sätze für Rat oder Kreistag
section-type = Der Typ
section-steps = Nächste Schritte
section-duties = Pflichten
turns-given = Jetzt beginnt, was mit { $days } eigenen Arbeitstagen im Vierteljahr ins erste Halbjahr passt. Danach folgt das Jahr darauf, alles Weitere kommt später. Im Jahr beginnen höchstens { $per-year } Schritte. Die Arbeitstage je Schritt sind Schätzungen.
turns-estimated = Jetzt beginnt, was mit { $days } eigenen Arbeitstagen im Vierteljahr ins erste Halbjahr passt (angenommen, denn eine Angabe fehlt). Danach folgt das Jahr darauf, alles Weitere kommt später. Im Jahr beginnen höchstens { $per-year } Schritte. Die Arbeitstage je Schritt sind Schätzungen.
section-more-steps = Weitere Schritte
section-likely = Wahrscheinliche Schritte
section-open = Offene Fragen
section-near = Danach möglich
section-strengths = Was andere hier lernen können
section-learning = Wo sich ein Blick lohnt
section-comparison = Im Vergleich
section-method = Methode und Quellen
no-steps = Kein Schritt steht fest.

period = { $quarter }. Quartal { $year }
first-dated = Das beginnt im ersten Halbjahr ({ $start } und { $end }):
first-undated = Das beginnt im ersten Halbjahr:
first-more =
    { $count ->
        [one] Ein weiterer Schritt folgt noch im selben Halbjahr.
       *[other] { $number } weitere Schritte folgen noch im selben Halbjahr.
    }
first-days = { $low } bis { $high } Tage
first-column-lead = Führt
first-column-decides = Entscheidet
first-column-days = Eigene Arbeit
told-begun =
    { $more ->
        [0] Im ersten Halbjahr gehen wir an: { $steps }.
       *[other] Im ersten Halbjahr gehen wir { $number } Schritte an, zuerst { $steps }.
    }
told-work = Die Arbeit dafür ist auf { $low } bis { $high } eigene Tage geschätzt, verfügbar sind { $days } im Vierteljahr.
told-decided =
    { $count ->
        [0] Ein Beschluss ist dafür nicht nötig.
        [one] Einen Beschluss braucht davon { $steps }.
       *[other] Beschlüsse brauchen davon { $steps }.
    }

type-goals = Leitende Ziele
type-strengths = Stärken dieses Typs
type-estimate = Geschätzt aus { $count ->
        [one] einer Antwort
       *[other] { $count } Antworten
    }, denn Ziele sind nicht genannt.
type-worth =
    { $count ->
        [10] Was die Schätzung wert ist: Von zehn Kommunen mit solchen Antworten gehören fast alle zu diesem Typ.
       *[other] Was die Schätzung wert ist: Von zehn Kommunen mit solchen Antworten gehören etwa { $number } zu diesem Typ.
    }
type-level-far-less = Insgesamt ist viel weniger da als im Mittel der Studie. Worauf das Gewicht liegt, lässt sich dann kaum ablesen.
type-level-less = Insgesamt ist weniger da als im Mittel der Studie.
type-level-same = Insgesamt ist etwa so viel da wie im Mittel der Studie.
type-level-more = Insgesamt ist mehr da als im Mittel der Studie.
type-level-far-more = Insgesamt ist viel mehr da als im Mittel der Studie. Worauf das Gewicht liegt, lässt sich dann kaum ablesen.
type-differs = Nach den übrigen Antworten läge der Typ { $work } näher. Ziele und tägliche Arbeit weisen in verschiedene Richtungen.
type-none = Der Typ folgt aus den Zielen. Bis zu drei Ziele genügen.
type-mixed = Mischform: { $first } und { $second } liegen nahe beieinander.

likely-about = Ob diese Schritte anstehen, hängt von offenen Fragen ab. Wie wahrscheinlich sie sind, ist geschätzt: nach den bisherigen Antworten und den Werten der Studie.
likely-estimate =
    { $tenths ->
        [10] geschätzt: in fast allen Fällen
       *[other] geschätzt: in { $tenths } von 10 Fällen
    }; { $count ->
        [one] eine Frage entscheidet es
       *[other] { $number } Fragen entscheiden es
    }
likely-unless = {" "}(falls { $questions } nicht dagegen spricht)
likely-more =
    { $count ->
        [one] Ein weiterer Schritt kommt in mindestens 2 von 10 Fällen.
       *[other] { $number } weitere Schritte kommen in mindestens 2 von 10 Fällen.
    }

horizon-now = jetzt
horizon-next = danach
horizon-later = später
step-why = Warum
step-first = Zuerst
step-comparison = Vergleich
step-learn-from = Vorbild
step-after = Nach
step-covers = Enthält
step-then = Danach
step-source = Beleg
step-order = Abfolge
step-work = Arbeit
step-parties = Wer
step-cost = Haushalt
step-duty = Pflicht
order-prerequisite =
    { $count ->
        [one] Voraussetzung für Schritt { $steps }
       *[other] Voraussetzung für die Schritte { $steps }
    }
order-part = enthält einen dringlicheren Schritt
order-settles =
    { $count ->
        [one] erledigt Schritt { $steps } voraussichtlich mit
       *[other] erledigt die Schritte { $steps } voraussichtlich mit
    }
order-waiting = kann früher beginnen als Schritt { $steps }, der noch auf andere wartet
order-capacity = passt noch hinein, Schritt { $steps } nicht mehr
order-settled = entfällt voraussichtlich, wenn Schritt { $step } getan ist
work =
    { $weeks ->
        [one] { $low } bis { $high } eigene Arbeitstage (geschätzt), mindestens eine Woche
       *[other] { $low } bis { $high } eigene Arbeitstage (geschätzt), mindestens { $weeks } Wochen
    }
work-assumed =
    { $weeks ->
        [one] { $low } bis { $high } eigene Arbeitstage (angenommen nach dem Aufwand), mindestens eine Woche
       *[other] { $low } bis { $high } eigene Arbeitstage (angenommen nach dem Aufwand), mindestens { $weeks } Wochen
    }
decided-by-council = entscheidet: Rat oder Kreistag
decided-by-administration = entscheidet: Verwaltung
led-by = führt: { $role }
helped-by = hilft: { $partners }
cost-none = keine eigenen Mittel
cost-running = aus laufenden Mitteln
cost-item = eigener Ansatz im Haushalt
cost-investment = Investition über mehrere Jahre
cost-returns = { $cost }, spart später jedes Jahr
duty = { $law }, seit { $since }, gilt für { $binds }
duty-step = Schritt { $rank }, { $title }
step-facts = Seither
column-rank = Nr.
column-step = Schritt
column-priority = Priorität
column-effort = Aufwand
column-when = Wann
column-rule = Regel
column-question = Frage
column-waiting = Davon hängen ab
column-key = Schlüssel im Profil
column-own = Eigener Wert
column-type = Eigener Typ
column-all = Alle
column-best = Höchster Wert
column-table = Tabelle

here = hier { $value }
all-municipalities = alle { $value }
source-section = Studie { $section }
source-publication = „{ $title }“
source-table = Tabelle { $table }
source-rule = Regel { $rule }
source-changed = geändert durch das Regelpaket „{ $pack }“
fact-likely = wahrscheinlich, nicht gesichert
fact-unclear = ungeklärt
fact-checked = geprüft am { $day }
fact-expired = Stand vom { $day }, bitte prüfen, ob das noch gilt
effort-in-words = { $effort } von 5
waiting-rules =
    { $count ->
        [one] 1 Regel
       *[other] { $count } Regeln
    }
open-more =
    { $count ->
        [one] und eine weitere Frage
       *[other] und { $number } weitere Fragen
    }
open-none = Keine offene Frage würde die Liste ändern.
near-opened =
    { $count ->
        [one] { $title } (nach Schritt { $numbers })
       *[other] { $title } (nach einem der Schritte { $numbers })
    }
strength-share = { $label }: { $year } hatten das { $all } % der befragten Kommunen.
strength-number = { $label }: hier { $value }, im Mittel der befragten Kommunen { $all }.
learn-topics = Thema: { $topics }
learn-steps =
    { $count ->
        [one] Vorbild für den Schritt { $numbers }
       *[other] Vorbild für die Schritte { $numbers }
    }
method-type-goals = Typ: Abstand der genannten Ziele zu den Zielen der vier Typen (Tabelle { $table }), nach Rang gewichtet.
method-type-indicators = Typ: geschätzt aus den übrigen Antworten mit der Verteilung der Typen (Tabelle { $table }) und den Werten der Studie. Worauf das Gewicht liegt, zählt; wie viel insgesamt da ist, nicht.
method-priority = Priorität: Wirkung × Bedarf × Eignung für den Typ × Leichtigkeit, von 0 bis 100. Bewertet werden Schritte, nicht die Kommune.
method-benchmarks = Vergleichswerte: { $sample }.
method-study = Studie: { $title }. { $publisher }, { $published }.
method-packs = Regeln: { $packs }.
method-changed = Geänderte Regel: { $title } ({ $rule }), { $changed }
method-answered = Beantwortet: { $answers } von { $questions } Fragen.
method-privacy = Berechnet, ohne Daten an Dritte zu übertragen.

## Rules that other packs change

change-off = abgeschaltet
change-weight = Eignung mit { $weight } multipliziert
change-impact = Wirkung auf { $impact } gesetzt
change-impact-by-type = Wirkung auf { $impact } gesetzt ({ $types })
changed-by = { $change } durch das Regelpaket „{ $pack }“. Grund: { $reason }
rules-question = Frage `{ $question }`: { $label }
rules-change = ändert `{ $rule }`: { $change }. Grund: { $reason }
rules-changed = {" "}– { $change } durch das Regelpaket „{ $pack }“
