# Problems in files: one message for each variant of `Problem` in src/diagnostic/problem.rs, its id the variant's code.
# `.help` is the fix; `.nearest` takes its place where a similar valid name exists.
# Grammar: lower case, no full stop, names in backticks, one sentence on what is wrong at this place.

## Files

not-readable = { $reason ->
        [not-found] `{ $path }` does not exist
        [no-permission] `{ $path }` may not be read
        [folder] `{ $path }` is a folder, not a file
        [no-file] `{ $path }` is no ordinary file
        [too-many-open] `{ $path }` cannot be read: too many files are open
       *[other] `{ $path }` cannot be read: { $reason }
    }
    .help = { $reason ->
        [not-found] check the name and the folder
        [no-permission] ask for permission to read it, or copy it to a folder of your own
        [folder] name a file in this folder
        [no-file] take it away (it may be a pipe or a device), or put a file of this name there
        [too-many-open] close other programs or raise the limit (`ulimit -n 1024`)
       *[other] check whether the file opens in a text editor
    }
not-utf8 = `{ $path }` is not a text file in UTF-8 (after { $offset ->
        [one] one byte
       *[other] { $offset } bytes
    })
    .help = open it in a text editor, choose “Save as” and set the encoding to UTF-8, in Excel “CSV UTF-8”; Word, Excel and PDF files themselves cannot be read
too-large = `{ $path }` is larger than { $most_kib } KiB
    .help = check whether this is the right file; profiles and packs are far smaller
not-writable = { $reason ->
        [not-found] the folder of `{ $path }` does not exist
        [no-permission] `{ $path }` may not be written to
        [folder] `{ $path }` is a folder, not a file
        [full] there is no room left for `{ $path }`
        [changed] `{ $path }` has changed meanwhile, nothing was overwritten
        [no-file] `{ $path }` is no ordinary file
        [in-use] another command is writing to `{ $path }` just now
        [too-many-open] `{ $path }` cannot be written: too many files are open
       *[other] `{ $path }` cannot be written: { $reason }
    }
    .help = { $reason ->
        [no-permission] change the permissions or write to another place
        [changed] run the command again
        [in-use] wait until the other command is done, and run the command again
        [too-many-open] close other programs or raise the limit (`ulimit -n 1024`)
       *[other] write to another place
    }
output-is-input = `{ $path }` is both input and output
    .help = name another file for the output
output-exists = `{ $path }` exists already, nothing was changed
    .help = choose another name
not-an-epoch = `SOURCE_DATE_EPOCH` is not a number of seconds: `{ $value }`
    .help = remove the environment variable or give the date with `--date`
nothing-to-check = there is nothing to check in `{ $path }`
    .help = name a folder of packs (`pack.yaml`), a profile or a folder of profiles
unknown-code = the code `{ $code }` is not known
    .help = the code stands in brackets before each message, such as `D012`
    .nearest = did you mean `{ $nearest }`?
not-a-host = { $value ->
        [empty] `--host` has no name
       *[other] `{ $value }` is no name under which a browser can ask for the site
    }
    .help = give the name alone, without `http://`, port, path and wildcard, such as `--host digital.kommune.example`; letters beyond a to z in the form `xn--…`
    .nearest = give the name alone: `--host { $nearest }`
not-listening = { $reason ->
        [in-use] `{ $address }` is already in use
        [no-permission] this program may not listen at `{ $address }`
        [not-ours] `{ $address }` is no address of this machine
       *[other] cannot listen at `{ $address }`: { $reason }
    }
    .help = { $reason ->
        [not-ours] give an address of this machine with `--bind`, or leave out `--bind`
       *[other] give another port with `--port`, such as `--port 8080`; `--port 0` takes a free one
    }
not-printable = the output cannot be written to standard output{ $reason ->
        [closed] , which is closed
        [full] : there is no room left
       *[other] : { $reason }
    }
    .help = { $reason ->
        [closed] run the command without `>&-`, or write the output to a file with `-o` where the command knows it
       *[other] send the output elsewhere, for instance to a disk that has room left
    }
empty-file = the file is empty or holds nothing but comments
    .help = write at least one answer, such as `municipality: {"{kind: gemeinde}"}`

## YAML

