# What `dteam facts` says.

facts-title = Facts that rules rest on
facts-count = { $count ->
        [one] One fact
       *[other] { $count } facts
    }, to be checked again: { $past }.
facts-recheck = To be checked again
facts-states = Only in
facts-rules = Rules
facts-unused = none
