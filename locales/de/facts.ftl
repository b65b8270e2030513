# Was `dteam facts` sagt.

facts-title = Fakten, auf denen Regeln beruhen
facts-count = { $count ->
        [one] Ein Fakt
       *[other] { $count } Fakten
    }, davon wieder zu prüfen: { $past }.
facts-recheck = Wieder zu prüfen
facts-states = Nur in
facts-rules = Regeln
facts-unused = keine