not-yaml = { $slip ->
        [after-bracket] something follows the closing bracket
        [after-quote] something follows the closing quotation mark
        [backslash] within double quotation marks, `\` has a meaning of its own
        [blank-after-colon] the space after the colon is missing
        [colon-in-text] a colon stands in a text without quotation marks
        [comma] a comma is missing here
        [dash] the space after the dash of a list item is missing
        [equals] an equals sign stands between name and value in place of a colon
        [extra-bracket] no opening bracket belongs to this closing one
        [indentation] this line is not indented like the lines it belongs to
        [mixed] list items with a dash and entries with a colon stand on the same level here
        [no-colon] there is no name with a colon on this line
        [no-key] the name before the colon is missing
        [other-bracket] this bracket ends with a bracket of the other kind
        [semicolon] values are separated by a comma, not by a semicolon
        [sign] a text must not begin with this character
        [two-colons] there is a second colon on this line
        [unclosed-bracket] this bracket is not closed
        [unclosed-quote] a text in quotation marks begins here and does not end
       *[other] this cannot be read as YAML ({ $detail })
    }
    .help = { $slip ->
        [after-bracket] end with the bracket; if it is part of the text, put the whole text in straight quotation marks: `name: "[Auetal] am See"`
        [after-quote] write the whole text between the quotation marks; write quotation marks within the text as “…”
        [backslash] use single quotation marks: `'C:\Auetal'`
        [blank-after-colon] put a space after the colon, for example `kind: stadt`
        [colon-in-text] put the text in straight quotation marks: `title: {"{"}de: "Auetal: am See"{"}"}`
        [comma] separate the values in the brackets by commas, for example `[efficiency, funding]`
        [dash] put a space after the dash, for example `- efficiency`
        [equals] write a colon and a space, for example `kind: stadt`
        [extra-bracket] remove the bracket or add the opening one
        [indentation] indent the line as far as its neighbours on the same level; two spaces a level are customary
        [mixed] begin every line with `- `, or none
        [no-colon] put the name, a colon and a space before it, for example `kind: stadt`
        [no-key] put the name before it, for example `kind: stadt`
        [other-bracket] `[` ends with `]`, and `{"{"}` with `{"}"}`
        [semicolon] write commas, for example `[efficiency, funding]`
        [sign] put the whole text in straight quotation marks: `"…"`
        [two-colons] put a text with a colon in straight quotation marks: `name: "Auetal: am See"`; write what belongs to a group on the next line, indented
        [unclosed-bracket] add the closing bracket: `]` for `[`, `{"}"}` for `{"{"}`
        [unclosed-quote] add the closing quotation mark, of the same kind as the opening one
       *[other] look here and in the line above for a missing colon or the space after it, for brackets, quotation marks and uneven indentation; further errors show only once this one is fixed
    }
not-json = { $slip ->
        [bracket] this bracket does not match the one that is open
        [colon] the colon between name and value is missing
        [comma] a comma is missing here
        [comment] JSON has no comments
        [decimal-comma] numbers are written with a point, not with a comma
        [escape] in JSON, `\` has a meaning of its own
        [leading-zero] a number does not begin with a zero
        [no-quotes] quotation marks are missing here
        [no-value] a value is missing here
        [number] this is no number as JSON writes it
        [other-quotes] JSON wants straight double quotation marks
        [range] this number is too large
        [single-quotes] JSON wants double quotation marks
        [text-quotes] the text goes on after the closing quotation mark
        [trailing] something follows the end
        [trailing-comma] there is one comma too many after the last value
        [unclosed] a closing bracket is missing at the end
        [unclosed-text] a text begins here and does not end on its line
        [word] there is no such word in JSON
       *[other] this cannot be read as JSON ({ $detail })
    }
    .help = { $slip ->
        [bracket] `[` ends with `]`, and `{"{"}` with `{"}"}`
        [colon] write `"name": "Auetal"`
        [comma] separate the values by commas; there is none after the last
        [comment] remove the comment, or name the file `.yaml`: there, a comment begins with `#`
        [decimal-comma] write `33.5`
        [escape] write `\\` in place of `\` within a text
        [leading-zero] write it in quotation marks, or the leading zero is lost: `"03255001"`
        [no-quotes] put names and texts in straight double quotation marks: `"name": "Auetal"`
        [no-value] add the value, or write `null` if the question stays open
        [number] write numbers without `+`, with a point for decimals and nothing between the thousands: `9400`, `0.5`
        [other-quotes] write straight double quotation marks: `"name": "Auetal"`
        [range] check the number; if it is meant as a text, put it in quotation marks
        [single-quotes] write `"name": "Auetal"`
        [text-quotes] write quotation marks within a text as `\"` or as “…”
        [trailing] remove the rest or save it as a file of its own; if each line holds a municipality, name the file `.ndjson`
        [trailing-comma] remove this comma
        [unclosed] check whether the whole file was transferred; `[` ends with `]`, and `{"{"}` with `{"}"}`
        [unclosed-text] add the closing quotation mark; a line break within a text is written `\n`
        [word] write `true`, `false` and `null`, in small letters
       *[other] look here and in the line above for brackets, quotation marks and commas
    }
invisible-blank = there is a character here ({ $code }) that only looks like a space
    .help = remove the character and type a space; it mostly comes with text copied from a web page or from Word
typographic-quotes = to the program, these quotation marks are part of the text
    .help = leave them out or write straight quotation marks: `"…"`
utf16 = `{ $path }` is saved in UTF-16 (Windows calls it “Unicode”), not in UTF-8
    .help = open it in a text editor, choose “Save as” and set the encoding to UTF-8, in Excel “CSV UTF-8”
tab-indentation = this line holds a tab
    .help = use spaces instead of tabs, two for each level of indentation; further errors show only once this one is fixed
second-document = a second document begins here
    .help = delete `---` and what follows it, or save that part as a file of its own
key-not-text = the name before the colon is a list or a group, not a word
    .help = write a single word before the colon, such as `kind: stadt`
unknown-alias = nothing before this place carries the name that `*` refers to
    .help = mark the value with `&` and the same name first, or put this text in quotation marks if it is to begin with `*`
duplicate-key = `{ $key }` stands here a second time, first in line { $first_line }
    .help = keep one of the two and delete the other
too-deep = brackets or indentation are nested too deeply
    .help = check whether this is the right file; profiles have two levels
merge-key = `<<` for merging other entries is not supported
    .help = write the entries out here
tag-not-allowed = the tag `{ $tag }` is not supported
    .help = delete the tag; where an expression begins with `!`, put the whole expression in single quotes
quotes-needed = YAML does not read what begins like this as text
    .help = put the whole expression in single quotes: `'"dms" in components.in_use'`, `'!fim.known'`; further errors show only once this one is fixed
too-many-problems = these are the first { $shown } errors, no more were looked for
    .help = fix these first, or check whether this is the right file
too-many-nodes = the file has more than { $most } entries
    .help = check whether this is the right file; what is repeated with `*name` counts each time

## The form of a file

unknown-key = `{ $key }` is not known here
    .help = possible here: { $known }
    .nearest = did you mean `{ $nearest }`?
missing-key = `{ $key }` is missing or has no value
    .help = add `{ $key }:` with a value
missing-language = { $language ->
        [de] the German version (`de`) is missing
        [en] the English version (`en`) is missing
       *[other] the version in the language `{ $language }` is missing
    }
    .help = add `{ $language }: …`; until then, reports have the text in another language
wrong-kind = expected { $expected ->
        [map] keys with values
        [list] a list
        [text] a text
        [number] a number
        [flag] `true` or `false`
        [expression] an expression
       *[other] { $expected }
    }, found { $found ->
        [nothing] nothing
        [text] a text
        [number] a number
        [flag] `true` or `false`
        [list] a list
        [map] a group of keys
       *[other] { $found }
    }
    .help = { $expected ->
        [map] write a key, a colon and a value on each line, such as `kind: stadt`, all indented alike
        [list] write `[first, second]`, or each entry on a line of its own that begins with `-`
        [text] write a text, in quotation marks if it contains a colon, a brace or a bracket
        [number] write the number in digits with a decimal point, such as `3` or `0.5`, without quotation marks or unit
        [flag] write `true` for yes or `false` for no, without quotation marks
        [expression] write the expression on one line, such as `data.inventory <= 1`, in quotation marks if it begins with a quotation mark, bracket or `!`
       *[other] write { $expected }
    }
format-version = format `{ $found }` is not supported
    .help = write `format: { $supported }`, or use a newer version of the program if the file was made for one
not-in-range = `{ $value }` does not lie between { $min } and { $max }
    .help = write a number from { $min } to { $max }
not-a-date = `{ $value }` is not a date
    .help = write year, month and day, such as `2026-01-31`
not-an-id = `{ $value }` cannot be used as an id
    .help = { $form ->
        [name] begin with a letter from a to z and go on with letters, digits and `_` only, such as `open_data`
       *[id] begin with a letter from a to z and go on with letters, digits, `_` and `-` only, such as `open_data`
    }
    .nearest = { $form ->
        [name] did you mean `{ $nearest }`? Letters from a to z, digits and `_` are possible
       *[id] did you mean `{ $nearest }`? Letters from a to z, digits, `_` and `-` are possible
    }
