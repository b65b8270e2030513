# What `dteam check` says, but for the problems themselves (problems.ftl).

check-packs =
    { $count ->
        [one] one pack
       *[other] { $number } packs
    }
check-rules =
    { $count ->
        [one] one rule
       *[other] { $number } rules
    }
check-cases =
    { $count ->
        [one] one case
       *[other] { $number } cases
    }
check-profiles =
    { $count ->
        [one] one profile
       *[other] { $number } profiles
    }
check-errors =
    { $count ->
        [one] one error
       *[other] { $number } errors
    }
check-warnings =
    { $count ->
        [one] one warning
       *[other] { $number } warnings
    }
check-notes =
    { $count ->
        [one] one note
       *[other] { $number } notes
    }
check-progress = { $done } of { $all } rules tried out …
check-nothing = nothing to complain about
check-authorship = Pack `{ $pack }`: { $who }
check-summary = { $checked } checked: { $found }
check-explain = What a code means: `dteam check --explain CODE`.

## Every problem

severity-error = error
severity-note = note
severity-warning = warning
problem-cell = { $file }, sheet “{ $sheet }”, cell { $cell }
problem-example = for example
problem-help = help
