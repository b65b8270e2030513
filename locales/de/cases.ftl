# Was „dteam test“ sagt.

case-mismatch = { $rule } soll { $expected }, würde aber { $found }
case-effect = { $rule } trifft noch zu, nachdem der Schritt getan ist: `effect` passt nicht zu `when`
case-missing = kein Fall lässt { $rule } { $outcome }
case-tally = { $passed } bestanden, { $failed } fehlgeschlagen

## --watch

watch-changed = { $file } geändert
watch-changed-more = { $file } und { $others } weitere geändert
watch-waiting = Wartet auf Änderungen, Ende mit Strg+C