not-a-slug = `{ $value }` cannot be the id of a pack, rule or publication
    .help = begin with a lower-case letter and go on with lower-case letters, digits and hyphens only, such as `open-data-start`
    .nearest = did you mean `{ $nearest }`? Lower-case letters, digits and hyphens are possible
not-a-version = `{ $value }` is not a version number
    .help = write numbers with points between them, such as `1.0.0`
empty-text = there is nothing here
    .help = write the text or the expression that belongs here

## Answers of a profile, a case or an effect

not-translated = { $language ->
        [de] the German text (`de`) is the same as the one in `{ $other }`
        [en] the English text (`en`) is the same as the one in `{ $other }`
       *[other] the text in the language `{ $language }` is the same as the one in `{ $other }`
    }
    .help = translate it; until then, leave the language out: another stands in for it
unfinished = this text is still to be written: `{ $text }`
    .help = write it; readers of the report would see what stands here
cut-at-comma = a comma ends the value here: `{ $before }`, and `{ $behind }` is no value of its own
    .help = { $number ->
        [yes] write the number with a decimal point: `{ $before }.{ $behind }`
       *[no] put a text with a comma in straight quotation marks: `"{ $before }, { $behind }"`
    }
unknown-question = there is no question `{ $question }`
    .help = { $level ->
        [top] possible here: { $known }; if a pack asks it, name the pack's folder with `--rules`
       *[below] possible here: { $known }
    }
    .nearest = did you mean `{ $nearest }`?
unknown-option = `{ $option }` is not an option of `{ $question }`
    .help = choose from: { $options }
    .nearest = did you mean `{ $nearest }`?
expected-option = `{ $question }` takes one option, found { $found ->
        [nothing] nothing
        [text] a text
        [number] a number
        [flag] `true` or `false`
        [list] a list
        [map] a group of keys
       *[other] { $found }
    }
    .help = choose one of: { $options }
expected-options = `{ $question }` takes a list of options, found { $found ->
        [nothing] nothing
        [text] a text
        [number] a number
        [flag] `true` or `false`
        [list] a list
        [map] a group of keys
       *[other] { $found }
    }
    .help = write the options in square brackets, separated by commas, or `[]` for none; choose from: { $options }
expected-number = `{ $question }` takes a number, found { $found ->
        [nothing] nothing
        [text] a text
        [number] a number
        [flag] `true` or `false`
        [list] a list
        [map] a group of keys
       *[other] { $found }
    }
    .help = write a number from { $min } to { $max } in digits, with a decimal point, without quotation marks, unit or thousands separator
    .nearest = did you mean `{ $nearest }`? write it without quotation marks, unit and marks between thousands
expected-flag = `{ $question }` takes `true` or `false`, found { $found ->
        [nothing] nothing
        [text] a text
        [number] a number
        [flag] `true` or `false`
        [list] a list
        [map] a group of keys
       *[other] { $found }
    }
    .help = write `true` for yes or `false` for no, without quotation marks
    .nearest = did you mean `{ $nearest }`? write it in lower case and without quotation marks
expected-text = `{ $question }` takes a text, found { $found ->
        [nothing] nothing
        [text] a text
        [number] a number
        [flag] `true` or `false`
        [list] a list
        [map] a group of keys
       *[other] { $found }
    }
    .help = { $found ->
        [nothing] write a text, or delete the line to leave the question open
        [number] put the number in quotation marks
        [flag] put the word in quotation marks
       *[other] write the text on one line, in quotation marks if it contains a colon, a brace or a bracket
    }
answer-out-of-range = `{ $question }` lies between { $min } and { $max }, but here is `{ $value }`
    .help = write a number from { $min } to { $max }
not-whole = `{ $question }` takes a whole number, not `{ $value }`
    .help = write the number without decimals, thousands without a separator (`9400`, not `9.400`)
    .nearest = did you mean `{ $nearest }`?
percent-fraction = `{ $question }` is { $value }, less than one percent
    .help = write percent as a number from 0 to 100
    .nearest = are { $nearest } percent meant? then write `{ $nearest }`
too-many-choices = `{ $question }` takes at most { $limit ->
        [one] one option
       *[other] { $limit } options
    }, but here are { $count }
    .help = keep { $limit ->
        [one] only the most important one
       *[other] the { $limit } most important ones, the most important first
    }
repeated-choice = `{ $option }` stands more than once in `{ $question }`
    .help = name each option only once
contradiction = { $message }
    .help = correct one of the answers, or delete the one you are not sure of
section-not-map = `{ $section }` is a group of questions, found { $found ->
        [nothing] nothing
        [text] a text
        [number] a number
        [flag] `true` or `false`
        [list] a list
        [map] a group of keys
       *[other] { $found }
    }
    .help = write the answers below it, indented, each with its question: { $questions }
not-an-assumption = `{ $text }` is not an assumption
    .help = join a question and its answer with `=`, for example `data.inventory=2`; without an answer (`data.inventory=`) the question stays open
    .nearest = did you mean `{ $nearest }`?
text-too-long = the text at `{ $question }` has { $count } characters, at most { $max } are possible
    .help = shorten the text, for instance to the bare name; notes go behind a `#`
other-catalog = this profile was read with another catalog
    .help = read the profile with the catalog that is to advise it
answer-not-placed = the answer to `{ $question }` cannot be written in its place in this file
    .help = enter the answer by hand; anchors (`&`) and aliases (`*`) in the file are often the reason
number-unclear = `{ $question }` takes a single number, `{ $written }` { $why ->
        [several] has more than one
        [range] is a range or a bound
        [fraction] is a fraction or a ratio
        [bound] is a bound
        [sign] has a sign that is not possible here
        [date] looks like a date
        [word] has a number in words
        [magnitude] has thousands or millions in words
        [percent] is a percentage
        [not-percent] looks like a count, a percentage is asked for
       *[marks] leaves open whether the mark between the digits separates thousands or decimals
    }
    .help = { $why ->
        [date] write the number again and format the column as text or number before: spreadsheets easily turn `12.5` into a date
       *[other] write one number in digits; a unit, `about` and a year in brackets may stand beside it
    }
    .nearest = did you mean `{ $nearest }`? then write this number in digits

## Expressions

