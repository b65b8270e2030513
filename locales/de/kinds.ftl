# Die Arten von Fragen, jede unter ihrem Namen: was sie ist; was Vorlage, Schema und Handbuch zur Antwort sagen.

kind-choice = eine von mehreren Angaben
    .template = Eine Angabe von:
    .schema = Genau eine dieser Angaben
    .handbook = eine Angabe
kind-choices = beliebig viele von mehreren Angaben
    .template = Eine Liste [a, b] aus, [] für nichts davon:
    .schema = Eine Liste aus diesen Angaben; [] heißt „nichts davon“
    .handbook = beliebig viele Angaben
kind-ranking = mehrere Angaben, die wichtigste zuerst
    .template = Eine Liste [a, b, c], das Wichtigste zuerst, höchstens { $limit } von:
    .schema = Eine Liste aus diesen Angaben, das Wichtigste zuerst, höchstens { $limit }
    .handbook = höchstens { $limit } Angaben, die wichtigste zuerst
kind-scale = eine Stufe, von 0 an
    .template = Eine Zahl von { $min } bis { $max }:
    .schema = Eine Stufe von { $min } bis { $max }
    .handbook = eine Stufe von { $min } bis { $max }
kind-number = eine Zahl
    .template = Eine Zahl von { $min } bis { $max }, ohne Punkt zwischen den Tausendern
    .schema = { kind-number.template }
    .handbook =
        { $whole ->
            [yes] eine ganze Zahl von { $min } bis { $max }
           *[no] eine Zahl von { $min } bis { $max }
        }
kind-percent = eine Zahl von 0 bis 100
    .template = Eine Zahl von 0 bis 100 (Prozent)
    .schema = { kind-percent.template }
    .handbook = ein Anteil von 0 bis 100 %
kind-flag = ja oder nein
    .template = true (ja) oder false (nein)
    .schema = { kind-flag.template }
    .handbook = ja oder nein
kind-text = ein Text
    .template = Ein Text
    .schema = { kind-text.template }
    .handbook = ein Text

## Wörter für ja und nein in Tabellen, klein geschrieben; die aller Sprachen gelten überall

flag-words-yes = ja wahr
flag-words-no = nein falsch
