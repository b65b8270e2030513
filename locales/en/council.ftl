## The paper: its head

council-title-decision = Council paper for decision (Beschlussvorlage), draft
council-title-information = Council paper for information (Mitteilungsvorlage), draft
council-draft = A draft to check and complete. The administration fills in the empty fields and dots (………).
council-particulars = Particulars
council-number = Paper no. (Vorlage Nr.)
council-reference = File reference
council-date = Date
council-in-charge = Lead department
council-involved = Also involved
council-section-subject = Subject (Betreff)
council-subject-decision =
    { $count ->
        [one] Digitalisation: the next step
       *[other] Digitalisation: { $number } next steps
    }
council-subject-information =
    { $count ->
        [0] Digitalisation: where we stand
       *[other] Digitalisation: where we stand, and next steps
    }
council-section-meetings = Order of meetings (Beratungsfolge)
council-body = Body
council-meeting = Meeting on
council-task = Task
council-status = Status (public or not)
council-task-advice = preliminary discussion
council-task-decision = decision
council-task-information = for information
council-committee = Committee: ………
council-any = Body in charge
council-any-in-text = the body in charge

## Decision or information

council-section-decision = Proposed decision (Beschlussvorschlag)
council-decides =
    { $count ->
        [one] { $council } decides: The administration is to carry out this step. It is described in the reasons.
       *[other] { $council } decides: The administration is to carry out these steps. They are described under the same numbers in the reasons.
    }
council-charge = (responsible: ………, to be completed by: ………)
council-charge-until = (responsible: ………, to be completed by the end of { $end })
council-report-back = The administration reports on progress by ………. Expenditure not provided for in the budget is put to a separate decision first.
council-section-information = For information (Kenntnisnahme)
council-takes-note =
    { $count ->
        [0] { $council } takes note of the state of digitalisation.
        [one] { $council } takes note of the state of digitalisation and of this next step:
       *[other] { $council } takes note of the state of digitalisation and of these next steps:
    }
council-no-decision = No decision is proposed.

## State of affairs and reasons

council-section-reasons = State of affairs and reasons (Sachverhalt und Begründung)
council-section-state = State of affairs (Sachverhalt)
council-topic-position = Where the municipality stands
council-basis = The basis is the municipality's answers to { $answers } of { $questions } questions. They are compared with the study “{ $study }”, { $publisher }, { $published }. Values compared with: { $sample }. The study tells { $types } types of municipalities apart by their goals.
council-type-by-goals = The type is no grade. It shows which steps suit and whom to learn from. The percentage says how close the goals named come to those of the type.
council-type-by-indicators = The type is no grade. It shows which steps suit and whom to learn from. The percentage says how likely it is by the answers.
council-strengths = What can be built upon:
council-no-steps = At present no step follows from the answers. Annex 1 lists the open questions.
council-chosen-all =
    { $count ->
        [one] One step follows from the answers; this paper is about it.
       *[other] { $number } steps follow from the answers; this paper is about all of them.
    }
council-chosen-decision =
    { $chosen ->
        [one] { $all-number } steps follow from the answers. One of them is up for decision; annex 1 describes all.
       *[other] { $all-number } steps follow from the answers. Of these, { $chosen-number } are up for decision; annex 1 describes all.
    }
council-chosen-information =
    { $all ->
        [one] One step follows from the answers, described in annex 1.
       *[other] { $all-number } steps follow from the answers. Annex 1 describes all of them{ $chosen ->
            [0] .
            [one] , this paper one.
           *[other] , this paper { $chosen-number }.
        }
    }
council-moves = How to go about it
council-effort =
    { $effort ->
        [1] small (days, no budget of its own)
        [2] manageable (weeks, one person)
        [3] medium (months, a small budget)
        [4] large (about a year, a project budget)
       *[other] very large (several years, a large investment)
    }
council-start = Start
council-start-now = in the first half-year
council-start-next = in the year after that
council-start-later = later
council-start-unplanned = has no place in the plan yet
council-needs = To be done first
council-covers = Includes
council-enables = Possible afterwards
council-step-within = { $title } (no. { $number } of this paper)
council-step-outside = { $title } (not part of this paper)
council-models =
    { $count ->
        [one] municipalities of the type { $types }
       *[other] municipalities of the types { $types }
    }
council-comparison = Comparison
council-learn-from = Learn from
council-source = Source

## Financial and other effects

council-section-costs = Financial effects (Finanzielle Auswirkungen)
council-costs-none = Taking note causes no expenditure. Steps that need money are decided on separately.
council-costs-about = The administration fills in the amounts. The effort is an estimate by the rules of the analysis, not a calculation of costs.
council-costs = Expenditure by step
council-effort-estimated = Estimated effort
council-costs-once = One-off (euros)
council-costs-yearly = Running (euros a year)
council-costs-staff = Staff time
council-costs-total = Total
council-budget = Budget
council-budget-item = Budget item (Haushaltsstelle)
council-budget-planned = Provided for in the budget (yes or no)
council-budget-cover = Cover (Deckung)
council-budget-funding = Funding (Förderung)
council-budget-savings = Income or savings
council-section-effects = Other effects
council-effects = To be checked by the administration
council-effect-staff = Staff, involvement of the staff council
council-effect-data = Data protection and information security
council-effect-access = Accessibility
council-effect-equality = Equality
council-effect-climate = Climate and sustainability

## The end

council-section-alternatives = Alternatives
council-without-decision = Without a decision, things stay as described.
council-instead = In place of what is proposed, or beside it, these steps can be considered:
council-section-own = What the administration does by itself
council-own = The administration decides on these steps on its own. It begins them in the first half-year:
council-section-further = Further steps
council-besides = These can be considered as well:
council-other-step = { $title }. Effort: { $effort }
council-section-annexes = Annexes (Anlagen)
council-annex-report = Report “{ $title }”{ $dated }, in full
council-annex-profile = The municipality's answers (profile)
council-dated = {" "}of { $date }

## When, and the result

council-section-schedule = Timetable
council-schedule-about = Planned with { $days } working days of the municipality's own staff each quarter, together with the other steps. The working days are estimates.
council-end = Completion
council-days = Own working days
council-section-result = Result of the meeting
council-result = To be filled in by the chair
council-votes-for = Votes for
council-votes-against = Votes against
council-votes-none = Abstentions
council-noted = Noted on
council-place = Place, date
council-signature = Signature
