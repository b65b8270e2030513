# Wie die Sprache heißt, und wie sie Zahlen, Tage, Aufzählungen und Zitate schreibt.

language-name = Deutsch
language-decimal-mark = ,
language-group-mark = .
language-percent = { $number } %
# Zwischen einer Bezeichnung und dem, was zu ihr gesagt wird.
language-colon = :
language-quoted = „{ $text }“
# Zwischen den letzten beiden einer Aufzählung.
language-and = und
# Anzahlen im Text, von null an.
language-counts = keine eine zwei drei vier fünf sechs sieben acht neun zehn elf zwölf
# DIN 5008
language-date = { $two-digit-day }.{ $two-digit-month }.{ $year }
language-month = { $two-digit-month }.{ $year }
