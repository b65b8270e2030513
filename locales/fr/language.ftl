# Le nom de la langue et sa manière d'écrire les nombres, les dates, les listes et les citations.

language-name = Français
# La langue qui remplace celle-ci là où un texte manque.
language-fallback = en
language-decimal-mark = ,
language-group-mark =  
language-percent = { $number } %
# Entre un intitulé et ce qui en est dit.
language-colon = { "\u00A0" }:
language-quoted = « { $text } »
# Entre les deux derniers éléments d'une liste.
language-and = et
# Les quantités dans un texte, à partir de zéro.
language-counts = aucune une deux trois quatre cinq six sept huit neuf dix onze douze
language-date = { $day ->
        [1] 1er
       *[other] { $day }
    } { $month ->
        [1] janvier
        [2] février
        [3] mars
        [4] avril
        [5] mai
        [6] juin
        [7] juillet
        [8] août
        [9] septembre
        [10] octobre
        [11] novembre
       *[12] décembre
    } { $year }
language-month = { $two-digit-month }/{ $year }
