## Die Vorlage: Kopf

council-title-decision = Beschlussvorlage (Entwurf)
council-title-information = Mitteilungsvorlage (Entwurf)
council-draft = Entwurf zum Prüfen und Ergänzen. Leere Felder und Punkte (………) füllt die Verwaltung aus.
council-particulars = Angaben zur Vorlage
council-number = Vorlage Nr.
council-reference = Aktenzeichen
council-date = Datum
council-in-charge = Federführend
council-involved = Beteiligt
council-section-subject = Betreff
council-subject-decision =
    { $count ->
        [one] Digitalisierung: nächster Schritt
       *[other] Digitalisierung: { $number } nächste Schritte
    }
council-subject-information =
    { $count ->
        [0] Digitalisierung: Stand
       *[other] Digitalisierung: Stand und nächste Schritte
    }
council-section-meetings = Beratungsfolge
council-body = Gremium
council-meeting = Sitzung am
council-task = Zuständigkeit
council-status = Status (öffentlich oder nichtöffentlich)
council-task-advice = Vorberatung
council-task-decision = Entscheidung
council-task-information = Kenntnisnahme
council-committee = Ausschuss: ………
council-any = Zuständiges Gremium
council-any-in-text = das zuständige Gremium

## Beschluss oder Kenntnisnahme

council-section-decision = Beschlussvorschlag
council-decides =
    { $count ->
        [one] { $council } beschließt: Die Verwaltung wird beauftragt, diesen Schritt umzusetzen. Beschrieben ist er in der Begründung.
       *[other] { $council } beschließt: Die Verwaltung wird beauftragt, diese Schritte umzusetzen. Beschrieben sind sie unter derselben Nummer in der Begründung.
    }
council-charge = (verantwortlich: ………, Abschluss bis: ………)
council-charge-until = (verantwortlich: ………, Abschluss bis Ende { $end })
council-report-back = Die Verwaltung berichtet bis ……… über den Stand. Ausgaben, die im Haushalt nicht vorgesehen sind, legt sie vorher gesondert zur Entscheidung vor.
council-section-information = Kenntnisnahme
council-takes-note =
    { $count ->
        [0] { $council } nimmt den Stand der Digitalisierung zur Kenntnis.
        [one] { $council } nimmt den Stand der Digitalisierung und diesen nächsten Schritt zur Kenntnis:
       *[other] { $council } nimmt den Stand der Digitalisierung und diese nächsten Schritte zur Kenntnis:
    }
council-no-decision = Ein Beschluss wird nicht vorgeschlagen.

## Sachverhalt und Begründung

council-section-reasons = Sachverhalt und Begründung
council-section-state = Sachverhalt
council-topic-position = Ausgangslage
council-basis = Grundlage sind Antworten der Kommune auf { $answers } von { $questions } Fragen. Sie werden verglichen mit der Studie „{ $study }“, { $publisher }, { $published }. Vergleichswerte: { $sample }. Die Studie unterscheidet { $types } Typen von Kommunen nach ihren Zielen.
council-type-by-goals = Der Typ ist keine Note. Er zeigt, welche Schritte passen und von wem sich lernen lässt. Die Prozentzahl gibt an, wie nahe die genannten Ziele denen des Typs kommen.
council-type-by-indicators = Der Typ ist keine Note. Er zeigt, welche Schritte passen und von wem sich lernen lässt. Die Prozentzahl gibt an, wie wahrscheinlich er nach den Antworten ist.
council-strengths = Darauf lässt sich aufbauen:
council-no-steps = Aus den Antworten ergibt sich zurzeit kein Schritt. Offene Fragen nennt Anlage 1.
council-chosen-all =
    { $count ->
        [one] Aus den Antworten ergibt sich ein Schritt, um ihn geht es hier.
       *[other] Aus den Antworten ergeben sich { $number } Schritte, um sie alle geht es hier.
    }
council-chosen-decision =
    { $chosen ->
        [one] Aus den Antworten ergeben sich { $all-number } Schritte. Zur Entscheidung steht einer davon; alle sind in Anlage 1 beschrieben.
       *[other] Aus den Antworten ergeben sich { $all-number } Schritte. Zur Entscheidung stehen { $chosen-number } davon; alle sind in Anlage 1 beschrieben.
    }
