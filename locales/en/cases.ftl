# What `dteam test` says.

## In one sentence

case-mismatch = { $rule } should { $expected }, but would { $found }
case-effect = { $rule } still fires once its step is done: `effect` does not fit `when`
case-order = the steps should come in this order: { $expected }; but they come as: { $found }
case-text = missing in the text of { $rule } ({ $language }): { $missing }
case-part = { $rule }: `{ $key }` should be { $expected }, but is { $found }
case-classification = the classification should be { $expected }, but is { $found }
case-missing = { $outcome ->
        [fires] no case shows that { $rule } fires
        [silent] no case shows that { $rule } stays silent
       *[other] no case shows that { $rule } stays undecided
    }

## A case that comes out otherwise

case-expected = expected
case-found = found
case-because = because
case-condition = condition
case-needs = missing
case-period = in force
case-period-from = from { $from }
case-period-until = until { $until }
case-period-between = from { $from } until { $until }
case-period-on = { $period }; the case's date is { $date }
case-effect-expected = no longer fires once its step is done
case-effect-found = still fires once its step is done
case-effect-line = effect
case-effect-hint = Either `effect` changes too little, or `when` asks for something else.
case-steps = Order of the steps
case-step = rank { $rank }: { $rule }, priority { $priority }
case-step-after = rank { $rank }: { $rule }, priority { $priority }, only after { $after }
case-texts = { $rule }: { $language ->
        [de] German text
        [en] English text
       *[other] text in the language `{ $language }`
    }
case-text-missing = missing
case-text-title = title
case-text-why = why
case-text-actions = first
case-kind = Classification
case-memberships = degree

## What was changed

case-changed-rule = { $rule }: from `{ $from }` to `{ $to }`
case-changed-order = `order`: { $order }
case-changed-part = `{ $key }` of { $rule }: { $to } instead of { $from }
case-changed-classification = `classification.{ $key }`: { $to } instead of { $from }
case-changed-stated = `{ $key }` added: { $rules }
case-changed-nothing = no rule of the pack
case-added =
    { $count ->
        [one] One case added at the end of { $file }. Read it, and give it a name that says what it shows.
       *[other] { $number } cases added at the end of { $file }. Read them, and give each a name that says what it shows.
    }
case-changed-count =
    { $count ->
        [one] One case changed.
       *[other] { $number } cases changed.
    }

## The count

case-tally = { $passed } passed, { $failed } failed

## --watch

watch-changed = { $file } changed
watch-changed-more = { $file } and { $others } more changed
watch-waiting = Waiting for changes, Ctrl-C ends
case-skipped =
    { $count ->
        [one] 1 case skipped because it names rules of a pack with mistakes
       *[other] { $count } cases skipped because they name rules of a pack with mistakes
    }
case-missing-count =
    { $count ->
        [one] a case is missing for 1 outcome
       *[other] a case is missing for { $count } outcomes
    }
case-broken =
    { $count ->
        [one] 1 pack not tested because of mistakes
       *[other] { $count } packs not tested because of mistakes
    }

## Coverage and changes

coverage-title = Coverage
coverage-counted = { $name }: { $share } ({ $part } of { $whole })
coverage-outcome = { $outcome ->
        [fires] no case shows that the rule fires
        [silent] no case shows that the rule stays silent
       *[other] no case shows that the rule stays undecided
    }
coverage-test-true = in no case does it matter that `{ $test }` is true
coverage-test-false = in no case does it matter that `{ $test }` is false
coverage-left-out = in no case would anything be missing without { $part }: { $text }
coverage-case = a case for it: profile: { $profile }, { $says }
coverage-under = the rule under `{ $outcome }`
coverage-expect = with `{ $expect }`
coverage-unseen = { $pack }: no case uses (for information only)
mutation-title = Changes to the rules that cases notice
mutation-part = { $part ->
        [need] need
        [impact] impact
        [fit] fit
        [effort] effort
        [after] after
        [variant] variant { $number }
        [note] note { $number }
        [text] value in a text (`{ $number }`)
        [change] change of another rule
        [function] function
       *[other] condition
    }
mutation-survivor = not noticed: { $mutant }
mutation-left-out = not noticed: left out
mutation-case = a case that notices: profile: { $profile }, { $says }

## test

outcome-fires = fire
outcome-silent = be silent
outcome-undecided = be undecided
outcome-not-in-force = not be in force
outcome-off = be switched off
