## The profile template

template-intro =
    Every question can stay open. Write answers after the colon;
    an empty list [] means “none of these”, nothing at all means “still open”.
    Then: dteam advise FILE
expects-choice = One of:
expects-choices = A list [a, b] of, [] for none of these:
expects-ranking = A list [a, b, c], the most important first, at most { $limit } of:
expects-scale = A number from { $min } to { $max }:
expects-number = A number from { $min } to { $max }, without marks between thousands
expects-percent = A number from 0 to 100 (percent)
expects-flag = true (yes) or false (no)
expects-text = A text

## The pack template

pack-made = The pack `{ $folder }` is made, with an example to rebuild:
pack-made-pack = questions, function and rules; begin here
pack-made-cases = cases: answers, and what is to follow from them
pack-made-script = the function
pack-made-next = The next commands:
pack-made-check = finds mistakes
pack-made-test = runs the cases
pack-made-doc = shows the pack as people read it
pack-made-advise =
    `{ $form }` writes a profile with all questions;
    filled in, it becomes an advice: `{ $advise }`.
pack-made-profile = PROFILE
