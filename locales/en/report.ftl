## Values in texts

unanswered = not stated
none = none
yes = yes
no = no
number-of = number chosen under “{ $label }”
type = Type
type-by-goals = Type by goals
type-by-indicators = Type by the other answers
mixed-with = Second type
membership = Membership
benchmark = Value of the study

or = or
phrase-at-least = at least { $value }
phrase-at-most = at most { $value }
phrase-exactly = exactly { $value }
phrase-more-than = more than { $value }
phrase-less-than = less than { $value }
phrase-level = “{ $level }”
phrase-options =
    { $count ->
        [one] one choice
       *[other] { $number } choices
    }

## The summary

summary-type = { $name } { $belongs } ({ $membership }){ $mixed }.
summary-type-differs = { $name } { $belongs } ({ $membership }){ $mixed }, but the other answers fit { $work } better.
summary-type-estimated = { $name } { $belongs } ({ $membership }){ $mixed }: an estimate from the other answers, as no goals are named.
summary-mixed = {" "}and is close to { $types } ({ $membership })
summary-no-type = No type can be given yet: no goals are named, and the other answers are too few for an estimate.
summary-steps =
    { $count ->
        [one] One step comes into question: { $steps }.
       *[other] { $number } steps are worth considering; { $steps } would now move the most.
    }
summary-no-steps = None of the rules' steps fits the answers.
summary-nothing-certain = No step is certain yet; answers are missing for that.
summary-open =
    { $unanswered ->
        [one] One question is open and may still change the list.
       *[other] { $number } questions are open; { $deciding ->
            [one] one of them
           *[other] { $deciding-number } of them
        } may still change the list.
    }
summary-open-without-effect =
    { $unanswered ->
        [0] All questions are answered.
        [one] One question is open; it changes nothing in the list.
       *[other] { $number } questions are open; they change nothing in the list.
    }

## The report

report-title = Digital municipality: advice
report-title-of = Digital municipality: advice for { $name }
report-date = Advice of { $date }
report-undated = Advice
section-summary = In brief
section-first = The first steps
section-council = Three sentences for the council
section-type = The type
section-steps = Next steps
section-duties = Duties
turns-given = Now means what fits into the first half-year with { $days } working days of the municipality's own staff a quarter. Next is the year after that; everything else comes later. At most { $per-year } steps are begun in a year. The working days of each step are estimates.
turns-estimated = Now means what fits into the first half-year with { $days } working days of the municipality's own staff a quarter (assumed, since no figure is given). Next is the year after that; everything else comes later. At most { $per-year } steps are begun in a year. The working days of each step are estimates.
section-more-steps = Further steps
section-likely = Likely steps
section-open = Open questions
section-near = Possible after that
section-strengths = What others can learn here
section-learning = Where it is worth looking
section-comparison = In comparison
section-method = Method and sources
no-steps = No step is certain.

period = quarter { $quarter } of { $year }
first-dated = These begin in the first half-year ({ $start } and { $end }):
first-undated = These begin in the first half-year:
first-more =
    { $count ->
        [one] One more step follows in the same half-year.
       *[other] { $number } more steps follow in the same half-year.
    }
first-days = { $low } to { $high } days
first-column-lead = Led by
first-column-decides = Decided by
first-column-days = Own work
told-begun =
    { $more ->
        [0] In the first half-year we begin with { $steps }.
       *[other] We begin { $number } steps in the first half-year, starting with { $steps }.
    }
told-work = The work is estimated at { $low } to { $high } days of our own staff; { $days } are available each quarter.
told-decided =
    { $count ->
        [0] None of this needs a decision of the council.
       *[other] The council has to decide on { $steps }.
    }

type-goals = Leading goals
type-strengths = Strengths of this type
type-estimate = Estimated from { $count ->
        [one] one answer
       *[other] { $count } answers
    }, as no goals are named.
type-worth =
    { $count ->
        [10] What the estimate is worth: of ten municipalities with such answers, nearly all are of this type.
       *[other] What the estimate is worth: of ten municipalities with such answers, about { $number } are of this type.
    }
type-level-far-less = All in all there is far less than the study's mean. What matters most can then hardly be read from it.
type-level-less = All in all there is less than the study's mean.
type-level-same = All in all there is about as much as the study's mean.
type-level-more = All in all there is more than the study's mean.
type-level-far-more = All in all there is far more than the study's mean. What matters most can then hardly be read from it.
type-differs = By the other answers, the type { $work } would be closer. Goals and daily work point in different directions.
type-none = The type follows from the goals. Up to three goals are enough.
type-mixed = A mixed form: { $first } and { $second } are close to each other.

