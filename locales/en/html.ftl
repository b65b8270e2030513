## The report as an HTML page

html-skip = Skip to the report
html-contents = Contents
html-annex = For reference. What is unfolded is printed too.
html-of-five = { $value } of 5
html-impact = Impact
html-theme = Topic

## The type

html-memberships = Membership in the types
html-probabilities = Probability of the types (estimate)
html-column-bar = Bar
html-column-share = Share
html-second-type = (second type)
html-basis-goals = This rests on the goals named: the closer they come to those of a type, the higher the membership (study, table { $table }).
html-basis-indicators = This rests on the other answers, compared with the study's values and the frequency of the types (table { $table }). Naming goals would make the type more certain.

## The plan

html-plan-about = The number gives the order. Impact: from 1 (slight) to 5 (great). Effort: from 1 (days) to 5 (years). Priority: from 0 to 100; it rates the step, not the municipality.

## Effort and impact

html-section-matrix = Impact and effort
html-matrix-caption = All steps by impact and effort
html-matrix-about = Each figure is the number of a step. At the top left is what moves a lot for little effort. How great the local need is cannot be seen here; it is part of the order.
html-effort-least = days
html-effort-most = years
html-impact-least = slight
html-impact-most = great
html-example-rank = no.

## The profile

html-section-profile = The profile
html-profile-about = This shows how much there is of what the study asks for: for each question the part that is in place (say three of ten components, or level 1 of 3), for each area the mean of its answered questions, and for the types the average of their municipalities. It says how much is in place, not how good it is. Not every municipality needs everything.
html-profile-caption = What is in place, by area
html-themes-caption = Where the steps begin
html-column-area = Area
html-column-picture = Where the values lie
html-column-steps = Numbers of the steps
html-no-step = no step
html-nothing-answered = no answer yet
html-of-questions = { $answered } of { $questions } questions
html-mark-own = here
html-mark-own-type = (own type)
html-mark-all = all municipalities surveyed

## The comparison

html-comparison-about = For yes-or-no questions the marks show what percentage of municipalities say yes; the own answer is at the far left for no and at the far right for yes. For levels and counts they show the mean; the right edge is then the highest possible value.
html-up-to = (from 0 to { $greatest })

## The end

html-strengths-about = There is more of this here than elsewhere. Other municipalities can ask about it.
html-open-about = An answer may change the list of steps. The questions that most depends on come first.
html-column-decides = Helps decide
html-more-steps =
    { $count ->
        [one] and one more step
       *[other] and { $number } more steps
    }
html-sources = Sources
html-for-steps =
    { $count ->
        [one] (for step { $numbers })
       *[other] (for steps { $numbers })
    }
html-packs = Rule packs
html-column-pack = Id
html-column-version = Version

## The report as PDF

pdf-page = Page
pdf-page-of = of
pdf-missing = This report has no font for some characters. They are shown as “�”; the version as an HTML page has them.