expression-syntax = this is not an expression that can be read: { $detail }
    .help = { $slip ->
        [operator] write `{ $instead }` in place of `{ $written }`
        [quotes] put texts and options in straight double quotes: `"kreis"`
        [order] write `<=` and `>=`, the equals sign last
        [percent] write the number without `%`: shares are numbers from 0 to 100
        [bracket-open] close every bracket: a `)` is missing
        [bracket-closed] delete the `)` that closes nothing, or open it with `(`
        [comma] write numbers without marks between thousands and with a decimal point: `10000`, `0.8`
       *[other] compare with `==`, combine with `&&` and `||`, put texts and options in double quotes, and close every bracket
    }
expression-unsupported = { $what ->
        [statement] statements cannot be used in an expression
        [interpolation] texts with values filled in cannot be used in an expression
        [if] in an expression, `if` always needs an `else`
        [list] a list can only hold texts in quotation marks
        [property] nothing can follow a value by a full stop here
       *[other] `{ $what }` cannot be used in an expression
    }
    .help = use `&& || !`, `== != < <= > >=`, `in`, `!in`, `+ - * /`, `if a {"{"} b {"}"} else {"{"} c {"}"}`, round brackets, lists of texts and functions
unknown-path = `{ $path }` is neither a question nor another known name
    .help = write a question with its full name, such as `data.inventory`, or `type`, `type_by_goals`, `type_by_indicators`, `mixed_with`; put options and texts in double quotes
    .nearest = did you mean `{ $nearest }`?
unknown-function = there is no function `{ $name }`
    .help = use `benchmark`, `benchmark_all`, `benchmark_of`, `both`, `chosen`, `contains`, `count`, `max`, `membership`, `min`, `missing`, `rank`, `round`, or a function declared under `functions` in `pack.yaml`
    .nearest = did you mean `{ $nearest }`?
argument-count = `{ $function }` takes { $function ->
        [benchmark] one or two arguments
        [benchmark_all] one or two arguments
        [benchmark_of] two or three arguments
       *[other] { $expected ->
            [one] one argument
           *[other] { $expected } arguments
        }
    }, found { $found }
    .help = write { $function ->
        [benchmark] `benchmark("question")` or `benchmark("question", "option")`
        [benchmark_all] `benchmark_all("question")` or `benchmark_all("question", "option")`
        [benchmark_of] `benchmark_of("type", "question")` or `benchmark_of("type", "question", "option")`
        [chosen] `chosen(list, ["a", "b"])`
        [contains] `contains(list, "option")` or `"option" in list`
        [count] `count(list)`
        [max] `max(a, b)`
        [membership] `membership("type")`
        [min] `min(a, b)`
        [missing] `missing(list, ["a", "b"])`
        [rank] `rank(ranking, "option")`
        [round] `round(number)`
        [both] `both(list, list)`
       *[other] as many arguments as `pack.yaml` declares for the function
    }
argument-kind = `{ $function }` takes { $expected ->
        [flag] a condition (true or false)
        [number] a number
        [text] a text
        [list] a list of options
        [ranking] a ranking
       *[other] { $function ->
            [chosen] a list of texts
            [missing] a list of texts
            [both] a list of the same options
            [benchmark] a question with options
            [benchmark_all] a question with options
            [benchmark_of] a question with options
           *[other] { $expected }
        }
    } here, found { $found ->
        [flag] a condition (true or false)
        [number] a number
        [choice] one option
        [list] a list of options
        [text] a text
       *[other] a { $found }
    }
    .help = { $function ->
        [chosen] write the options as texts in square brackets: `chosen(list, ["a", "b"])`
        [missing] write the options as texts in square brackets: `missing(list, ["a", "b"])`
        [both] name two questions that have the same options
        [rank] write `rank(ranking, "option")`, with a question of the kind `ranking` and an option in double quotes
        [membership] write the type in double quotes: `membership("optimizer")`
        [benchmark] write question and option in double quotes, the option only where the question has options
        [benchmark_all] write question and option in double quotes, the option only where the question has options
        [benchmark_of] write type, question and option in double quotes, the option only where the question has options
       *[other] pass what `pack.yaml` declares under `arguments`, or change it there
    }
type-mismatch = expected { $expected ->
        [flag] a condition (true or false)
        [number] a number
        [choice] one option
        [list] a list of options
        [text] a text
       *[other] a { $expected }
    }, found { $found ->
        [flag] a condition (true or false)
        [number] a number
        [choice] one option
        [list] a list of options
        [text] a text
       *[other] a { $found }
    }
    .help = { $expected ->
        [flag] write a condition, such as `data.inventory <= 1` or `"dms" in components.in_use`
        [number] write a number or a calculation; the length of a list is `count(list)`
        [list] name a question that takes several options, such as `components.in_use`
       *[other] let both branches of `if` and `else` be conditions, or both numbers
    }
incomparable = { $left ->
        [flag] a condition (true or false)
        [number] a number
        [choice] one option
        [list] a list of options
        [text] a text
       *[other] a { $left }
    } and { $right ->
        [flag] a condition (true or false)
        [number] a number
        [choice] one option
        [list] a list of options
        [text] a text
       *[other] a { $right }
    } cannot be compared
    .help = compare a number with a number, one option with a text (`strategy.status == "none"`), and look into a list with `in` (`"dms" in components.in_use`)
unknown-compared-option = `{ $option }` is not an option of `{ $question }`, so this can never be true
    .help = choose from: { $options }
    .nearest = did you mean `{ $nearest }`?
unknown-municipality-type = there is no type of municipality `{ $name }`
    .help = choose from: { $types }
    .nearest = did you mean `{ $nearest }`?
whole-number-division = two whole numbers are divided here, and Rhai would cut the result off
    .help = write one of them with a decimal point, `3.0 / 2` instead of `3 / 2`
division-by-zero = this divides by zero
    .help = divide by a number other than 0
value-left-out = { $language ->
        [de] the German text (`de`) lacks the value `{ $value }`
        [en] the English text (`en`) lacks the value `{ $value }`
       *[other] the text in the language `{ $language }` lacks the value `{ $value }`
    }
    .help = say it in every language, or in none
number-too-large = the program cannot calculate with the number `{ $number }`: it is too large, or too close to zero
    .help = write a whole number of at most 15 digits, or a decimal below 1e308; leave out a bound that no answer reaches
no-benchmark = the benchmarks have no such value for `{ $question }`
    .help = { $available ->
        [none] name another question; where only the types have a value, use `benchmark_of`
       *[other] name an option that has a value: { $available }
    }
too-many-placeholders = the text has more than { $most } expressions filled in
    .help = shorten or divide the text
unclosed-placeholder = the brace opened here is never closed
    .help = close the expression with {"`}`"}, or write {"`{{`"} for a brace in the text
stray-brace = this closing brace belongs to no expression
    .help = write {"`}}`"} for a brace in the text, or delete it