likely-about = Whether these steps are due depends on open questions. How likely they are is estimated from the answers so far and the study's values.
likely-estimate =
    { $tenths ->
        [10] estimated: in nearly all cases
       *[other] estimated: in { $tenths } of 10 cases
    }; { $count ->
        [one] one question decides it
       *[other] { $number } questions decide it
    }
likely-unless = {" "}(unless { $questions } speaks against it)
likely-more =
    { $count ->
        [one] One more step comes in at least 2 of 10 cases.
       *[other] { $number } more steps come in at least 2 of 10 cases.
    }

horizon-now = now
horizon-next = next
horizon-later = later
step-why = Why
step-first = First
step-comparison = Compare
step-learn-from = See
step-after = After
step-covers = Includes
step-then = Then
step-source = Source
step-order = Order
step-work = Work
step-parties = Who
step-cost = Budget
step-duty = Duty
order-prerequisite =
    { $count ->
        [one] prerequisite for step { $steps }
       *[other] prerequisite for steps { $steps }
    }
order-part = contains a more urgent step
order-settles =
    { $count ->
        [one] probably settles step { $steps } as well
       *[other] probably settles steps { $steps } as well
    }
order-waiting = can begin before step { $steps }, which still waits for others
order-capacity = still fits in; step { $steps } does not
order-settled = probably unnecessary once step { $step } is done
work =
    { $weeks ->
        [one] { $low } to { $high } working days of own staff (estimated), at least one week
       *[other] { $low } to { $high } working days of own staff (estimated), at least { $weeks } weeks
    }
work-assumed =
    { $weeks ->
        [one] { $low } to { $high } working days of own staff (assumed from the effort), at least one week
       *[other] { $low } to { $high } working days of own staff (assumed from the effort), at least { $weeks } weeks
    }
decided-by-council = decided by: the elected council
decided-by-administration = decided by: the administration
led-by = led by: { $role }
helped-by = with: { $partners }
cost-none = no money of its own
cost-running = from current means
cost-item = an item of its own in the budget
cost-investment = an investment over several years
cost-returns = { $cost }; saves money every year afterwards
duty = { $law }, since { $since }, binds { $binds }
duty-step = step { $rank }, { $title }
step-facts = Since then
column-rank = No.
column-step = Step
column-priority = Priority
column-effort = Effort
column-when = When
column-rule = Rule
column-question = Question
column-waiting = What depends on it
column-key = Key in the profile
column-own = Own value
column-type = Own type
column-all = All
column-best = Highest value
column-table = Table

here = here { $value }
all-municipalities = all { $value }
source-section = Study { $section }
source-publication = “{ $title }”
source-table = Table { $table }
source-rule = Rule { $rule }
source-changed = changed by the pack “{ $pack }”
fact-likely = likely, not certain
fact-unclear = unclear
fact-checked = checked on { $day }
fact-expired = as of { $day }: please check whether it still holds
effort-in-words = { $effort } of 5
waiting-rules =
    { $count ->
        [one] 1 rule
       *[other] { $count } rules
    }
open-more =
    { $count ->
        [one] and one more question
       *[other] and { $number } more questions
    }
open-none = No open question would change the list.
near-opened =
    { $count ->
        [one] { $title } (after step { $numbers })
       *[other] { $title } (after any of steps { $numbers })
    }
strength-share = { $label }: { $all }% of the municipalities surveyed had it in { $year }.
strength-number = { $label }: { $value } here, { $all } on average among the municipalities surveyed.
learn-topics = Topic: { $topics }
learn-steps =
    { $count ->
        [one] Worth a look for step { $numbers }
       *[other] Worth a look for steps { $numbers }
    }
method-type-goals = Type: distance of the goals named to the goals of the four types (table { $table }), weighted by rank.
method-type-indicators = Type: estimated from the other answers with the distribution of types (table { $table }) and the study's values. What is stressed counts; how much there is in all does not.
method-priority = Priority: impact × need × fit with the type × ease, from 0 to 100. It rates steps, not the municipality.
method-benchmarks = Values for comparison: { $sample }.
method-study = Study: { $title }. { $publisher }, { $published }.
method-packs = Rules: { $packs }.
method-changed = Rule changed: { $title } ({ $rule }), { $changed }
method-answered = Answered: { $answers } of { $questions } questions.
method-privacy = Computed without passing any data on to others.

## Rules that other packs change

change-off = switched off
change-weight = fit multiplied by { $weight }
change-impact = impact set to { $impact }
change-impact-by-type = impact set to { $impact } ({ $types })
changed-by = { $change } by the pack “{ $pack }”. Reason: { $reason }
rules-question = Question `{ $question }`: { $label }
rules-change = changes `{ $rule }`: { $change }. Reason: { $reason }
rules-changed = {" "}– { $change } by the pack “{ $pack }”
