# Plans: which step in which quarter.

period-in-short = Q{ $quarter } { $year }

plan-title = Digital municipality: plan of steps
plan-title-of = Digital municipality: plan of steps for { $name }
plan-dated = Plan of { $date }

plan-section-late = Duties that are not met in time
plan-section-quarters = Quarter by quarter
plan-section-settled = What is no longer needed
plan-section-unscheduled = What finds no place
plan-section-reckoned = How this was worked out

plan-no-steps = The answers lead to no step that could be planned.
plan-summary = { $count ->
    [one] One step is done from { $start } to { $end } and takes
   *[other] { $number } steps are done from { $start } to { $end } and take
    } about { $days } of your own working days.
plan-summary-settled = { $count ->
    [one] One more step is no longer needed because of that.
   *[other] { $number } more steps are no longer needed because of that.
    }
plan-summary-left = { $count ->
    [one] One step finds no place in that time.
   *[other] { $number } steps find no place in that time.
    }
plan-late = binds from { $since }, but is done only in { $end }
plan-quarters-about = Under each quarter are the steps that begin in it. Days are your own working days for the whole step.
plan-quarter = { $period }: { $used } of { $capacity } days{ $count ->
    [0] {""}
    [one] ; step { $steps } continues
   *[other] ; steps { $steps } continue
    }
plan-quarter-blocked = { $period }: blocked
plan-column-time = Time
plan-column-end = Done
plan-column-days = Days
plan-column-lead = Leads
plan-column-decides = Decides
plan-step-named = step { $number }, { $title }
plan-because = { $count ->
    [one] becomes possible through step { $steps }
   *[other] becomes possible through steps { $steps }
    }
plan-after = { $count ->
    [one] after step { $steps }
   *[other] after steps { $steps }
    }
plan-from-to = from { $start } to { $end }
plan-settled-about = Today's answers recommend these steps. Once others are done, they are no longer needed.
plan-settled-by = no longer needed because of { $step }
plan-left-per-year = { $count ->
    [one] There are days for this step, but enough others begin in every year
   *[other] There are days for these steps, but enough others begin in every year
    }
plan-left-capacity = { $count ->
    [one] There are not enough working days for this step
   *[other] There are not enough working days for these steps
    }
plan-left-horizon = { $count ->
    [one] This step lasts longer than the plan
   *[other] These steps last longer than the plan
    }
plan-left-waits-for = { $count ->
    [one] This step builds on one that finds no place itself
   *[other] These steps build on others that find no place themselves
    }
plan-waits-for = (waits for: { $title })
plan-turns-given = This reckons with { $days } of your own working days a quarter, as stated, and with at most { $per-year } steps that begin in four quarters in a row.
plan-turns-estimated = This reckons with { $days } of your own working days a quarter and with at most { $per-year } steps that begin in four quarters in a row. The working days are an assumption by the size of the municipality; with a number of your own the plan becomes more accurate.
plan-estimates = How many days and weeks a step takes is an estimate.
plan-value = What matters most comes first as far as possible: the plan reaches { $share } of what even the best plan could reach with these days.
plan-afterwards = { $count ->
    [0] Once all this is done, no step is left.
    [one] Once all this is done, one step is left.
   *[other] Once all this is done, { $number } steps are left.
    }

tasks-sheet = Tasks
tasks-number = No.
tasks-task = Task
tasks-owner = Leads
tasks-helps = Helps
tasks-decides = Decides
tasks-start = Start
tasks-end = End
tasks-days = Days
tasks-cost = Budget
body-council = council
body-administration = administration
tasks-day-format = yyyy-mm-dd
