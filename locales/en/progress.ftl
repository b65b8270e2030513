# What a year brought: two profiles of one municipality.

progress-title = Digital municipality: what has changed
progress-title-of = Digital municipality: what has changed in { $name }
progress-dated = Comparison of { $date }

progress-section-done = Done
progress-section-begun = Begun
progress-section-new = New
progress-section-open = Still open
progress-section-gone = No longer needed
progress-section-plan = The plan
progress-section-answers = The answers
progress-section-questions = Questions that are no longer asked

progress-summary-nothing = Nothing has changed about the steps.
progress-summary-done = { $count ->
    [one] One step is done.
   *[other] { $number } steps are done.
    }
progress-summary-begun = { $count ->
    [one] One step has been begun: less of it is left to do than before.
   *[other] { $number } steps have been begun: less of them is left to do than before.
    }
progress-summary-open = { $count ->
    [one] One step is still open.
   *[other] { $number } steps are still open.
    }
progress-summary-new = { $count ->
    [one] One step is new.
   *[other] { $number } steps are new.
    }
progress-summary-gone = { $count ->
    [one] One step is no longer needed for another reason.
   *[other] { $number } steps are no longer needed for other reasons.
    }
progress-summary-answers = { $count ->
    [one] One answer is different today.
   *[other] { $number } answers are different today, { $towards-count ->
        [0] none of them closer to the advice than before
        [one] one of them closer to the advice than before
       *[other] { $towards } of them closer to the advice than before
    }{ $away-count ->
        [0] {""}
        [one] , one further away
       *[other] , { $away } further away
    }.
    }
progress-summary-answered = { $from } questions were answered then; { $to } are today.
progress-no-type = none yet
progress-type-same = The type is the same as before: { $to }.
progress-type-other = The type was: { $from }. Now it is: { $to }.
progress-drift-still = Goals and work still belong to different types.
progress-drift-now = Goals and work no longer belong to the same type.
progress-drift-no-more = Goals and work now belong to the same type.

progress-moved = { $question }: “{ $from }” before, “{ $to }” now
progress-need = { $from } of the way to the target was left, now { $to }
progress-gone-enough = Not all of it is done, but enough that the step is no longer needed: { $question }
progress-gone-answers = It no longer fits the answers, because this one has changed: { $question }
progress-gone-type = It no longer fits the municipality’s type.
progress-gone-undecided = { $question ->
    [none] Whether it is still needed is open, because an answer is missing.
   *[other] Whether it is still needed is open, because an answer is missing here: { $question }
    }
progress-gone-not-in-force = Its rule is no longer in force.
progress-gone-delegated = The shared administration now sees to it.

progress-plan-late = { $count ->
    [one] This step is later than planned
   *[other] These steps are later than planned
    }:
progress-plan-ahead = { $count ->
    [one] This step is ahead of the plan
   *[other] These steps are ahead of the plan
    }:
progress-plan-on-time = { $count ->
    [one] This step is on time
   *[other] These steps are on time
    }:
progress-plan-gone = { $count ->
    [one] This step of the plan is no longer needed
   *[other] These steps of the plan are no longer needed
    }:
progress-plan-in = in { $end }
progress-plan-done = done, planned { $when }
progress-plan-not-done = not done, planned { $when }

progress-answers-about = What counts as better follows the steps of the old advice, and otherwise the study. Where neither says so, or something has changed both ways, it is “open”.
progress-column-question = Question
progress-column-from = Before
progress-column-to = Now
progress-column-direction = Change
progress-towards = better
progress-away = worse
progress-neither = open
progress-questions-about = The old profile also answers questions that are no longer asked. They are left out of account here:
