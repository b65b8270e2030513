# The command line: help, manual pages, and what is said of wrong usage.

## The program

cli-dteam = Advice for the digital municipality: from a profile to prioritised next steps that explain themselves
cli-dteam-more = Nothing leaves this machine. Exit codes: 0 done; 1 a check, test or comparison found something; 2 input or usage wrong; 130 interrupted with Ctrl-C.

## The commands; what ends in `-more` stands in the long help alone

cli-advise = Advise a municipality: its type, the next steps in order, and why
cli-app = Make a page that needs no installation, with packs, a title and answers of one's own
cli-app-more = The page is a finished `dteam.html` with this content: questionnaire, report, plan and papers in one file that opens in a browser, offline. It advises as `dteam advise --rules` does.
cli-batch = Advise any number of municipalities, and summarise what they have in common
cli-batch-more = Each record is advised by itself and written in the order of the input. A faulty record is reported and passed over; then the exit code is 1. `dteam batch --csv-template` writes the header of a table to fill in.
cli-check = Find mistakes in packs, profiles and cases, and reason about what packs can do
cli-classify = Say which type a municipality is, by its goals and by its other answers
cli-diff = Compare two versions of rules: what is different, and who gets other steps or another type
cli-diff-more = A version is a pack's folder, a folder of packs, or a revision of Git: `REV:PATH`, for instance `main:rules`. Exit code 1 with `--fail-on` if there is such a change.
cli-explain = Explain why a rule fires on a profile, does not, or cannot be decided
cli-facts = List the dated facts that rules rest on: sources, when to check them again, who needs them
cli-interview = Fill in a profile question by question, those that decide most first
cli-interview-more = Every answer is saved at once, and comments and order of an existing file stay as they are. Ended at any time, with Ctrl-C too (exit code 130), it goes on where it was with the same command. Answers can be piped in line by line.
cli-mcp = Answer agents (Model Context Protocol) on standard input and output
cli-mcp-more = Tools: advise, check, classify, explain, plan, questions. Resources: the handbook, the format of packs, JSON Schemas. Nothing is stored, and nothing leaves this machine.
cli-mcp-date = Reference date, YYYY-MM-DD, of what names none itself [default: today, or the day of `SOURCE_DATE_EPOCH`]
cli-new = Make an empty profile or a pack to start from
cli-new-profile = An empty profile: every question with its help and options as comments
cli-new-pack = A pack of rules to rebuild: a folder with a small example that passes `check` and `test` and explains the format
cli-plan = Plan a municipality's steps by quarter, with the people and days there are
cli-plan-more = What is done changes the answers, so that other steps become possible and some fall away.
cli-progress = Compare two profiles of one municipality: steps done, begun and new, answers that moved
cli-progress-more = The old profile is read even if it was written for an earlier survey: questions that are no longer asked are named.
cli-rules = List the packs and their rules with title and condition, as Markdown
cli-serve = Show questionnaire and report in the browser, and answer other programs (JSON API)
cli-serve-more = Nothing is stored, and nothing leaves this machine unless `--bind` opens it to others. Ctrl-C ends it.
cli-team = Bring municipalities together: joint projects, who learns what from whom, whom to call
cli-team-more = Faulty records are shown and passed over; then the exit code is 1.
cli-schema = Write a JSON Schema, with which editors complete, explain and check keys and values
cli-doc = Write the handbook of packs: questions, types and rules, with every condition in words
cli-test = Run the cases of packs: which rules fire, stay silent or stay undecided on their profile fragments
cli-completions = Write a script that completes commands and options in a shell
cli-completions-more = For bash: `dteam completions bash -o ~/.local/share/bash-completion/completions/dteam`; for fish: `dteam completions fish -o ~/.config/fish/completions/dteam.fish`; for zsh, `_dteam` in a folder of `$fpath`.
cli-man = Write the manual page of a command, or of all
cli-man-more = To read one: `dteam man advise | man -l -`. To install them: `dteam man --all ~/.local/share/man/man1`.
cli-help = Show this help or the help of a command
cli-help-command = The command to show help for

## What many commands take

