## classify

classify-by-goals = By goals
classify-by-indicators = By the other answers (an estimate)
classify-distance = distance { $distance }
classify-no-goals = No goals named.
classify-too-few = Too few answers for an estimate.
classify-used =
    { $count ->
        [one] rests on one answer
       *[other] rests on { $count } answers
    }

## explain

explain-fires = fires
explain-silent = does not fire
explain-undecided = cannot be decided yet
explain-not-in-force = is not in force on the reference date
explain-off = is switched off
explain-rank = rank { $rank } of the steps
explain-outcome = Outcome
explain-change = Change
explain-condition = Condition
explain-tests = Tests
explain-waits-for = Open
explain-missing = Only missing
explain-priority = Priority
explain-would-be = would be { $priority }
explain-formula = 100 × impact { $impact }/5 × need { $need } × fit { $fit } × ease { $ease }
explain-need = Need
explain-impact = Impact
explain-fit = Fit
explain-variant = Variant
explain-notes = Notes
explain-covered-by = Part of
explain-after = First
explain-effect = Effect
explain-file = Rule file
test-true = true
test-false = false
test-unknown = open

## explain --what-if

what-if-heading =
    { $count ->
        [one] What the assumption changes
       *[other] What the assumptions change
    }
what-if-assumed = Assumed
what-if-rank = Rank
what-if-wording = Wording
what-if-worded = is different
what-if-type = Type
what-if-none = none
what-if-changed = { $before } → { $after }
what-if-same = { $value } (as before)
what-if-unaffected = This rule
what-if-nothing = is not affected: { $outcome }, priority { $priority }
what-if-others = Also
what-if-starts = new step: { $title } ({ $rule })
what-if-stops = no longer a step: { $title } ({ $rule })
what-if-more = and { $count } more steps; `--format json` names all
what-if-no-others = no other step is added or removed
what-if-after =
    { $count ->
        [one] The rule under this assumption
       *[other] The rule under these assumptions
    }
