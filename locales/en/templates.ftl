## The profile template

template-intro =
    Every question can stay open. Write answers after the colon;
    an empty list [] means “none of these”, nothing at all means “still open”.
    Then: dteam advise FILE

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
