# Words beside a number where people write numbers: separated by blanks, in small letters, without a full stop at the end.
# What is in no list counts as a unit or remark. The words of all languages hold everywhere.

## Change nothing about the number

number-words-about = about circa approximately approx around roughly estimated nearly almost some

## Shares

number-words-percent = percent pct
number-words-per-mille = permille

## Make a number no single number

number-words-range = to between until till
number-words-bound = over under above below more less fewer greater least most up exceeding exceeds minimum min maximum max not no without
number-words-sign = plus minus
number-words-month = january jan february feb march mar april apr may june jun july jul august aug september sept sep october oct november nov december dec

## Numbers in words

number-words-hundred = hundred
number-words-thousand = thousand thousands k keur
number-words-million = million millions mio m mn mln
number-words-milliard = bn
number-words-number = zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety dozen billion trillion half third quarter double
# Longer words for numbers end with these.
number-words-endings = hundred thousand
