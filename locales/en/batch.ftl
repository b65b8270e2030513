## The summary of many municipalities

batch-title =
    { $count ->
        [one] Digital municipalities: summary of one municipality
       *[other] Digital municipalities: summary of { $number } municipalities
    }
batch-title-none = Digital municipalities: summary
batch-date = As of { $date }
batch-rejected =
    { $count ->
        [one] one faulty record is not included
       *[other] { $number } faulty records are not included
    }
batch-doubtful =
    { $count ->
        [one] one municipality has answers to be checked
       *[other] { $number } municipalities have answers to be checked
    }
batch-nobody = No municipality was advised.
batch-most-common-type = The most common are { $labels } ({ $share }).
batch-each = { $share } each
batch-most-common-step =
    { $first ->
        [0] The most frequent step is “{ $title }”: for { $number } of { $all } municipalities.
       *[other] The most frequent step is “{ $title }”: for { $number } of { $all } municipalities, for { $first-number } of them among the first five steps.
    }
batch-most-open =
    { $count ->
        [one] The answer missing most often is “{ $label }”, in one municipality.
       *[other] The answer missing most often is “{ $label }”, in { $number } municipalities.
    }
batch-all = All
batch-unanswered = no answer
batch-class-below = below { $below }
batch-class-between = { $from } to below { $below }
batch-class-from = { $from } and more
batch-none = none of these
batch-number = number of answers

batch-types = Types
batch-types-note = Shares of the municipalities whose type is known; in brackets the share in the study.
batch-types-basis = What the type rests on: the goals ({ $goals }), an estimate from the other answers ({ $indicators }). Mixed forms: { $mixed }. Goals and daily work point in different directions: { $differ }.
batch-column-municipalities = Municipalities
batch-column-no-type = no type
batch-with-study = { $share } (study { $study })

batch-steps = Steps
batch-steps-note = For how many municipalities a step comes up, and for how many it is among the first five. “Open”: answers are missing to decide it.
batch-column-first-five = among the first five
batch-column-undecided = open
batch-steps-more =
    { $count ->
        [one] One more step is less frequent; the JSON form includes it.
       *[other] { $number } more steps are less frequent; the JSON form includes all.
    }

batch-open = Questions often left open
batch-open-note = These answers would make the advice more precise.
batch-column-unanswered = unanswered
batch-column-read-by = rules that read it
batch-open-none = All questions that a rule reads are answered.

batch-own-questions = Answers to the packs' own questions
batch-own-questions-note = The study asks none of these; there is nothing to compare with.
batch-mean = mean { $mean }
batch-never = In no advice
batch-never-note = These rules were a step for nobody, or nobody read this variant or note of a step.
batch-never-more =
    { $count ->
        [one] One more; the JSON form includes it.
       *[other] { $number } more; the JSON form includes all.
    }
batch-never-item = { $part ->
        [variant] { $rule }, variant { $number }: { $condition }
        [note] { $rule }, note { $number }: { $condition }
       *[rule] { $rule }: { $title }
    }

batch-comparison = Compared with the study
batch-comparison-note = Only municipalities that have answered. Study: { $sample }.
batch-table = Table { $table }: { $title }
batch-table-base = Values of the study: { $base }.
batch-column-answer = Answer
batch-column-here = here
batch-column-study = study
batch-method = Method
batch-method-counted = Municipalities are counted whatever their size. Steps are rated, not municipalities.

## At the end of a run

batch-done =
    { $count ->
        [0] No municipality advised
        [one] One municipality advised
       *[other] { $number } municipalities advised
    }
batch-done-rejected =
    { $count ->
        [one] 1 faulty record passed over
       *[other] { $number } faulty records passed over
    }
batch-done-doubtful =
    { $count ->
        [one] 1 with a warning
       *[other] { $number } with warnings
    }
batch-done-types = Types
batch-done-no-type = no type
batch-done-steps = Most frequent steps
batch-done-undecided =
    { $count ->
        [one] Not to be decided yet, as answers are missing: one rule per municipality on average
       *[other] Not to be decided yet, as answers are missing: { $number } rules per municipality on average
    }
batch-more-problems =
    { $count ->
        [one] One more faulty record is not shown.
       *[other] { $number } more faulty records are not shown.
    }
batch-more-warnings =
    { $count ->
        [one] One more warning is not shown.
       *[other] { $number } more warnings are not shown.
    }
batch-rejects-file = The faulty records are in { $path }.
batch-interrupted = Interrupted.
batch-resume-hint = Interrupted. `--resume` goes on from here.
batch-strict = Stopped at the first faulty record (`--strict`).
batch-progress = { $done } municipalities · { $rate }/s
batch-progress-of = { $percent } · { $done } municipalities · { $rate }/s · { $left } left
batch-template-hint = `dteam new profile` shows what the columns can hold. Separate several answers in a cell by `|`; `-` means “none of these”, empty means “still open”.
batch-template-written = { $path } is written: a row for each municipality from row 4 on. Separate several answers in a cell by `|`; `-` means “none of these”, empty means “still open”.
batch-template-rows = Municipalities
batch-template-answers = Answers
batch-template-id = Key
batch-template-id-help = What the record is known by, such as the official municipality key.
batch-template-unit = In { $unit }.
batch-template-several = Separate several answers by |; - means “none of these”.
batch-template-ranked = At most { $limit } answers, the most important first, separated by |; - means “none of these”.
batch-template-percent = As a number from 0 to 100, or as a percentage.
batch-template-refused = This answer is not possible here. The note above the column says what is meant.
