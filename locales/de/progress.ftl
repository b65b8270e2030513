# Was ein Jahr gebracht hat: zwei Profile derselben Kommune.

progress-title = Digitale Kommune: Was sich getan hat
progress-title-of = Digitale Kommune: Was sich in { $name } getan hat
progress-dated = Vergleich vom { $date }

progress-section-done = Erledigt
progress-section-begun = Begonnen
progress-section-new = Neu dazugekommen
progress-section-open = Weiter offen
progress-section-gone = Weggefallen
progress-section-plan = Der Plan
progress-section-answers = Die Antworten
progress-section-questions = Fragen, die es nicht mehr gibt

progress-summary-nothing = An den Schritten hat sich nichts geändert.
progress-summary-done = { $count ->
    [one] Ein Schritt ist erledigt.
   *[other] { $number } Schritte sind erledigt.
    }
progress-summary-begun = { $count ->
    [one] Ein Schritt ist begonnen: Davon ist weniger zu tun als vorher.
   *[other] { $number } Schritte sind begonnen: Davon ist weniger zu tun als vorher.
    }
progress-summary-open = { $count ->
    [one] Ein Schritt ist weiter offen.
   *[other] { $number } Schritte sind weiter offen.
    }
progress-summary-new = { $count ->
    [one] Ein Schritt ist neu dazugekommen.
   *[other] { $number } Schritte sind neu dazugekommen.
    }
progress-summary-gone = { $count ->
    [one] Ein Schritt ist aus einem anderen Grund weggefallen.
   *[other] { $number } Schritte sind aus anderen Gründen weggefallen.
    }
progress-summary-answers = { $count ->
    [one] Eine Antwort ist heute anders.
   *[other] { $number } Antworten sind heute anders, { $towards-count ->
        [0] keine davon entspricht der Beratung mehr als vorher
        [one] eine davon entspricht der Beratung mehr als vorher
       *[other] { $towards } davon entsprechen der Beratung mehr als vorher
    }{ $away-count ->
        [0] {""}
        [one] , eine weniger
       *[other] , { $away } weniger
    }.
    }
progress-summary-answered = Beantwortet waren damals { $from } Fragen, heute sind es { $to }.
progress-no-type = noch keiner
progress-type-same = Der Typ ist derselbe wie vorher: { $to }.
progress-type-other = Der Typ war vorher: { $from }. Jetzt ist er: { $to }.
progress-drift-still = Ziele und Arbeit passen wie vorher nicht zum selben Typ.
progress-drift-now = Ziele und Arbeit passen nicht mehr zum selben Typ.
progress-drift-no-more = Ziele und Arbeit passen jetzt zum selben Typ.

progress-moved = { $question }: vorher „{ $from }“, jetzt „{ $to }“
progress-need = vorher fehlten { $from } bis zum Ziel, jetzt noch { $to }
progress-gone-enough = Es ist nicht alles getan, aber so viel, dass der Schritt nicht mehr ansteht: { $question }
progress-gone-answers = Er passt nicht mehr zu den Antworten, denn diese hat sich geändert: { $question }
progress-gone-type = Er passt nicht mehr zum Typ der Kommune.
progress-gone-undecided = { $question ->
    [none] Ob er noch ansteht, ist offen, denn eine Antwort fehlt.
   *[other] Ob er noch ansteht, ist offen, denn hier fehlt eine Antwort: { $question }
    }
progress-gone-not-in-force = Seine Regel gilt nicht mehr.
progress-gone-delegated = Ihn erledigt jetzt die gemeinsame Verwaltung.

progress-plan-late = { $count ->
    [one] Dieser Schritt ist später dran als geplant
   *[other] Diese Schritte sind später dran als geplant
    }:
progress-plan-ahead = { $count ->
    [one] Dieser Schritt ist früher dran als geplant
   *[other] Diese Schritte sind früher dran als geplant
    }:
progress-plan-on-time = { $count ->
    [one] Dieser Schritt liegt im Plan
   *[other] Diese Schritte liegen im Plan
    }:
progress-plan-gone = { $count ->
    [one] Dieser Schritt des Plans steht nicht mehr an
   *[other] Diese Schritte des Plans stehen nicht mehr an
    }:
progress-plan-in = im { $end }
progress-plan-done = erledigt, geplant war er { $when }
progress-plan-not-done = nicht erledigt, geplant ist er { $when }

progress-answers-about = Was besser ist, sagen die Schritte der alten Beratung und sonst die Studie. Wo beide nichts sagen oder sich etwas in beide Richtungen geändert hat, steht „offen“.
progress-column-question = Frage
progress-column-from = Vorher
progress-column-to = Jetzt
progress-column-direction = Entwicklung
progress-towards = besser
progress-away = schlechter
progress-neither = offen
progress-questions-about = Das alte Profil beantwortet auch Fragen, die heute nicht mehr gestellt werden. Sie bleiben hier außer Betracht:
