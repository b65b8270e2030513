# Questionnaire and report in the browser: `dteam serve`.

## On all pages

web-skip = Skip to content
web-claim = Advice for the digital municipality
web-footer = Nothing is passed on, and nothing is stored on any server. To keep the answers, save them as a file.
web-kept = Your answers stay in this window until you close it.
web-clear = Delete everything
web-lost = The browser keeps nothing here: reloading the page loses the answers. Save them as a file.
web-to-start = Go to the start page
web-mistake = Error
web-your-profile = Profile

## Start page

web-start-title = How is your municipality set up digitally?
web-start-lead = Answer questions about digitalisation in your municipality. The report says which type fits it best, which steps come next, and why.
web-start-time = The whole questionnaire takes about { $whole } minutes, the short form about { $short }.
web-start-open = You may leave any question open. A few answers are enough for a report.
web-start-private = Nothing is stored on any server. You can save your answers as a file and go on with them later.
web-start-full = Begin the questionnaire ({ $questions } questions)
web-start-short = Short form ({ $questions } questions)
web-start-again = This page is made from your answers and has no address of its own: begin here, or load the file with your answers.
web-start-kept = There are still answers of yours in this window.
web-start-go-on = Go on with these answers
web-start-filled-in =
    { $answered ->
        [one] One answer is filled in already. It can be changed.
       *[other] { $answered } answers are filled in already. All of them can be changed.
    }
web-start-load = Go on with a file
web-start-load-about = Choose a profile that you saved earlier (YAML or JSON), or a workbook that is filled in for one municipality (.xlsx or .ods).
web-file = File
web-your-workbook = your workbook
web-load = Load the file
web-start-example = Look at an example
web-start-example-about = The report for an invented municipality. You can change its answers afterwards.
web-example = Example
web-start-example-show = View the report
web-start-compare = Compare two municipalities
web-start-compare-about = Type, steps and answers side by side, from two files or examples.
web-start-compare-show = Go to the comparison
web-start-progress = What has the year brought?
web-start-progress-about = Your profile of that time beside that of today: what is done, what is new, what remains.
web-start-progress-show = Look back
web-start-team = Several municipalities as a team
web-start-team-about = For counties and associations: who does what together, who learns from whom, whom all would ask.
web-start-team-show = To the team
web-start-study = What this rests on
web-start-study-about = On the study “{ $title }” ({ $publisher }, { $published }; { $sample }). Fixed rules derive the steps from the answers. Each step gives its reasons and the place in the study.

## Questionnaire

web-short = Short form
web-short-about = The questions on which most depends. All others can follow.
web-section-of = Section { $number } of { $sections }
web-sections = Sections
web-answered-of = { $answered } of { $questions } answered
web-next = Continue
web-back = Back
web-check-answers = Check your answers
web-show-report = View the report
web-save = Save the answers as a file
web-no-script = Without JavaScript, the browser's Back button can lose later answers. Please use the buttons of the page.
web-not-stated = not stated
web-none = none of these
web-or = or
web-place = Place { $place }
web-yes = yes
web-no = no
web-fault = The file says “{ $written }”, which is no possible answer.
web-none-and-some = Please choose either “none of these” or single answers.
web-mistakes = Please check these entries
web-clashes = These answers do not fit together
web-clashes-about = Please change one of them. If you go on all the same, they stay as they are for now.
web-clashes-refused = There is no report until the answers fit together.

## So far

web-status = So far
web-status-answered =
    { $answered ->
        [0] No question is answered yet.
        [one] One of { $questions } questions is answered.
       *[other] { $answered } of { $questions } questions are answered.
    }
web-status-type = Type so far:
web-status-degree = (degree { $degree })
web-status-estimate = (estimated, { $degree })
web-status-no-type = The type is not yet known.
web-status-steps =
    { $steps ->
        [0] No step is certain yet.
        [one] One step is certain:
        [2] Two steps are certain:
        [3] Three steps are certain:
       *[other] { $steps } steps are certain, first of all:
    }

## Check your answers

web-review = Check your answers
web-review-about = These are all your answers. You can change each of them, and none is required.
web-open-questions = Answer further questions
web-change = Change
web-no-report = No report yet
web-nothing-answered = Please answer at least one question.

## Report

web-print = Print
web-print-hint = To print: choose “Print” in your browser's menu. There you can also save the report as a PDF.
web-save-report = Save the report as a file
web-save-council = Save a draft paper for the council
web-change-answers = Change the answers
web-compare = Compare
web-report-file = report
web-council-file = council-paper
web-profile-file = profile

## Load a file

## Plan

web-plan = Plan by quarter
web-plan-change = Change start, days and steps
web-plan-start = First quarter
web-plan-quarters = Number of quarters
web-plan-days = Own working days a quarter
web-plan-days-of = empty: { $value }
web-plan-usual = as in the profile, else estimated
web-plan-usual-of = not stated ({ $value })
web-plan-wrong-days = Please enter whole or half days from 0.5 to 6,000, such as 12.5.
web-plan-per-year = Steps begun in four quarters
web-plan-steps = What is to become of the steps?
web-plan-step-open = plan it
web-plan-step-done = is done already
web-plan-step-skip = is not wanted
web-plan-again = Plan again
web-plan-refused = There is no such plan
web-plan-file = plan
web-tasks-file = tasks
web-save-plan = Save the plan as a file
web-save-workbook = Tasks for Excel (XLSX)
web-save-table = Tasks as a table (CSV)
web-save-calendar = Tasks for the calendar (ICS)

