# The questionnaire in the terminal: `dteam interview`.
# Keys are in `interview-keys-…`: separated by a blank, in small letters, the first is the one that is shown.

## Keys

interview-keys-back = b back
interview-keys-help = ? help
interview-keys-overview = o overview
interview-keys-end = q quit end
interview-keys-clear = - clear
interview-keys-yes = y yes
interview-keys-no = n no
interview-keys-none = 0 none nothing
interview-and = and
interview-keys-open = Enter = leave open, b = back, ? = more, o = overview, q = quit
interview-keys-answered = Enter = keep, - = remove, b = back, ? = more, o = overview, q = quit

## The beginning

interview-begin =
    { $rest ->
        [0] { $first ->
            [one] One question is open.
           *[other] { $number } questions, about { $minutes } minutes.
        }
       *[other] { $all } questions. The { $number } that decide most come first: about { $minutes } minutes.
    }
interview-begin-rules = Every question may stay open. Every answer is saved at once, in { $file }. You can stop at any time and go on later.
interview-resumed =
    { $answered ->
        [one] One of { $questions } questions is answered already.
       *[other] { $number } of { $questions } questions are answered already.
    }
interview-nothing-open = All { $questions } questions are answered. To go through them again: { $command }
interview-fault = Here the file has “{ $written }”, which is no possible answer.

## A question

interview-question = Question { $number } of { $of }: { $label }
interview-so-far = So far: { $answer }
interview-none = none of these
interview-hint-one = One number.
interview-hint-several = Numbers with blanks between them, such as 1 3; 0 = none of these.
interview-hint-ranked = Up to { $limit } numbers with blanks between them, the most important first; 0 = none of these.
interview-hint-number = A number from { $least } to { $most }.
interview-hint-percent = A share from 0 to 100 percent.
interview-hint-flag = y = yes, n = no.
interview-hint-text = A text.

## What follows an entry

interview-understood = Noted: { $answer }.
interview-kept = Stays: { $answer }.
interview-left-open = Stays open.
interview-cleared = The answer is removed, the question is open again.
interview-at-the-beginning = This is the first question.
interview-doubt = Please check: { $message }.

## Mistakes in an entry

interview-not-utf8 = One of the characters cannot be read (�). Please enter it again. If that does not help, the terminal or the file uses another encoding than UTF-8.
interview-control = There are control characters in this, such as arrow keys send. Please enter it again without these keys.
interview-line-too-long = This is too long: at most { $max } characters are possible.
interview-no-key = “{ $written }” is not possible here.
interview-no-such-option = “{ $written }” is not one of the options.
interview-no-such-option-near = “{ $written }” is not one of the options. Is “{ $label }” meant? Then please enter { $number }.
interview-no-such-number = “{ $written }” is not a number from { $least } to { $most }.
interview-only-one = Only one answer is possible here.
interview-too-many = These are { $count } answers, at most { $limit } are possible.
interview-twice = “{ $label }” is named twice.
interview-no-number = “{ $written }” is not a number from { $least } to { $most }.
interview-not-whole = “{ $written }” is not a whole number.
interview-number-unclear =
    { $why ->
        [several] There is more than one number in “{ $written }”.
        [range] “{ $written }” is a range or a bound, not a single number.
        [fraction] “{ $written }” is a fraction or a ratio.
        [bound] “{ $written }” is a bound, not the number itself.
        [sign] There is a sign in “{ $written }” that is not possible here.
        [date] “{ $written }” looks like a date.
        [word] There is a number in words in “{ $written }”.
        [magnitude] “{ $written }” has thousands or millions in words.
        [percent] “{ $written }” is a percentage; the number itself is asked for.
        [not-percent] “{ $written }” looks like a count; a percentage is asked for.
       *[marks] In “{ $written }” the mark between the digits can separate thousands as well as decimals.
    } { $meant ->
        [none] Please enter a single number in digits; an approximate figure is enough.
       *[other] Is { $meant } meant? Then please enter that number.
    }
interview-not-yes-or-no = Please enter y for yes or n for no.
interview-too-long = The text has { $count } characters, at most { $max } are possible.
interview-no-text = There is no letter in “{ $written }”.

## More about a question

interview-reason-type = The type follows from this answer, and the steps from the type.
interview-reason-rules =
    { $rules ->
        [0] No step depends on this answer.
        [one] One step depends on this answer: { $steps }.
       *[other] { $more ->
            [0] { $number } steps depend on this answer: { $steps }.
           *[other] { $number } steps depend on this answer, among them { $steps }.
        }
    }
interview-reason-study = The study asked other municipalities about this in { $surveyed } (table { $table }); your answer is compared with theirs.
interview-reason-key = In the file the question is called { $question }.

## Where we stand

interview-progress =
    { $answered ->
        [one] So far, one of { $questions } questions is answered.
       *[other] So far, { $answered } of { $questions } questions are answered.
    }
interview-progress-type = Type so far: { $type } ({ $membership }).
interview-progress-estimate = Type so far: { $type } ({ $membership }), estimated.
interview-progress-no-type = The type is not certain yet.
interview-progress-steps =
    { $steps ->
        [0] No step is certain yet.
        [one] One step is certain.
       *[other] { $number } steps are certain.
    }
interview-progress-new =
    { $more ->
        [0] New: { $titles }.
       *[other] New: { $titles } and { $number } more.
    }
interview-progress-gone =
    { $gone ->
        [one] One has dropped out.
       *[other] { $number } have dropped out.
    }

## Pause

interview-pause = The questions that decide most are asked.
interview-pause-rest =
    { $deciding ->
        [0] { $rest } more questions make the comparison complete. They take about { $minutes } minutes.
        [one] { $rest } more questions make the picture complete, one of them can still change steps. They take about { $minutes } minutes.
       *[other] { $rest } more questions make the picture complete, { $deciding } of them can still change steps. They take about { $minutes } minutes.
    }
interview-pause-keys = Enter = go on, q = quit for today, b = back, o = overview
interview-pause-prompt = Go on?

## Contradictions

interview-clash = This does not fit together:
interview-clash-keys = A number = change that answer. Enter = leave it for now.
interview-clash-refused = There is no advice until one of the answers is changed.
interview-clash-prompt = Change which?

## Overview

interview-overview = Overview
interview-overview-chapter = { $title }: { $answered } of { $questions } answered
interview-overview-here = { $chapter } (here)
interview-overview-keys = A number = to that section. Enter = back to the question, q = quit.
interview-overview-prompt = Section

## The end

interview-saved = Saved in { $file }: { $answered } of { $questions } questions answered.
interview-not-saved = Nothing is answered, so no file was made.
interview-unchanged = { $file } is unchanged: { $answered } of { $questions } questions answered.
interview-first-steps = The first steps:
interview-refused =
    { $count ->
        [one] One thing has to be settled before there is advice:
       *[other] { $count } things have to be settled before there is advice:
    }
interview-command-advise = The whole advice: { $command }
interview-command-resume = To go on: { $command }
interview-report = The advice is in { $file }.
interview-interrupted = Interrupted.
interview-unsaved = The last answer is not saved.
interview-no-input = No input: the questionnaire needs a terminal, or answers line by line.
