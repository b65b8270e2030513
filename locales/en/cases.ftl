# What `dteam test` says.

case-mismatch = { $rule } should { $expected }, but would { $found }
case-effect = { $rule } still fires once its step is done: `effect` does not fit `when`
case-missing = no case lets { $rule } { $outcome }
case-tally = { $passed } passed, { $failed } failed

## --watch

watch-changed = { $file } changed
watch-changed-more = { $file } and { $others } more changed
watch-waiting = Waiting for changes, Ctrl-C ends
