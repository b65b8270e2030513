# Les mots à côté d'un nombre, là où des personnes écrivent des nombres : séparés par des espaces, en minuscules, sans point à la fin.
# Ce qui ne figure dans aucune liste compte comme unité ou remarque. Les mots de toutes les langues valent partout.

## Ne changent rien au nombre

number-words-about = environ approximativement presque vers estimé

## Parts

number-words-percent = pourcent pct
number-words-per-mille = pour-mille

## N'en font pas un seul nombre

number-words-range = à entre jusque jusqu
number-words-bound = plus moins dessus dessous minimum maximum sauf sans aucun aucune
number-words-sign = plus moins
number-words-month = janvier février mars avril mai juin juillet août septembre octobre novembre décembre

## Les nombres en lettres

number-words-hundred = cent cents
number-words-thousand = mille milliers
number-words-million = million millions
number-words-milliard = milliard milliards
number-words-number = zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante cinquante soixante douzaine demi demie tiers quart double
number-words-endings = cent mille