cli-lang = Language of the output [default: the first of the study]
cli-lang-top = Language of the output and of the help, before or after the command
cli-rules-folder = Folder with packs (or one pack) that adds to the built-in rules or replaces packs of the same id; repeatable
cli-output = Write to this file instead of standard output
cli-color = Colour in text: only on a terminal and without `NO_COLOR`, always, or never
cli-width = Columns of text output [default: the terminal's, at most 110; 100 elsewhere]
cli-profile = The profile, YAML or JSON; `-` for standard input
cli-date-stands = Reference date, YYYY-MM-DD: stands on the advice and decides rules with a period of validity [default: today, or the day of `SOURCE_DATE_EPOCH`]
cli-date-decides = Reference date, YYYY-MM-DD: decides rules with a period of validity [default: today, or the day of `SOURCE_DATE_EPOCH`]
cli-date = Reference date, YYYY-MM-DD [default: today, or the day of `SOURCE_DATE_EPOCH`]
cli-inputs = Profiles: files (`.xlsx`, `.ods`, `.csv`, `.ndjson`, `.json`, `.yaml`), folders with a profile in each file, `-` for standard input
cli-input-format = Form of the inputs [default: by the name's extension, else by the first character]
cli-encoding = Encoding of the inputs, such as `windows-1252` (what Excel saves as CSV by itself) or `utf-16` [default: UTF-8]
cli-sheet = Sheet of a workbook, by its name or its number [default: the first that is shown]
cli-help-flag = Show help
cli-help-flag-long = Show help (at length with `--help`)
cli-help-flag-short = Show help (in short with `-h`)
cli-version-flag = Show the version

## advise

cli-advise-format = Form of the advice
cli-advise-top = Maximum number of steps: in full in reports [default: 5], at all in JSON and YAML [default: all], in a council paper [default: 3]
cli-advise-steps = The steps that a council paper is about, by their numbers in the plan or by their rules, in this order: `1,3,data/inventory`
cli-app-template = The `dteam.html` that the page is made from [default: the one beside this program]
cli-app-title = What the page is called, at most 100 letters
cli-app-profile = A profile, YAML or JSON, whose answers are filled in already
cli-app-short = Begin with the short form
cli-expected-title = 1 to 100 letters on one line
cli-advise-plan = The plan, as `dteam plan --format json` writes it: when the steps of a council paper are taken
cli-advise-information = A council paper for information (Mitteilungsvorlage): no decision is proposed

## batch

cli-batch-format = What is written for each municipality [default: ndjson; csv with `--rows` or `--excel`]
cli-batch-rows = Rows of the table [default: steps]
cli-batch-excel = A table as Excel opens it in Germany: semicolons, decimal commas, byte order mark
cli-batch-reports = Write a report for each municipality into this folder instead
cli-batch-report-format = Form of the reports
cli-batch-top = Maximum number of steps: in full in reports [default: 5], at all elsewhere [default: all]
cli-batch-likely = With likely steps where answers are missing: takes several hundred times as long
cli-batch-jobs = Number of municipalities at once [default: as many as there are processor cores]
cli-batch-rejects = Write the faulty records to this file, as they were
cli-batch-strict = Stop at the first faulty record
cli-batch-resume = Go on where a run to the same `--output` was interrupted
cli-batch-summary = Write a summary of all municipalities: types, steps, answers beside the study's values; without a file's name, to standard output. Without `--output` or `--reports`, a summary on standard output is all that is written
cli-batch-summary-format = Form of the summary [default: json if the file's name ends in `.json`, else markdown]
cli-batch-summary-only = Write nothing but the summary
cli-batch-summary-json = Everything, for other programs (the contract dteam.batch/1)
cli-batch-summary-markdown = For reading
cli-batch-sizes = Where size classes in the summary begin, such as `5000,20000,100000` [default: as the rules have it]
cli-batch-csv-template = Write the header of an empty table and do nothing else
cli-batch-template = Write a workbook to be filled in, with the answers there are, and do nothing else
cli-batch-quiet = No progress, no warnings and no account at the end; errors are still shown
cli-batch-date = Reference date, YYYY-MM-DD [default: today, or the day of `SOURCE_DATE_EPOCH`; of the interrupted run with `--resume`]

## check

cli-check-paths = Folders of packs, single packs or their files, profiles (`-` reads one from standard input), folders of profiles [default: the built-in packs and those given with `--rules`]
cli-check-format = Form of what was found
cli-check-format-text = With the source line and the fix
cli-check-format-json = For other programs (dteam.check/1)
cli-check-format-sarif = SARIF 2.1.0, for editors and code hosts
cli-check-format-github = Commands of GitHub's workflows
cli-check-explain = Explain a problem by its code, such as D012, with an example
cli-check-date = Warn of facts and reviews dated after this day, and of facts to be checked again before it, YYYY-MM-DD
cli-check-watch = Check again after each change in the paths, until Ctrl-C

## classify and explain

cli-classify-format = Form of the classification
cli-data-text = For people
cli-data-json = For other programs
cli-data-yaml = The same as JSON, in YAML
cli-explain-rule = The rule, as pack/rule
cli-explain-what-if = Assume another answer, and show what that changes; repeatable
cli-explain-what-if-more = The answer is written as in a profile: `data.inventory=2`, `data.uses=[automation]`. `+option` and `-option` add to a list or take from it, also several: `components.in_use=[+dms, -eid]`. Without an answer (`data.inventory=`) the question stays open.
cli-explain-format = Form of the explanation

## diff

cli-diff-old = The old version: a pack's folder, a folder of packs, or a revision of Git (`REV:PATH`)
cli-diff-new = The new version
cli-diff-profiles = Profiles to compare the advice for, as `dteam batch` reads them [default: the examples that come with the program]
cli-diff-encoding = Encoding of the profiles, such as `windows-1252` [default: UTF-8]
cli-diff-format = Form of the output
cli-diff-format-text = For a terminal
cli-diff-format-markdown = For a merge request
cli-diff-format-html = One page that needs nothing else, for reviewers without a terminal
cli-diff-format-json = For other programs (dteam.diff/1)
cli-diff-fail-on = Exit with 1 if there is such a change
cli-diff-fail-on-steps = Anybody gains, loses or moves a step
cli-diff-fail-on-types = Anybody's type changes
cli-diff-fail-on-any = Anything is different

## doc, facts

cli-doc-packs = Packs by their ids, or folders of packs, which are loaded too [default: all packs]
cli-doc-format = Form of the handbook
cli-doc-format-markdown = To edit further
cli-doc-format-html = One page that needs nothing else, for reading and for printing
cli-facts-format = Form of the list
cli-facts-format-text = For a terminal
cli-facts-format-json = For other programs (dteam.facts/1)
cli-facts-date = The day that facts are to hold on, YYYY-MM-DD [default: today, or the day of `SOURCE_DATE_EPOCH`]

## interview

cli-interview-profile = The profile, YAML or JSON: one to go on with, or a new one
cli-interview-short = Ask only the ten questions that decide most, and the name
cli-interview-again = Ask again what is answered already
cli-interview-output = At the end, write the advice to this file: as Markdown if its name ends in `.md`, else as text

## new

cli-new-pack-name = The folder to make; its last part becomes the pack's id: lower-case letters, digits and hyphens

## plan

cli-plan-format = Form of the plan
cli-plan-format-csv = The tasks as a table for a spreadsheet
cli-plan-format-xlsx = The tasks as an Excel workbook
cli-plan-format-ics = The tasks as a calendar
cli-plan-format-json = For other programs (dteam.plan/1)
cli-plan-start = The first quarter, such as `2027-Q1` [default: the one after the reference date]
cli-plan-quarters = How many quarters are planned, 1 to 20
cli-plan-days = Own working days of each quarter, 0.5 to 6000 [default: the profile's, else assumed by size]
cli-plan-per-year = How many steps are begun in any four quarters in a row [default: the profile's, else 5]
cli-plan-blocked = Quarters in which nothing is done; several separated by commas
cli-plan-done = Steps that are done already, as pack/rule; several separated by commas
cli-plan-skip = Steps that are not wanted
cli-plan-fix = Steps that begin in a certain quarter: `data/inventory=2027-Q1`

## progress

cli-progress-old = How it was: a profile, YAML or JSON; it may have been written for an earlier survey
cli-progress-new = How it is now: a profile; `-` for standard input
cli-progress-plan = The plan of that time, as `dteam plan --format json` writes it: what is on time, late or ahead
cli-progress-format = Form of the comparison
cli-progress-format-json = For other programs (dteam.progress/1)
cli-progress-old-date = The day of the old profile, YYYY-MM-DD: decides which rules with a period of validity applied then [default: the reference date]
cli-progress-date = Reference date, YYYY-MM-DD: decides rules with a period of validity, and what of a plan is late [default: today, or the day of `SOURCE_DATE_EPOCH`]

## serve

cli-serve-port = Port; 0 for any that is free
cli-serve-bind = Address to listen at, or localhost; 0.0.0.0 or :: opens the site to other machines
cli-serve-host = Host name under which the site may be asked for besides the address itself, for instance behind a reverse proxy: the name alone, such as digital.kommune.example, without http:// and port; repeatable
cli-serve-open = Open the browser
cli-serve-lang = Language of all who come without choosing one [default: what their browsers ask for, else the first of the study]

## team

cli-team-format = Form of the paper
cli-team-format-csv = The learning pairs as a table for a spreadsheet
cli-team-format-json = For other programs (dteam.team/1)
cli-team-group = A team for each answer to this question, such as `municipality.state`
cli-team-load = How many learning pairs a mentor has at most
cli-team-topics = How many topics a learner has at most

## schema

cli-schema-what = What the schema describes
cli-schema-profile = A profile
cli-schema-pack = The file pack.yaml
cli-schema-cases = The file cases.yaml
cli-schema-facts = The file facts.yaml
cli-schema-advice = An advice as JSON or YAML
cli-schema-plan = A plan as JSON
cli-schema-progress = A comparison of two profiles as JSON
cli-schema-team = A team of municipalities as JSON

## test

cli-test-packs = Folders of packs, single packs' folders, or ids of packs in a folder given with `--rules` [default: `rules` or the current folder]
cli-test-filter = Only cases whose name or one of whose rules contains this text, upper and lower case alike; repeatable
cli-test-format = Form of the output
cli-test-format-text = Each failing case with what was expected, what came out, and why
cli-test-format-json = For other programs (dteam.test/1)
cli-test-format-junit = JUnit XML, for build servers
cli-test-update = Write what came out into `cases.yaml` as what is expected; look at the difference before you keep it
cli-test-add-cases = Write a case for all that no case shows or notices at the end of `cases.yaml`; read them, and give each a name that says what it shows; includes `--coverage` and `--mutate`
cli-test-coverage = Say what the cases show of the rules: each rule firing, silent and undecided, each test of a condition deciding by being true and by being false, every other part being missed if it were left out, the options used; with a profile for each case that is missing
cli-test-coverage-min = Exit with 1 if the cases show less than this percentage; includes `--coverage`
cli-test-mutate = Change whatever decides an advice in one place at a time (conditions, numbers, variants, notes, `after`, values in texts, functions, `changes`) and say which changes no case notices
cli-test-mutate-min = Exit with 1 if the cases notice less than this percentage of the changes; includes `--mutate`
cli-test-watch = Run again after each change in the folders, until Ctrl-C

## completions, man

cli-completions-shell = The shell
cli-man-command = The command, such as `advise` or `new profile` [default: the page of `dteam` itself]
cli-man-all = Write the pages of all commands into this folder, one file each

## Forms of reports and of inputs

format-text = For reading in a terminal
format-markdown = Markdown, to edit further
format-html = One HTML page that needs nothing else, for reading and for printing
format-pdf = PDF, accessible and archivable (PDF/UA-1, PDF/A-2a)
format-json = Everything, for other programs (the contract dteam.advice/2)
format-yaml = The same as JSON, in YAML
format-council = A draft paper for the council (Beschlussvorlage) in Markdown
format-council-html = The same as an HTML page, which word processors open too
format-ndjson = The whole advice as JSON on one line (the contract dteam.advice/2)
format-csv = A table
rows-steps = A row for each step
rows-municipalities = A row for each municipality
input-workbook = A workbook of Excel or LibreOffice (.xlsx, .ods), a sheet as a table
input-table = A table, questions as columns
input-lines = A JSON object on each line
input-array = One JSON list of objects
input-profile = One profile, YAML or JSON

## What stands for a value

cli-value-address = ADDRESS
cli-value-change = CHANGE
cli-value-code = CODE
cli-value-columns = COLUMNS
cli-value-command = COMMAND
cli-value-date = DATE
cli-value-dir = DIR
cli-value-file = FILE
cli-value-form = FORM
cli-value-host = NAME
cli-value-input = INPUT
cli-value-language = LANGUAGE
cli-value-name = NAME
cli-value-new = NEW
cli-value-number = N
cli-value-numbers = NUMBERS
cli-value-old = OLD
cli-value-pack = PACK
cli-value-path = PATH
cli-value-percent = PERCENT
cli-value-period = PERIOD
cli-value-profile = PROFILE
cli-value-question = QUESTION
cli-value-question-answer = QUESTION=ANSWER
cli-value-rows = ROWS
cli-value-rule = RULE
cli-value-rule-period = RULE=PERIOD
cli-value-sheet = SHEET
cli-value-shell = SHELL
cli-value-step = STEP
cli-value-text = TEXT
cli-value-what = WHAT
cli-value-when = WHEN
cli-value-workbook = FILE.xlsx

## The frame of the help

cli-heading-usage = Usage
cli-heading-commands = Commands
cli-heading-arguments = Arguments
cli-heading-options = Options
cli-value-options = OPTIONS
cli-default = [default: { $value }]
cli-possible = [possible values: { $values }]
cli-possible-list = Possible values:

## Wrong usage

cli-error = error
cli-tip = tip
cli-for-more = For more, see { $flag }.
cli-wrong-usage = this cannot be understood
cli-wrong-argument = unexpected argument `{ $argument }`
cli-wrong-command = there is no command `{ $command }`
cli-wrong-page = `{ $command }` has no command `{ $name }`; there are: { $known }
cli-wrong-page-none = `{ $command }` has no commands below it, `{ $name }` is none
cli-wrong-value = `{ $value }` is no value for `{ $argument }`
cli-wrong-value-expected = `{ $value }` is no value for `{ $argument }`: expected { $expected }
cli-value-missing = `{ $argument }` needs a value
cli-too-many-values = `{ $value }` is one value too many for `{ $argument }`
cli-wrong-number-of-values = `{ $argument }` has not as many values as it needs
cli-only-once = `{ $argument }` can be given only once
cli-not-with = `{ $argument }` cannot be used with { $others }
cli-argument-missing = missing: { $arguments }
cli-command-missing = a command is missing
cli-not-unicode = an argument is no readable text (UTF-8)
cli-did-you-mean = Did you mean { $names }?
cli-tip-elsewhere = There is { $found }.
cli-tip-command = There is a command { $command }; it stands without `--`.
cli-tip-value = To pass { $value } as a value: { $usage }
cli-expected-whole = a whole number from { $from } to { $to }
cli-expected-count = a whole number, such as 3
cli-expected-date = a date as YYYY-MM-DD, such as 2026-11-22
cli-expected-period = a quarter, such as 2027-Q1
cli-expected-days = whole or half days from 0.5 to 6000
cli-expected-fixed = a rule and its quarter, such as data/inventory=2027-Q1
cli-expected-sizes = rising whole numbers, such as 5000,20000,100000
cli-expected-summary = a name such as summary.md or summary.json; inputs come before --summary
cli-expected-workbook = a name that ends in .xlsx
cli-expected-profile = a file: standard input is for the answers
cli-expected-address = an address of this machine, such as 127.0.0.1, ::1 or 0.0.0.0, or localhost; the port goes to --port

## Manual pages

cli-man-section-name = NAME
cli-man-section-synopsis = SYNOPSIS
cli-man-section-description = DESCRIPTION
cli-man-section-version = VERSION

## Without a command

cli-start-title = Digital municipality: advice
cli-start-about = What would you like to do?
cli-start-serve = Answer the questions in the browser and see the report
cli-start-interview = Answer the questions here, in the terminal
cli-start-help = See all commands
cli-start-own = With a profile that is filled in: { $command }
cli-start-prompt = Number (Enter alone: none of these):
cli-start-unknown = “{ $answer }” is none of the numbers.
