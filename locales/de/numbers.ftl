# Wörter, die neben einer Zahl stehen, wo Menschen Zahlen schreiben: durch Leerzeichen getrennt, klein, ohne Punkt am Ende.
# Was in keiner Liste steht, gilt als Einheit oder Bemerkung. Die Wörter aller Sprachen gelten überall.

## Ändern nichts an der Zahl

number-words-about = ca circa zirka etwa rund rd ungefähr geschätzt schätzungsweise knapp gut fast um

## Anteile

number-words-percent = prozent vh v.h proz
number-words-per-mille = promille

## Machen aus einer Zahl keine einzelne Zahl

number-words-range = bis zwischen
number-words-bound = über unter mehr weniger mindestens mind höchstens wenigstens maximal maximum max minimal minimum min ab größer kleiner oberhalb unterhalb nicht kein keine keiner ohne
number-words-sign = plus minus
number-words-month = januar jänner jan februar feb märz mär mrz april apr mai juni jun juli jul august aug september sept sep oktober okt november nov dezember dez

## Zahlen in Worten

number-words-hundred = hundert
number-words-thousand = tausend tsd tds t teur
number-words-million = million millionen mio mill
number-words-milliard = milliarde milliarden mrd
number-words-number = null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dutzend billion billionen halb halbe halbes hälfte drittel viertel fünftel doppelt
# Damit enden längere Zahlwörter.
number-words-endings = zehn zwanzig dreißig dreissig vierzig fünfzig sechzig siebzig achtzig neunzig hundert tausend
