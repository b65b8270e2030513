# The kinds of questions, each by its name: what it is; what a template, a schema and the handbook say about an answer.

kind-choice = one of several answers
    .template = One of:
    .schema = Exactly one of these
    .handbook = one choice
kind-choices = any number of several answers
    .template = A list [a, b] of, [] for none of these:
    .schema = A list of these; [] means “none of these”
    .handbook = any number of choices
kind-ranking = several answers, the most important first
    .template = A list [a, b, c], the most important first, at most { $limit } of:
    .schema = A list of these, the most important first, at most { $limit }
    .handbook = at most { $limit } choices, the most important first
kind-scale = a level, from 0
    .template = A number from { $min } to { $max }:
    .schema = A level from { $min } to { $max }
    .handbook = a level from { $min } to { $max }
kind-number = a number
    .template = A number from { $min } to { $max }, without marks between thousands
    .schema = { kind-number.template }
    .handbook =
        { $whole ->
            [yes] a whole number from { $min } to { $max }
           *[no] a number from { $min } to { $max }
        }
kind-percent = a number from 0 to 100
    .template = A number from 0 to 100 (percent)
    .schema = { kind-percent.template }
    .handbook = a share from 0 to 100%
kind-flag = yes or no
    .template = true (yes) or false (no)
    .schema = { kind-flag.template }
    .handbook = yes or no
kind-text = a text
    .template = A text
    .schema = { kind-text.template }
    .handbook = a text

## Words for yes and no in tables, in small letters; those of all languages hold everywhere

flag-words-yes = yes true
flag-words-no = no false
