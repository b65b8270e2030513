# The handbook of the packs (`dteam doc`), and conditions in words.

## Conditions in words

wording-always = always
wording-never = never
wording-and = and
wording-nor = nor
wording-quoted = “{ $text }”
wording-not = not { $value }
wording-neither = neither { $options }
wording-not-exactly = not exactly { $value }
wording-percent = { $number }%
wording-same = { $first } and { $second } are the same
wording-different = { $first } and { $second } differ
wording-among = { $option } is among the answers
wording-not-among = { $option } is not among the answers
wording-among-both = { $option } is both in { $first } and in { $second }
wording-not-among-both = { $option } is not in both { $first } and { $second }
wording-nothing-chosen = nothing chosen
wording-some-of-these = { $amount } of these: { $options }
wording-none-of-these = none of these: { $options }
wording-all-of-these = all of these: { $options }
wording-some-missing = { $count ->
        [one] { $amount } of these is missing: { $options }
       *[other] { $amount } of these are missing: { $options }
    }
wording-none-missing = none of these is missing: { $options }
wording-all-missing = all of these are missing: { $options }
wording-nothing-in-common = nothing in common
wording-in-common =
    { $count ->
        [one] one choice in common
       *[other] { $number } choices in common
    }
wording-place = { $option } in place { $place }
wording-not-place = { $option } not in place { $place }
wording-place-or-later = { $option } in place { $place } or further down
wording-place-or-before = { $option } not named, or in place { $place ->
        [one] 1
       *[other] 1 to { $place }
    }
wording-if-else = if { $condition }, then { $yes }, otherwise { $no }
wording-not-together = not all at once ({ $tests })
wording-none-of = none of these ({ $tests })
wording-level = { $article ->
        [yes] the level
       *[no] level
    } of { $list }
wording-count = { $article ->
        [yes] the number
       *[no] number
    } of choices in { $list }
wording-count-chosen = { $article ->
        [yes] the number
       *[no] number
    } of these choices ({ $options }) in { $list }
wording-count-missing = { $article ->
        [yes] the number
       *[no] number
    } of missing choices ({ $options }) in { $list }
wording-count-both = { $article ->
        [yes] the number
       *[no] number
    } of choices that { $first } and { $second } have in common
wording-rank = { $article ->
        [yes] the place
       *[no] place
    } of { $option } in { $list } (0: not named)
wording-membership = { $article ->
        [yes] the membership
       *[no] membership
    } of { $types }
wording-benchmark-own = the study's value for the own type ({ $of })
wording-benchmark-all = the study's value for all municipalities ({ $of })
wording-benchmark-of = the study's value for { $type } ({ $of })
wording-rounded = rounded ({ $number })
wording-lesser = the lesser of ({ $first }) and ({ $second })
wording-greater = the greater of ({ $first }) and ({ $second })
wording-call = { $help }, computed from { $from }
wording-list-chosen = those in { $list } out of { $options }
wording-list-missing = those missing in { $list } out of { $options }
wording-common = what { $first } and { $second } have in common
wording-as-far-as-chosen = { $list }, as far as named: { $options }
wording-as-far-as-missing = { $list }, as far as not named: { $options }

## The handbook

handbook-title = Handbook of the rules
handbook-title-of = Handbook of the rules: { $titles }
handbook-about = This handbook shows what the advice rests on: the questions to a municipality, the study's types, and every rule with its condition, reason, first moves and source.
handbook-about-partial = This handbook shows what these rules recommend and what they rest on: each with its condition, reason, first moves and source. Before them stand the questions that concern them.
handbook-contents = Contents
handbook-reading = How to read the rules
handbook-reading-rules = A rule recommends a step when its condition holds for the answers. Beside each condition stands the expression as the rule's file has it.
handbook-reading-unknown = An open question does not count as a no: where a condition depends on it, the rule stays undecided. “Nothing chosen”, on the other hand, means that the municipality answered “none of these”.
handbook-reading-texts = What stands between ‹ and › in a text is filled in from the answers.
handbook-reading-priority = The order of the steps follows from their priority, 0 to 100: 100 × impact ÷ 5 × need × fit × (1 − 0.1 × (effort − 1)). Impact and effort range from 1 to 5, need and fit from 0 to 1. Effort means:
handbook-effort-1 = a few days, no budget
handbook-effort-2 = a few weeks, one person
handbook-effort-3 = months, a small budget
handbook-effort-4 = a year, a project budget
handbook-effort-5 = several years, a large investment
handbook-column-pack = Pack
handbook-column-version = Version
handbook-column-rules = Rules
handbook-rules =
    { $count ->
        [one] one rule
       *[other] { $count } rules
    }