## Survey, typology, benchmarks

duplicate-id = the id `{ $id }` is used a second time
    .help = choose an id that is not yet taken, or delete one of the two entries
unknown-section = there is no section `{ $section }`
    .help = use an id listed under `sections`, or add the section there
    .nearest = did you mean `{ $nearest }`?
unknown-kind-of-question = `{ $kind }` is not a kind of question
    .help = choose from: { $kinds }
    .nearest = did you mean `{ $nearest }`?
too-many-options = a question has at most { $most } options
    .help = split the question into two, or combine options
too-many-questions = there cannot be more than { $most } questions
    .help = delete questions, or leave out packs that ask some
question-within-question = `{ $inner }` would lie within `{ $outer }`, which is a question itself
    .help = choose another id; no further questions stand below a question
question-kind = `{ $question }` is not a question { $expected ->
        [choice] with options
       *[other] of the kind `{ $expected }`
    }
    .help = { $expected ->
        [choice] name a question of the kind `choice`, `choices` or `ranking`
       *[other] name a question of the kind `{ $expected }`
    }
centre-sum = the centre of `{ $id }` adds up to { $sum } instead of { $expected }
    .help = compare the values with the study's table; the sum may fall short of { $expected } by no more than 0.1
centre-incomplete = the centre of `{ $id }` has no value for `{ $option }`
    .help = add `{ $option }:` with its value, `0` if nobody named it
value-count = { $expected ->
        [one] one value is needed
       *[other] { $expected } values are needed
    } here, found { $found }
    .help = write one value for each type, or one level for each step of a scale from 0 to `max`
shares-sum = the shares add up to { $sum } percent instead of 100
    .help = compare the shares with the study's table; only a difference from rounding is allowed
option-needed = the value of `{ $question }` does not say for which option it holds
    .help = add `option:` with an option of the question, or a `measure` that holds for the question as a whole
option-not-allowed = this value of `{ $question }` holds for the question as a whole, not for one option
    .help = delete `option`; it belongs to the measures `share` and `score` of a question with options

## Packs

pack-id-not-folder = the pack has the id `{ $id }`, but its folder is called `{ $folder }`
    .help = write `id: { $folder }`, or rename the folder
duplicate-pack = the pack `{ $id }` has already been added from `{ $first }`
    .help = leave one of the two out, or give one of them another id and folder
action-count = a rule has two to five first moves, found { $found }
    .help = write at least two and at most five entries in `actions`
actions-differ = `actions` has { $count ->
        [one] one entry
       *[other] { $count } entries
    } under `{ $language }`, but { $other_count } under `{ $other }`
    .help = write as many entries in one language as in the other, in the same order
never-valid = the period ends before it begins
    .help = swap or correct `from` and `until`
effect-on-fixed = no step changes `{ $question }`
    .help = name under `effect` what is different after the step
unknown-table = neither the benchmarks nor the typology have a table { $table }
    .help = give the table's number in the study, or leave `table` out
unknown-rule = there is no rule `{ $rule }`
    .help = write the rule's id for one in the same pack, `pack/rule` for one in another, and load that pack too
    .nearest = did you mean `{ $nearest }`?
covers-circle = the step of `{ $rule }` would be part of itself
    .help = under `covers`, name only rules that do not cover this one in turn
comes-between = `{ $between }` comes after one part of `{ $rule }` and before another, while the parts are to be one step
    .help = name `{ $between }` under `covers` as well, or change `after` and `before`
not-days = these are not two numbers, the lower first, in whole or half days
    .help = give the least and the most days, such as `days: [3, 8]`
not-one-of = `{ $key }`: there is no `{ $name }`
    .help = { $known ->
        [none] the study names nobody for it under `planning` in `survey.yaml`: add them there, or leave `{ $key }` out
       *[other] name one of these: { $known }
    }
    .nearest = did you mean `{ $nearest }`?
after-cycle = { $rules ->
        [one] in `after`, a rule waits for itself: { $cycle }
       *[other] in `after`, rules wait for one another in a circle: { $cycle }
    }
    .help = { $rules ->
        [one] delete this entry from `after`
       *[other] delete one of these entries from `after`, so that one rule can come first
    }
function-not-defined = no `.rhai` file of the pack defines `{ $name }` with { $arguments ->
        [one] one parameter
       *[other] { $arguments } parameters
    }
    .help = write `fn { $name }(…)` with as many parameters as `arguments` has entries, or correct the entry under `functions`
script-syntax = this script cannot be read: { $detail }
    .help = look for a missing bracket, quotation mark or semicolon; a function sees only its arguments and can load neither files nor modules
effect-on-flag-or-number = `+` and `-` change a list, but `{ $question }` has a single answer
    .help = write the answer itself, without a sign: `{ $question }: …`
script-failed = the function `{ $function }` failed in the rule `{ $rule }`: { $detail ->
        [operations] it calculates too long; does a loop never end?
        [calls] it calls itself too often
        [size] a text or a list gets too long
        [not-finite] the result is no finite number
        [not-a-number] the result is no number
        [not-a-flag] the result is neither true nor false
       *[other] { $detail }
    }
    .help = correct the function in the pack's `.rhai` file, and check the arguments the rule calls it with
unreadable-path = an expression cannot read `{ $path }` as a question
    .help = choose another id: words such as `if` and `in` have a meaning of their own
unknown-language = the program does not speak the language `{ $language }`
    .help = possible: { $known }
    .nearest = did you mean `{ $nearest }`? Possible: { $known }
nothing-changed = this entry changes nothing
    .help = write `off: true`, `weight:` with a number from 0 to 1, or `impact:` with a number from 1 to 5
off-and-changed = `{ $key }` means nothing here, because `off: true` switches the rule off
    .help = delete either `off` or `{ $key }`
own-rule-changed = `{ $rule }` is a rule of this pack
    .help = edit the rule itself; only rules of other packs stand under `changes`
rule-changed-twice = two packs change the rule `{ $rule }`: `{ $one }` and `{ $other }`
    .help = delete the change in one of the two, or leave one of the two out
not-a-rules-folder = `{ $path }` is not a folder with rules
    .help = name a pack's folder (with `pack.yaml`), or a folder that holds packs, `survey.yaml`, `typology.yaml` or `benchmarks.yaml`
unknown-pack = there is no pack `{ $pack }`
    .help = name one of { $known }, or the folder of a pack
    .nearest = did you mean `{ $nearest }`?
unknown-publication = there is no publication `{ $publication }` under `sources`
    .help = { $known ->
        [none] add it under the pack's `sources`, with `id` and `title`, or leave `publication` out if the study is meant
       *[other] name one of { $known }, or add it under the pack's `sources`
    }
    .nearest = did you mean `{ $nearest }`?