## Progress

web-progress = Look back
web-progress-title = What has the year brought?
web-progress-about = Choose the profile of that time. It may have been written for an earlier questionnaire.
web-progress-old = Profile of that time
web-progress-new = Profile of today
web-progress-carried = The profile of today is your answers.
web-progress-show = Compare
web-progress-file = progress
web-save-page = Save as a file

## Team

web-team-title = Several municipalities as a team
web-team-about = Choose the profiles of all municipalities at once (YAML, JSON, XLSX or ODS, one municipality a file). They too leave this page only to be read here.
web-team-files = Profiles
web-team-show = See the team
web-team-again = Choose other municipalities
web-team-too-few =
    { $count ->
        [0] A team needs at least two municipalities, and none is chosen yet.
       *[other] A team needs at least two municipalities, and only one can be read.
    }
web-team-faulty = These files are missing from the team
web-team-file = team
web-save-pairs = Learning pairs as a table (CSV)

web-refused = This file cannot be used as it is
web-refused-empty = No file is chosen, or the file is empty.
web-refused-text = The file's content, to be corrected
web-load-again = Load again
web-load-anyway = Correct it in the questionnaire
web-in-line = in line { $line }

## Comparison

web-compare-title = Two municipalities compared
web-compare-about = Choose an example or a file for each side, or paste the content of a file.
web-compare-one = First municipality
web-compare-other = Second municipality
web-compare-no-example = no example
web-compare-text = Content of a file (YAML or JSON)
web-compare-missing = An example, a file or its content is missing here.
web-compare-faulty = The content has mistakes.
web-compare-yours = Your profile
web-compare-what = Feature
web-compare-type = Type
web-compare-own-type = own type
web-compare-basis = Basis
web-compare-by-goals = the goals named
web-compare-by-indicators = estimated from the other answers
web-compare-by-nothing = none
web-compare-degree = Degree: { $type }
web-compare-count = Number of steps
web-compare-answered = Questions
web-compare-steps = Steps
web-compare-both = For both
web-compare-only = Only for { $name }
web-compare-no-step = No step.
web-compare-answers = Answers that differ
web-compare-same =
    { $count ->
        [0] No question is answered alike by both.
        [one] One question is answered alike by both.
       *[other] { $count } questions are answered alike by both.
    }
web-compare-question = Question
web-compare-again = Compare others

## When something does not work

web-not-found = There is no such page
web-not-found-help = Please check the address or begin at the start page.
web-method = This address cannot be called in this way
web-method-help = Please begin at the start page. For programs: the answer says under “Allow” how the address can be called.
web-too-large = That is too large
web-too-large-help = At most { $most } KiB are possible; a profile is far smaller. Please check whether it is the right file.
web-too-many-fields = Those are too many entries
web-too-many-fields-help = No form of these pages has so many fields. Please begin anew at the start page.
web-not-utf8 = That is no readable text
web-not-utf8-help = Please open the file in a text editor and save it with the character encoding UTF-8. Files from Word or Excel and PDF cannot be read.
web-not-a-form = The entries have arrived incomplete
web-not-a-form-help = Please go back in the browser and send them once more.
web-parameter = This part of the address is not possible
web-parameter-help = Not understood: { $parameter }
web-unsupported = This kind of content is not understood
web-unsupported-help = A profile is accepted as application/json or application/yaml; the pages send their forms in the right way themselves.
web-encoded = The content is compressed
web-encoded-help = For programs: please send it uncompressed, without “Content-Encoding”.
web-address-too-long = This address is too long
web-address-too-long-help = Please check the address, or begin on the start page. A profile does not belong in the address, but in the content of the request.
web-no-host = The request does not name the server
web-no-host-help = For programs: please give exactly one name as “Host”.
web-too-slow = That took too long
web-too-slow-help = The connection was too slow or the server is busy. Please try again.
web-busy = There are too many requests just now
web-busy-help = Please try again in some seconds. Go back in the browser: the answers are still in the form.
web-other-host = The server cannot be reached under this name
web-other-host-help = Please use the address that was shown at the start. The server accepts further names if they are given at the start with --host.
web-broken = Something has gone wrong here
web-broken-help = This is not due to your entries. Please try again; go back in the browser, the answers are still in the form.

## In the terminal

web-serving = The questionnaire is at { $address } (end with Ctrl+C)
web-serving-beyond = Note: at { $address }, every machine in the network can call up this questionnaire, and answers then cross the network unencrypted. For this machine alone: start without --bind.
web-not-opened = The browser could not be opened. Please enter the address yourself.
web-reloaded = The rules have been read anew.
