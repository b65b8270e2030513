# What `dteam diff` says.

diff-title = What changes
diff-left-out = Not compared, because one of the versions has mistakes: { $packs }
diff-nothing = Nothing is different.
diff-municipalities = Municipalities
diff-counts = Municipalities compared: { $advised }. For { $changed } of them a step or the type changes.
diff-partly = { $count ->
        [one] One municipality has answers that only one of the versions knows; the other one advises without them.
       *[other] { $number } municipalities have answers that only one of the versions knows; the other one advises without them.
    }
diff-rejected = { $count ->
        [one] One profile cannot be read by either version.
       *[other] { $number } profiles cannot be read by either version.
    }
diff-steps-note = Earlier and later are counted among the steps that both versions recommend. Behind a municipality stands the rank before and now.
diff-types = The type becomes another one:
diff-packs = Packs
diff-questions = Questions
diff-functions = Functions
diff-rules = Rules
diff-added = New: { $title } ({ $id })
diff-removed = Removed: { $title } ({ $id })
diff-changed = { $title } ({ $id })
diff-column-gain = new
diff-column-lose = gone
diff-column-earlier = earlier
diff-column-later = later
diff-column-examples = for example
diff-example = { $municipality } ({ $old } → { $new })
diff-and = and
diff-or = or
diff-not = not
diff-if = if { $when }, then { $yes }, otherwise { $no }
diff-from-to = { $old } → { $new }
diff-without = (nothing)
diff-part = { $part ->
        [condition] Condition
        [need] Need
        [impact] Impact
        [fit] Fit
        [effort] Effort
        [work] Work, people, duty
        [after] After { $number }
        [title] Title ({ $language })
        [why] Why ({ $language })
        [action] First move { $number } ({ $language })
        [note] Note { $number }
        [variant] Variant { $number }
        [effect] Effect { $number }
        [learn] Learn from { $number }
        [valid] In force { $number }
        [source] Source { $number }
        [change] Change by a pack
        [version] Version
        [label] Question ({ $language })
        [help] Help ({ $language })
        [option] Option { $number }
        [kind] Kind and range
       *[line] Line { $number }
    }
