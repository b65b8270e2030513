# What the JSON Schemas (`dteam schema`) say of each key.
# Editors show it as plain text: no backticks, no markup.

schema-date = a date as YYYY-MM-DD, such as 2026-11-22

## A profile

schema-profile = Profile of a municipality
schema-profile-about = The answers of one municipality. Every question may stay open: leave the key out or write nothing after the colon. An empty list [] means “none of these”.
schema-open = not answered yet

## pack.yaml

schema-pack = Pack of rules (pack.yaml)
schema-pack-file = The rules for one thesis. Every text is written in both languages.
schema-pack-format = The version of the format.
schema-pack-id = The folder's name; the names of the rules begin with it. Lower-case letters, digits and hyphens.
schema-pack-version = Numbers with points between them, such as 1.0.0. Raise it with every change: the advice names it.
schema-pack-title = What the pack is called.
schema-pack-about = What the pack covers, what it leaves out and why.
schema-pack-order = Where among the packs this one comes; decides between equal priorities.
schema-author = Who wrote it.
schema-reviewed = Who last checked the matter, and when.
schema-pack-sources = What rules of the pack rest on beside the study: other studies, laws, guides.
schema-pack-functions = Functions that are defined in the pack's Rhai files.
schema-pack-questions = Questions that the pack adds to the profile. There they stand below the pack's name, with underscores for hyphens.
schema-pack-contradictions = Answers that do not go together.
schema-pack-changes = What the pack alters in rules of other packs.
schema-pack-rules = The rules: each a condition on the profile and the step it recommends.

## A rule

schema-rule = Rule
schema-rule-any = a rule in the same pack, or pack/rule
schema-rule-known = known rules
schema-rule-id = The rule's name in the pack, for ever. Lower-case letters, digits and hyphens.
schema-rule-title = The step in a few words, as an infinitive or noun phrase.
schema-rule-when = The condition, an expression over the profile. True: the step is recommended. Unknown: the open questions are listed.
schema-rule-need = How far the municipality is from the target, 0 to 1; an expression or a number. 1 if not given.
schema-rule-impact = How much the step moves, 1 to 5: a number, a number for each type with default, or an expression in quotes.
schema-rule-fit = How well the step suits a type, 0 to 1. A type not named counts 1.
schema-rule-effort = How much work the step is, from 1 (days) to 5 (years).
schema-rule-days = How many working days of the municipality's own staff the step takes: the least and the most, in whole or half days. An estimate, and called one.
schema-rule-weeks = How many weeks the step lasts at least, whatever the days: offers, sittings and dates have to be waited for.
schema-rule-decided-by = Who decides on the step: the elected council, or the administration by itself.
schema-rule-lead = Who leads the step: a role.
schema-rule-with = Who helps from outside.
schema-rule-cost = What the step means for the budget: nothing, paid from current means, an item of its own, or an investment over several years.
schema-rule-returns = Whether the step saves or brings in money every year.
schema-rule-joint = What share of a member's days falls away when several municipalities take the step together, from 0 to 1. Left out where they cannot.
schema-rule-duty = A duty that the step meets: it stands apart from what is optional.
schema-duty-law = The law, and where in it.
schema-duty-since = The day from which it binds.
schema-duty-binds = Whom it binds.
schema-rule-after = Rules whose steps come first, where they are open too: a rule's name in the same pack, or pack/rule.
schema-rule-before = Rules before whose steps this one comes, where they are open too: the same as `after` in those.
schema-rule-covers = Rules whose work this step does as well: where they fire too, they stand under it and are no steps of their own.
schema-rule-learn-from = Types it is worth looking at.
schema-rule-why = The reason, drawn from the answers. Expressions in curly brackets are filled in.
schema-rule-notes = Sentences that are added to the reason where their condition is true.
schema-rule-actions = Two to five first moves: who does what, and how does one see that it is done?
schema-rule-variants = What the rule says instead: the first version whose condition is true holds.
schema-rule-effect = The answers once the step is done. The condition must then no longer be true.
schema-rule-valid = The period in which the rule holds.
schema-rule-source = What the rule rests on.
schema-rule-snippet = new rule
schema-rule-snippet-about = A rule with all the keys it needs.
schema-impact-default = For every type that is not named, and where no type is known.
schema-effort-1 = a few days, no budget
schema-effort-2 = weeks, one person
schema-effort-3 = months, a small budget
schema-effort-4 = a year, a project budget
schema-effort-5 = several years, a large investment
schema-note = Addition to the reason
schema-note-when = When the sentence is added.
schema-note-text = The sentence.
schema-variant = Version of a rule
schema-variant-when = When this version holds.
schema-effect-list = new list
schema-effect-one = + adds, - removes
schema-effect-several = several with + and -
schema-effect-adds = is added: { $option }
schema-effect-removes = is removed: { $option }
schema-effect-of-pack = A question of a pack.
schema-valid-from = The first day.
schema-valid-until = The last day.
schema-source = Source of a rule
schema-source-publication = A publication that the pack lists under `sources`. Without it, the study is meant.
schema-source-section = Section of the study or the publication.
schema-source-table = Table of the study or the publication.
schema-source-facts = What has happened since the study.
schema-fact-title = The public source.
schema-fact-date = Its date, as far as known: a year, a month or a day, such as 2024-07-24.
schema-facts = Dated facts (facts.yaml)
schema-facts-file = What has happened since the study, each fact once, for rules to name.
schema-facts-format = The format of the file: 1.
schema-facts-facts = The facts.
schema-dated-fact-id = How rules name it. Lower case letters, digits and hyphens.
schema-dated-fact-statement = What is so, in one sentence.
schema-dated-fact-source = Who says so: title and address, or a publication that the pack lists.
schema-dated-fact-certainty = How sure it is.
schema-dated-fact-checked = The day on which somebody last made sure of it.
schema-dated-fact-recheck = The day from which on somebody should make sure of it again.
schema-dated-fact-states = The states (Länder) in which it holds; without the list, all.
schema-certainty-certain = An official source says so, or several others do.
schema-certainty-likely = One source says so that is not official.
schema-certainty-unclear = Sources say different things, or it is still to be decided.
schema-publication = Publication
schema-publication-id = How rules name it. Lower case letters, digits and hyphens.
schema-publication-title = Its title.
schema-publication-publisher = Who published it.
schema-publication-year = The year in which it was published.
schema-publication-address = Where it is on the web; begins with https://.
schema-publication-sections = The sections that rules may cite. Without the list, any.
schema-publication-tables = The numbers of the tables that rules may cite. Without the list, any.
schema-contradiction = Contradiction
schema-contradiction-at = The question at which it is reported.
schema-contradiction-severity = error refuses the profile, warning asks for a second look.
schema-contradiction-when = When the answers contradict one another.
schema-contradiction-message = What is said of it.
schema-review = Review
schema-review-date = The day.
schema-review-by = Who checked it.