section-not-in-source = it has no section `{ $section }`
    .help = give one of these sections: { $known }
    .nearest = did you mean `{ $nearest }`?
not-an-address = `{ $value }` is no address on the web
    .help = write it in full, beginning with `https://`, or leave it out
date-in-future = `{ $date }` is still to come on { $today }
    .help = name the day on which it happened; when a rule begins to hold belongs under `valid`
pack-name-taken = `{ $id }` is taken as the name of a pack
    .help = choose another name; a pack, a part of the profile or a word with a meaning of its own is called so already
no-rules = `{ $path }` is empty
    .help = write the content of the file, or leave the file out

## What trying out the possible answers shows (`dteam check`)

never-fires = the rule never fires: no answers make `when` true
    .help = look for tests that exclude one another, and change one of them
always-fires = the rule always fires: no complete answers make `when` false
    .help = ask for which municipalities the advice does not hold, and add that as a test
same-step = `{ $other }` fires on exactly the same answers
    .help = make one rule of the two, or tell their conditions apart
contained-in = when this rule fires, `{ $other }` fires as well, and both change the same
    .help = make it a variant (`variants`) of `{ $other }`, or exclude the shared case in one of the two
effect-keeps-firing = once the step is done (`effect`), the rule still fires
    .help = complete `effect` so that `when` is no longer true, or narrow `when` to what `effect` changes
effect-changes-nothing = `{ $question }` always has this value already when the rule fires
    .help = write the value the answer is to have after the step, or delete the line
effect-contradicts = once the step is done (`effect`), the answers contradict one another at `{ $question }`: { $message }
    .help = add to `effect` the answer that changes along with the step
never-covers = `{ $rule }` never fires where this rule does: there is nothing to do as one
    .help = take the name out of `covers`, or look at the conditions
unknown-fact = there is no fact `{ $fact }`
    .help = add it to `facts.yaml`, or give title and date here
    .nearest = did you mean `{ $nearest }`?
recheck-before-checked = `recheck` ({ $recheck }) is before `checked` ({ $checked })
    .help = `checked` is the day somebody last made sure, `recheck` the day to do so again
no-states-question = the survey does not say which question asks for the state (Land)
    .help = name it in `survey.yaml` as `states`, or leave `states` out here
unknown-certainty = `{ $certainty }` does not say how sure a fact is
    .help = write one of { $known }
    .nearest = did you mean `{ $nearest }`?
recheck-due = the fact `{ $fact }`, checked on { $checked }, was to be checked again by { $recheck }
    .help = make sure that it still holds, then write the days anew under `checked` and `recheck`
unused-fact = no rule names the fact `{ $fact }`
    .help = name it under `source.facts` of a rule, or delete it
comes-too-late = once the step is done (`effect`), `{ $rule }` fires, which is to come before it
    .help = widen the condition of `{ $rule }` until it fires before the step, or take `before` or `after` away
leaves-range = `{ $key }` comes to { $value }; { $min } to { $max } is allowed
    .help = bound it with `min(…)` and `max(…)`, or calculate otherwise; what goes beyond is cut off
placeholder-unanswered = the rule can fire while `{ $question }` is unanswered; the text then says “not stated”
    .help = put the sentence in `notes`, under a condition that tests `{ $question }`, or do without the value
unread-question = no rule reads `{ $question }`
    .help = add a rule that makes use of it, or delete the question: who asks should use the answer
wrong-scale = `{ $left }` and `{ $right }` are on different scales
    .help = compare like with like; shares are percentages from 0 to 100, means are on the scale of their question
test-always-true = `{ $test }` is always true once the question is answered
    .help = delete the test, or check the bound
test-always-false = `{ $test }` is never true
    .help = check the bound, or delete the test
test-without-influence = `{ $test }` does not change whether the condition is true: the other tests decide alone
    .help = delete the test, or check `&&`, `||` and brackets
variant-never-chosen = this variant is never chosen: when the rule fires, its condition is never true or an earlier one comes first
    .help = compare the condition with the rule's `when` and mind the order: the first that is true counts
note-never-added = this note never appears: when the rule fires, its condition is never true
    .help = compare the condition with the rule's `when`
variant-always-chosen = this variant's condition is true whenever the rule fires: later ones and what the rule says itself never get a turn
    .help = write its parts into the rule itself, or narrow the condition
note-always-added = this note's condition is true whenever the rule fires
    .help = write the sentence into `why`, or narrow the condition
no-number = `{ $key }` comes to no number, because it divides by zero or becomes too large
    .help = see that the divisor is never zero, with `max(1, …)` for instance; else the need counts as whole
more-overlaps = { $count ->
        [one] one more rule in this file fires
       *[other] { $count } more rules in this file fire
    } on the same answers as another, or only where another does
    .help = first make one of the rules that are named, then check again
no-outcome = `when` stays undecided although everything is answered: what is compared is no number, because it divides by zero or becomes too large
    .help = see that the divisor is never zero, with `max(1, …)` for instance, or multiply instead of dividing; else these municipalities are never decided
not-proven = not all possible answers could be tried; nothing stood out in those that were
    .help = nothing to do; simpler conditions can be checked completely

## Cases

rule-named-twice = in this case, the rule `{ $rule }` is already listed under `{ $list }`
    .help = delete one of the two entries: in one case, a rule comes out in one way only
nothing-expected = there is nothing to check under `{ $key }`
    .help = write what is to come out, or delete `{ $key }`
cases-not-added = nothing can be added behind the cases in `{ $path }` as they are written
    .help = write the list under `cases` with a hyphen for each case instead of brackets
revision-not-readable = the version `{ $revision }` cannot be read: { $reason ->
        [no-git] the program `git` is not there
        [no-revision] no revision is called so
       *[other] { $reason }
    }
    .help = give a folder or `REV:PATH`, such as `main:rules`; the path is seen from the current folder
no-such-part = `{ $rule }` has no such number under `{ $key }`
    .help = { $count ->
        [0] the rule has no `{ $key }`: delete the line
        [one] they are numbered in the order of the rule; here there is only 1
       *[other] they are numbered in the order of the rule, from 1 to { $count }
    }
unknown-basis = a type does not rest on `{ $basis }`
    .help = write `goals`, `indicators` (the other answers) or `null` (no type)
    .nearest = did you mean `{ $nearest }`?
case-not-updated = the case “{ $case }” cannot be changed automatically as it is written
    .help = change the case by hand; anchors (`&`) and aliases (`*`) in its lists are often the reason