handbook-sections =
    { $count ->
        [one] one section
       *[other] { $count } sections
    }
handbook-types =
    { $count ->
        [one] one type
       *[other] { $count } types
    }
handbook-survey = The questions
handbook-survey-about = Every question may stay open. Below each stands which rules of this handbook go by the answer.
handbook-survey-partial = Of the questions of the survey, only those are here that rules of this handbook go by, name, or whose answer a step changes. Every question may stay open.
handbook-fixed = no step changes this
handbook-column-answer = Answer
handbook-column-key = Key in the profile
handbook-label-read-by = Helps to decide
handbook-label-named-by = Named in the texts of
handbook-read-by-none = No rule of this handbook uses the answer.
handbook-typology = The types
handbook-typology-about = The type follows from the goals: the first, second and third goal count { $scores }, and the type with the most similar goals (table { $table }) is the municipality's own. Without goals it is estimated from the other answers, if at least { $least ->
        [one] one of them is given
       *[other] { $number } of them are given
    }.
handbook-mixed = A municipality is a mixed form when its membership of the second type reaches at least { $ratio } of that of the first.
handbook-label-learns = What this type can learn from others
handbook-learns = { $topic } (from { $types })
handbook-centres = The goals of the types
handbook-centres-about = Mean weight of each answer to the question “{ $goals }”, table { $table } of the study.
handbook-column-goal = Goal
handbook-shares = How common the types are
handbook-shares-about = Shares among the municipalities of each kind, table { $table } of the study.
handbook-column-kind = Kind of municipality
handbook-pack = Pack “{ $title }”
handbook-label-changes = Changes rules of other packs
handbook-change = { $title } ({ $rule }): { $change }. Reason: { $reason }
handbook-version = version { $version }
handbook-label-functions = Functions of its own
handbook-all-of = All of these conditions hold:
handbook-any-of = At least one of these conditions holds:
handbook-not-all-of = These conditions do not all hold at once:
handbook-none-of = None of these conditions holds:
handbook-depends = Depending on the answer:
handbook-if = If this holds:
handbook-then = then this:
handbook-else = otherwise this:
handbook-variants = Variants
handbook-variants-about = The first whose condition holds replaces the parts named.
handbook-notes = Notes
handbook-notes-about = Each whose condition holds is added to the reason.
handbook-column-factor = Factor
handbook-impact = Impact
handbook-impact-same = { $impact } of 5 for every type
handbook-fit = Fit
handbook-need = Need
handbook-need-whole = always 1
handbook-effort = Effort
handbook-order = Before and after
handbook-covers = Also does
handbook-after = First, where open too
handbook-before = Waiting for this
handbook-effect = Afterwards
handbook-added = { $options } added
handbook-removed = { $options } dropped
handbook-set = { $options }
handbook-valid-from = The rule holds from { $from }.
handbook-valid-until = The rule holds until { $until }.
handbook-valid-between = The rule holds from { $from } to { $until }.
authorship-author = by { $author }
authorship-reviewed = checked on { $date } by { $by }
handbook-section = Study, section { $section }
handbook-fact = since then: { $title }
handbook-cases = Tested with these cases
handbook-index = Index of the rules
handbook-skip = Skip to the text
