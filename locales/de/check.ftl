# Was „dteam check“ sagt, außer den Problemen selbst (problems.ftl).

check-packs =
    { $count ->
        [one] ein Paket
       *[other] { $number } Pakete
    }
check-rules =
    { $count ->
        [one] eine Regel
       *[other] { $number } Regeln
    }
check-cases =
    { $count ->
        [one] ein Fall
       *[other] { $number } Fälle
    }
check-profiles =
    { $count ->
        [one] ein Profil
       *[other] { $number } Profile
    }
check-errors =
    { $count ->
        [one] ein Fehler
       *[other] { $number } Fehler
    }
check-warnings =
    { $count ->
        [one] eine Warnung
       *[other] { $number } Warnungen
    }
check-notes =
    { $count ->
        [one] ein Hinweis
       *[other] { $number } Hinweise
    }
check-progress = { $done } von { $all } Regeln durchgespielt …
check-nothing = nichts zu beanstanden
check-authorship = Paket `{ $pack }`: { $who }
check-summary = { $checked } geprüft: { $found }
check-explain = Was ein Code bedeutet, sagt `dteam check --explain CODE`.

## Every problem

severity-error = Fehler
severity-note = Hinweis
severity-warning = Warnung
problem-cell = { $file }, Blatt „{ $sheet }“, Zelle { $cell }
problem-example = zum Beispiel
problem-help = Abhilfe
