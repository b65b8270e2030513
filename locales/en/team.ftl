# A team of municipalities.

team-title = Digital municipalities as a team
team-dated = As of { $date }

team-section-map = The team
team-section-joint = Joint projects
team-section-pairs = Who learns from whom
team-section-calls = Calls to make together
team-section-alone = What nobody in the team has yet
team-section-strengths = What each municipality can pass on

team-summary-members = { $count ->
    [one] The team has one municipality.
   *[other] The team has { $number } municipalities.
    }
team-summary-joint = { $count ->
    [one] Several need one step, which together takes
   *[other] Several need { $number } steps, which together take
    } about { $together } working days instead of { $alone }.
team-summary-pairs = { $count ->
    [one] One municipality can learn one step from another.
   *[other] { $number } learning pairs are proposed: in each, a municipality asks another that has done the step.
    }
team-summary-alone = { $count ->
    [one] With one step nobody in the team has any experience yet.
   *[other] With { $number } steps nobody in the team has any experience yet.
    }

team-map-about = The study’s types complement one another: each can do something that others need. The number in brackets says how many projects a municipality can lead.
team-map-caption = Types, learning pairs and projects
team-map-described = { $count ->
    [0] No member is tied to another.
    [one] One line leads from a municipality to one that learns from it.
   *[other] { $count } lines lead from municipalities to those that learn from them.
    }
team-no-type = No type yet
team-column-member = Municipality
team-column-type = Type
team-column-mentors = Learns from
team-column-learners = Helps
team-column-projects = Projects

team-joint-about = First come the projects that save the most work on the steps that matter most. Days are the working days of all who take part.
team-column-alone = Days alone
team-column-together = Days together
team-column-lead = Can lead
team-column-members = Taking part
team-column-experienced = Has it already
team-nobody-yet = nobody yet

team-pairs-about = Under each municipality is what it can learn and whom it asks about it. Proposed is who has done the step and is like it in kind, size and state.
team-column-topic = Step
team-column-mentor = Asks
team-column-because = Why
team-because = { $question }: “{ $learner }” here, “{ $mentor }” there
team-by-type = a type worth looking at for this, by the study

team-alone-about = Members need these steps, and nobody in the team has done them. Here it is worth looking beyond the team:
team-alone-joint = (can be done jointly)
team-strengths-about = What a municipality has done and others need, the most wanted first:

team-and-more = { $names } and { $count } more
team-more = { $count ->
    [one] One more entry is in the data only.
   *[other] { $number } more entries are in the data only.
    }

team-reckoned-days = Together a step takes all the days of the largest member, and those of the others less the share that its rule names.
team-reckoned-pairs = Who has done a step is read from the answers. Whether a municipality has time to help others was not asked.

team-csv-learner = Learner
team-csv-mentor = Mentor
team-csv-rule = Rule
team-csv-step = Step
team-csv-question = Question
team-csv-here = Answer here
team-csv-there = Answer there
team-csv-gain = Weight