## Functions and changes of a pack

schema-function = Function
schema-function-name = The name by which expressions call the function.
schema-function-arguments = What the function is given, in order.
schema-function-returns = What the function returns.
schema-function-help = What the function computes.
schema-value-number = a number
schema-value-flag = true or false
schema-value-text = a text
schema-value-list = a list of answers
schema-change = Change to a rule
schema-change-rule = The rule of another pack, as pack/rule.
schema-change-off = true: the rule is not applied.
schema-change-weight = Factor from 0 to 1 with which the rule counts for every type.
schema-change-impact = How much the step moves, in place of what the rule says.
schema-change-reason = Why the pack alters the rule; the advice says so.

## Questions of a pack

schema-question = Question of the pack
schema-question-id = The question's name in the pack. Letters, digits and underscores.
schema-question-kind = What answers the question takes.
schema-question-label = The question in a few words.
schema-question-help = The question in one sentence that people can answer.
schema-question-options = The possible answers.
schema-question-limit = How many places the ranking has at most.
schema-question-min = The least number.
schema-question-max = The greatest number; of a scale its highest level, the lowest is 0.
schema-question-whole = Only numbers without decimals.
schema-question-levels = The levels of the scale, from 0.
schema-question-unit = The unit of the number.
schema-question-unanswered = What texts say while the question is open.
schema-question-fixed = A fact that no step changes.
schema-option-id = How the profile writes the answer.
schema-option-label = What the report calls the answer.

## cases.yaml

schema-cases = Cases of a pack (cases.yaml)
schema-cases-about = The tests of a pack: for a part of a profile, which rules fire, stay silent or stay undecided.
schema-cases-list = The cases. Every rule fires in one, is silent in one and undecided in one.
schema-case = Case
schema-case-snippet = new case
schema-case-snippet-about = A case with all three outcomes.
schema-case-name = What the case shows.
schema-case-profile = A part of a profile; what is missing is not answered yet.
schema-case-date = The reference date, for rules with a period.
schema-case-fires = Rules that fire: a rule's name in the same pack, or pack/rule.
schema-case-silent = Rules that do not fire.
schema-case-undecided = Rules that stay undecided, because an answer is missing.
schema-case-order = Rules in the order in which their steps stand.
schema-case-need = How far the municipality is from the target, for each rule from 0 to 1, to two decimals.
schema-case-priority = The priority of the step, for each rule from 0 to 100, to one decimal.
schema-case-variant = Which variant counts, for each rule its number from 1; null where none does.
schema-case-notes = Which notes are added, for each rule their numbers from 1; [] for none.
schema-case-after = Which steps come first, for each rule; only such as fire themselves.
schema-case-covers = Which steps are part of this one, for each rule; only such as fire themselves.
schema-case-texts = What a step says: for each rule, what occurs in its texts.
schema-case-classification = The type that follows from the profile.
schema-case-type = The type the advice rests on; null where none is known.
schema-case-basis = What the type rests on; null where none is known.
schema-case-mixed-with = The second type of a mixed form; null where it is none.
schema-basis-goals = the goals
schema-basis-indicators = the other answers, an estimate

schema-plan = What the municipality itself knows or has decided about its plan. It comes before the estimates.
schema-plan-days = Own working days of each quarter.
schema-plan-per-year = How many steps begin in four quarters in a row at most.
schema-plan-blocked = Quarters in which nothing is done.
schema-plan-done = Steps that are done.
schema-plan-skip = Steps that are not wanted.
schema-plan-fix = Steps that begin in a certain quarter.
schema-plan-steps = What is known of single steps.
schema-plan-step-days = Own working days for the step.
schema-plan-step-euros = What the step costs, in euros.