no-packs = there are no packs here
    .help = name a folder, such as `dteam test rules`; without one, `rules/` or the current folder is used
no-case-matches = no case matches `--filter` { $filter }
    .help = give part of the name of a case or a rule, such as `--filter inventory`
no-cases = there are no cases in `{ $path }`
    .help = begin with `cases: []`; `dteam test --coverage` then suggests cases

## Many profiles

no-records = there are no profiles in `{ $path }`
    .help = name a folder with files `.yaml`, `.yml` or `.json`, or a file `.ndjson` or `.csv`
cell-count = this line has { $found ->
        [one] one cell
       *[other] { $found } cells
    }, the header { $expected ->
        [one] one
       *[other] { $expected }
    }
    .help = look for a separator too many or too few; a decimal comma (`12,5`) splits the cell: write `12.5`
cell-not-closed = the quotation mark of this cell is not closed on its line
    .help = add the second quotation mark or remove both; a cell cannot have line breaks
options-not-separated = several answers to `{ $question }` are separated by `|`
    .help = put a vertical bar between the answers
    .nearest = did you mean `{ $nearest }`?
record-not-utf8 = this character does not fit the encoding (UTF-8, unless `--encoding` says otherwise)
    .help = add `--encoding windows-1252` if the file comes from Excel, or save it as UTF-8: in Excel choose “Save as” and “CSV UTF-8”, in a text editor the encoding UTF-8
record-too-large = this record is larger than { $most_kib } KiB
    .help = check whether the line breaks between the records are missing
array-not-closed = this item of the list does not end as it began
    .help = check the brackets and quotation marks of the item; between two items there is a comma, at the end of the list `]`
not-an-array = no JSON list begins here
    .help = begin the list with `[`, or name the form with `--input-format`, for instance `ndjson` for one record a line
empty-record = this record has no answers
    .help = remove the record or add at least one answer
run-under-way = another run is still writing to `{ $path }`{ $process ->
        [unknown] {""}
       *[other] {" "}(process { $process }, since { $since })
    }
    .help = wait until it is done, or name another output; do not delete its files
run-unfinished = an earlier run to `{ $path }` was interrupted
    .help = go on with `--resume`, or delete `{ $path }.progress` and start again
nothing-to-resume = there is no interrupted run for `{ $path }`
    .help = start again without `--resume`; what the file holds will be replaced
resumed-otherwise = the interrupted run had another setting ({ $setting }): before `{ $before }`, now `{ $now }`
    .help = go on with the earlier setting, or start again without `--resume` and delete the file `.progress` beside the output first
input-changed = `{ $path }` no longer begins with the records that the interrupted run has read
    .help = go on with the unchanged input, or start again and delete the file `.progress` beside the output first
output-changed = `{ $path }` no longer holds what the interrupted run has written
    .help = start again and delete `{ $path }` and the file `.progress` beside it first
journal-changed = `{ $path }` was changed, or is of another version of the program
    .help = delete this file and start again without `--resume`
empty-input = there is not a single record in `{ $path }`
    .help = check whether it is the right file and whether the program that writes it has finished; nothing was written
not-a-report = `{ $path }` is in the folder for the reports and is none; a report could take its place
    .help = name a folder of its own with `--reports`, with nothing but reports in it
forms-mixed = `{ $path }` and `{ $other }` have different forms or columns, their faulty records do not fit into one file
    .help = process each input by itself with a `--rejects` of its own
no-input = no input is named
    .help = name a file or a folder, `-` for standard input; what follows `--summary` is the name of the summary, not of the input
bounds-not-rising = the bounds of the classes do not rise
    .help = order the bounds by size, each only once
output-twice = `{ $path }` is named for two outputs
    .help = give each output a file of its own
record-not-json = this record is not JSON: { not-json }
    .help = { $slip ->
        [unclosed] add the closing bracket; in NDJSON a record is on one single line
        [trailing] there is one single record on each line
       *[other] { not-json.help }
    }
record-not-object = a record is a JSON object with answers, here is { $found ->
        [text] a text
        [number] a number
        [flag] `true` or `false`
        [list] a list
       *[other] something else
    }
    .help = put the record in curly brackets, for instance `{"{\"data\": {\"inventory\": 1}}"}`
not-one-object-a-line = { $lines ->
        [one] this line is
       *[other] this line and those after it, { $lines } in all, are
    } not a JSON object; in this form each line holds one municipality as a JSON object
    .help = { $form ->
        [object] write each object on one single line, for instance with `jq -c .`; if the file holds one municipality only, name it `.json`
        [comma] remove the comma at the end of the lines, or put `[` before and `]` after them and name the file `.json`
        [list] name the file `.json` or give `--input-format json`: a JSON list is read as well
       *[other] write each line as a JSON object; save a profile in YAML as a file `.yaml` of its own and name that or its folder
    }
id-not-exact = as a number, some programs would round `{ $id }` or read it differently
    .help = write the id in quotation marks: `"{ $id }"`
after-the-list = something follows the end of the JSON list and was not read
    .help = write everything in one single list, or each list in a file of its own
column-without-name = column { $column } has no name, but something stands here
    .help = add the name of the question to the header or empty this cell
unknown-encoding = the encoding `{ $encoding }` is not known
    .help = usual ones are `windows-1252` (what Excel saves as CSV by itself), `iso-8859-15`, `utf-16` and `macintosh`; without `--encoding` it is UTF-8
    .nearest = did you mean `{ $nearest }`?
input-not-utf8 = `{ $path }` is not encoded in UTF-8
    .help = add `--encoding { $encoding }`, or save the file as UTF-8

## Workbooks

workbook-not-readable = `{ $path }` { $why ->
        [password] is protected by a password
        [old] is a workbook in the old format (`.xls`)
        [binary] is a workbook in the binary format (`.xlsb`)
        [large] is too large once unpacked
        [sheets] has nothing on the sheet that is read
       *[other] is no readable workbook
    }
    .help = { $why ->
        [password] open the file and save it without a password
        [old] open the file and save it as `.xlsx` or `.ods`
        [binary] open the file and save it as `.xlsx` or `.ods`
        [large] check whether something stands far to the right or far below, and keep only the sheet with the municipalities; save many municipalities as CSV
        [sheets] name another one with `--sheet`, or make one with a row for each municipality
       *[other] open the file in Excel or LibreOffice and save it anew as `.xlsx` or `.ods`
    }
unknown-sheet = `{ $path }` has no sheet `{ $sheet }`
    .help = there are: { $known }
    .nearest = did you mean `{ $nearest }`?
formulas-without-value = in `{ $path }`, sheet “{ $sheet }”, formulas are not calculated: { $cells }
    .help = open the file in Excel or LibreOffice once and save it; programs such as pandas write formulas without their value
