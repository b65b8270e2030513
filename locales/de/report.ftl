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
       *[other] { $number } Schritte kommen in Frage, am meisten bewegen jetzt { $steps }.
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
section-type = Der Typ
section-steps = Nächste Schritte
section-more-steps = Weitere Schritte
section-open = Offene Fragen
section-near = Danach möglich
section-strengths = Was andere hier lernen können
section-learning = Wo sich ein Blick lohnt
section-comparison = Im Vergleich
section-method = Methode und Quellen
no-steps = Kein Schritt steht fest.

type-goals = Leitende Ziele
type-strengths = Stärken dieses Typs
type-estimate = Geschätzt aus { $count ->
        [one] einer Antwort
       *[other] { $count } Antworten
    }, denn Ziele sind nicht genannt.
type-differs = Nach den übrigen Antworten läge der Typ { $work } näher. Ziele und tägliche Arbeit weisen in verschiedene Richtungen.
type-none = Der Typ folgt aus den Zielen. Bis zu drei Ziele genügen.
type-mixed = Mischform: { $first } und { $second } liegen nahe beieinander.

step-priority = Priorität { $priority }
step-effort = Aufwand { $effort }
horizon-now = jetzt
horizon-next = danach
horizon-later = später
step-why = Warum
step-first = Zuerst
step-comparison = Vergleich
step-learn-from = Vorbild
step-after = Nach
step-then = Danach
step-source = Beleg
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
source-table = Tabelle { $table }
source-rule = Regel { $rule }
source-changed = geändert durch das Regelpaket „{ $pack }“
source-fact = seither: { $title }
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
legend-more = Zahl: Priorität von 0 bis 100. Kreise: Aufwand von einem (Tage) bis fünf (Jahre).
method-type-goals = Typ: Abstand der genannten Ziele zu den Zielen der vier Typen (Tabelle { $table }), nach Rang gewichtet.
method-type-indicators = Typ: geschätzt aus den übrigen Antworten mit der Verteilung der Typen (Tabelle { $table }) und den Werten der Studie (naives Bayes-Verfahren).
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

## The profile template

template-intro =
    Jede Frage kann offen bleiben. Antworten hinter den Doppelpunkt schreiben;
    eine leere Liste [] heißt „nichts davon“, gar keine Angabe heißt „noch offen“.
    Danach: dteam advise DATEI
expects-choice = Eine Angabe von:
expects-choices = Eine Liste [a, b] aus, [] für nichts davon:
expects-ranking = Eine Liste [a, b, c], das Wichtigste zuerst, höchstens { $limit } von:
expects-scale = Eine Zahl von { $min } bis { $max }:
expects-number = Eine Zahl von { $min } bis { $max }, ohne Punkt zwischen den Tausendern
expects-percent = Eine Zahl von 0 bis 100 (Prozent)
expects-flag = true (ja) oder false (nein)
expects-text = Ein Text

## The pack template

pack-made = Das Regelpaket `{ $folder }` ist angelegt, mit einem Beispiel zum Umbauen:
pack-made-pack = Fragen, Funktion und Regeln; hier beginnen
pack-made-cases = Fälle: Antworten, und was daraus folgen soll
pack-made-script = die Funktion
pack-made-next = Die nächsten Befehle:
pack-made-check = findet Fehler
pack-made-test = spielt die Fälle durch
pack-made-doc = zeigt das Paket so, wie man es liest
pack-made-advise =
    Ein Profil mit allen Fragen schreibt `{ $form }`;
    ausgefüllt wird daraus eine Beratung: `{ $advise }`.
pack-made-profile = PROFIL

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

## test

outcome-fires = zutreffen
outcome-silent = nicht zutreffen
outcome-undecided = offen bleiben
outcome-not-in-force = am Stichtag nicht gelten
outcome-off = abgeschaltet sein

## Problems

severity-error = Fehler
severity-note = Hinweis
severity-warning = Warnung
problem-example = zum Beispiel
problem-help = Abhilfe
