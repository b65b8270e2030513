# What the language is called, and how it writes numbers, days, lists and quotations.

language-name = English
# The language that stands in for texts that are missing here.
language-fallback = de
language-decimal-mark = .
language-group-mark = ,
language-percent = { $number }%
# Between a label and what is said of it.
language-colon = :
language-quoted = “{ $text }”
# Between the last two of a list.
language-and = and
# Counts in running text, from none up.
language-counts = no one two three four five six seven eight nine ten eleven twelve
language-date = { $day } { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    } { $year }
language-month = { $two-digit-month }/{ $year }