cell-error = the cell has the error `{ $error }` in place of an answer
    .help = correct the formula or empty the cell
hidden-rows = in `{ $path }`, sheet “{ $sheet }”, rows are hidden, and are read all the same: { $rows }
    .help = delete the rows if they are not to count
hidden-columns = in `{ $path }`, sheet “{ $sheet }”, columns are hidden, and are read all the same: { $columns }
    .help = delete the columns if they are not to count
merged-cells = in `{ $path }`, sheet “{ $sheet }”, cells are merged: { $cells }; the answer counts for the first of them alone, the others have none
    .help = unmerge the cells and write the answer into each row that it is meant for
workbooks-not-built = this program cannot read or write workbooks: `{ $path }`
    .help = save the table as “CSV UTF-8”; or build the program with the feature `workbooks`
other-sheets = of `{ $path }` the sheet “{ $sheet }” was read; there are also: { $others }
    .help = name another sheet with `--sheet`, or move it to the front
one-municipality = `{ $path }` holds { $count ->
        [one] one municipality
       *[other] { $count } municipalities
    }, and here there can be only one
    .help = keep the row of this one municipality only; for many at once there is `dteam batch`

## Council papers

unknown-step = `{ $step }` is not a step of this plan
    .help = { $known ->
        [none] the plan has no steps yet; answer more questions, for instance with `dteam interview PROFILE`
        [listed] give a number or a rule of the list above
       *[other] give a number or a rule of the plan: { $known }
    }
    .nearest = Is `{ $nearest }` meant?{ $known ->
        [listed] {""}
       *[other] {" "}The plan has: { $known }
    }
nothing-to-decide = there is no step to decide on
    .help = answer more questions, for instance with `dteam interview PROFILE`, or report on the state of affairs alone with `--information`
for-council-papers = `{ $option }` is for council papers only
    .help = add `--format council` or `--format council-html`

## Plans

not-a-period = `{ $text }` is no quarter
    .help = write year and quarter like this: `2027-Q1`
not-half-days = these are no whole or half days
    .help = write `4` or `4.5`, for instance
no-column-for-plan = what stands under `plan` in a profile has no room in a table
    .help = remove this column, and advise the municipality by its profile or by a line of NDJSON: `{"{"}"plan": …{"}"}`
asked-twice = `{ $rule }` stands under `{ $one }` and under `{ $other }`
    .help = remove one of them: a step is done, unwanted or fixed to a quarter
period-outside = { $rule ->
        [none] `{ $period }` is
       *[other] `{ $period }` for `{ $rule }` is
    } not among the quarters of the plan, or that quarter is blocked
    .help = name a quarter from { $first } to { $last } that is not under `--blocked`, or change `--start` and `--quarters`
no-time-to-plan = in no quarter of the plan is there time for a step
    .help = name fewer quarters under `--blocked`, or allow more with `--days` and `--per-year`
fixed-not-open = `{ $rule }` cannot be fixed: { $part_of ->
        [none] it is no step of today
       *[other] it is part of `{ $part_of }`
    }
    .help = { $part_of ->
        [none] use `--fix` only for steps that `dteam advise` names for this profile
       *[other] fix `{ $part_of }`
    }
fixed-too-early = `{ $rule }` cannot begin in { $period }, because `{ $awaited }` has to be done before
    .help = choose a later quarter, or fix `{ $awaited }` to an earlier one too
fixed-without-room = `{ $rule }` cannot begin in { $period }: there are not enough days, or enough steps are begun in that year already
    .help = choose another quarter, or allow more with `--days` or `--per-year`
fixed-settled = `{ $rule }` cannot begin in { $period }, because by then it is no longer needed: `{ $by }` has settled it
    .help = choose an earlier quarter, or leave out `--fix` for this step
not-a-plan = `{ $path }` is no plan: { $reason }
    .help = write the plan with `dteam plan PROFILE --format json -o FILE`

## Teams

team-of-one = a team needs at least two municipalities, one was read
    .help = name more profiles; for one municipality alone there are `dteam advise` and `dteam plan`
same-name = there are two `{ $name }`: { $first } and { $other }
    .help = give each municipality an `id` of its own; until then the later one has another name here
no-groups = `{ $question }` does not make groups
    .help = take a question that has one answer out of a few, for instance `municipality.state`
group-of-one = there is only one municipality in the group “{ $group }”
    .help = it stays by itself; another question for `--group` makes larger groups

## Calls from other languages

not-a-request = the request cannot be read: { $reason }
    .help = write a JSON object with the keys of the call; `docs/plugins.md` lists them
unknown-call = there is no call `{ $call }`
    .help = `docs/plugins.md` lists the calls
    .nearest = did you mean `{ $nearest }`?
null-pointer = `{ $argument }` is a null pointer
    .help = pass the address of a text, also where it is empty
caught-fault = the program has failed: { $detail }
    .help = that is a fault of the program, please report it; other calls go on as before
not-a-catalog = there is no catalog of this number
    .help = use the number that loading has returned, and use it before the catalog is released
no-start = nothing says when the plan begins
    .help = name the first quarter, `"start": "2027-Q1"`, or the reference date, `"date": "2026-11-22"`
stray-file = `{ $path }` is no file of a catalog
    .help = name each file by its path within a folder of rules: `survey.yaml` or `facts.yaml`, or `my-pack/pack.yaml` and other files of that pack
not-served = the exchange with the agent has ended: { $reason }
    .help = start `dteam mcp` from a program that speaks the Model Context Protocol; `docs/plugins.md` shows how

## Pages that need no server

not-an-app = `{ $path }` is no `dteam.html`
    .help = name the `dteam.html` that belongs to this program with `--template`, unchanged
app-of-other-version = `{ $path }` belongs to dteam { $theirs }, this program is dteam { $ours }
    .help = take the `dteam.html` of dteam { $ours }, or version { $theirs } of the program
no-app-template = there is no file `{ $path }` to make the new page from
    .help = put `dteam.html` beside the program, or name it with `--template FILE`
app-to-terminal = a page of this size cannot be shown on the screen
    .help = name a file with `-o advice.html`

## The report as PDF

pdf-not-built = this program cannot write PDF files
    .help = choose `--format html -o report.html` and print to PDF in a browser; or build the program with PDF: `cargo install --path . --features pdf`
pdf-to-terminal = a PDF file cannot be written to the screen
    .help = name a file with `-o report.pdf`
pdf-not-made = the report cannot be typeset as PDF: { $reason }
    .help = that is a fault of the program, please report it; `--format html` makes the report as an HTML page