council-chosen-information =
    { $all ->
        [one] Aus den Antworten ergibt sich ein Schritt, beschrieben in Anlage 1.
       *[other] Aus den Antworten ergeben sich { $all-number } Schritte. Alle sind in Anlage 1 beschrieben{ $chosen ->
            [0] .
            [one] , einer davon auch hier.
           *[other] , { $chosen-number } davon auch hier.
        }
    }
council-moves = Umsetzung
council-effort =
    { $effort ->
        [1] gering (Tage, ohne eigenes Budget)
        [2] überschaubar (Wochen, eine Person)
        [3] mittel (Monate, kleines Budget)
        [4] hoch (etwa ein Jahr, Projektbudget)
       *[other] sehr hoch (mehrere Jahre, große Investition)
    }
council-start = Beginn
council-start-now = im ersten Halbjahr
council-start-next = im Jahr darauf
council-start-later = später
council-start-unplanned = hat im Plan noch keinen Platz
council-needs = Zuvor
council-covers = Enthält
council-enables = Danach möglich
council-step-within = { $title } (Nr. { $number } dieser Vorlage)
council-step-outside = { $title } (nicht Teil dieser Vorlage)
council-models =
    { $count ->
        [one] Kommunen des Typs { $types }
       *[other] Kommunen der Typen { $types }
    }
council-comparison = Vergleich
council-learn-from = Vorbild
council-source = Beleg

## Finanzielle und weitere Auswirkungen

council-section-costs = Finanzielle Auswirkungen
council-costs-none = Die Kenntnisnahme löst keine Ausgaben aus. Über Schritte, die Mittel brauchen, wird gesondert beschlossen.
council-costs-about = Die Beträge trägt die Verwaltung ein. Der Aufwand ist eine Einschätzung nach den Regeln der Auswertung, keine Kostenermittlung.
council-costs = Ausgaben je Schritt
council-effort-estimated = Geschätzter Aufwand
council-costs-once = Einmalig (Euro)
council-costs-yearly = Laufend (Euro im Jahr)
council-costs-staff = Personalaufwand
council-costs-total = Zusammen
council-budget = Haushalt
council-budget-item = Haushaltsstelle (Produktkonto)
council-budget-planned = Im Haushalt vorgesehen (ja oder nein)
council-budget-cover = Deckung
council-budget-funding = Förderung
council-budget-savings = Einnahmen oder Einsparungen
council-section-effects = Weitere Auswirkungen
council-effects = Von der Verwaltung zu prüfen
council-effect-staff = Beschäftigte, Beteiligung der Personalvertretung
council-effect-data = Datenschutz und Informationssicherheit
council-effect-access = Barrierefreiheit
council-effect-equality = Gleichstellung
council-effect-climate = Klima und Nachhaltigkeit

## Schluss

council-section-alternatives = Alternativen
council-without-decision = Ohne Beschluss bleibt es beim beschriebenen Stand.
council-instead = Anstelle des Vorschlags oder zusätzlich kommen diese Schritte in Frage:
council-section-own = Was die Verwaltung selbst erledigt
council-own = Über diese Schritte entscheidet die Verwaltung in eigener Zuständigkeit. Sie beginnt damit im ersten Halbjahr:
council-section-further = Weitere Schritte
council-besides = Außerdem kommen in Frage:
council-other-step = { $title }. Aufwand: { $effort }
council-section-annexes = Anlagen
council-annex-report = Bericht „{ $title }“{ $dated }, vollständig
council-annex-profile = Antworten der Kommune (Profil)
council-dated = {" "}vom { $date }

## When, and the result

council-section-schedule = Zeitplan
council-schedule-about = Geplant ist mit { $days } eigenen Arbeitstagen im Vierteljahr, zusammen mit den übrigen Schritten. Die Arbeitstage sind Schätzungen.
council-end = Abschluss
council-days = Eigene Arbeitstage
council-section-result = Ergebnis der Beratung
council-result = Von der Sitzungsleitung auszufüllen
council-votes-for = Ja-Stimmen
council-votes-against = Nein-Stimmen
council-votes-none = Enthaltungen
council-noted = Zur Kenntnis genommen am
council-place = Ort, Datum
council-signature = Unterschrift
