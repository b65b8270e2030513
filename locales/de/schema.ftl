# Erklärungen der Schlüssel in den JSON-Schemas („dteam schema“).
# Editoren zeigen sie als bloßen Text: keine Backticks, keine Auszeichnung.

schema-date = ein Datum als JJJJ-MM-TT, zum Beispiel 2026-11-22

## Ein Profil

schema-profile = Profil einer Kommune
schema-profile-about = Die Antworten einer Kommune. Jede Frage kann offen bleiben: den Schlüssel weglassen oder nichts hinter den Doppelpunkt schreiben. Eine leere Liste [] heißt „nichts davon“.
schema-open = noch offen

## pack.yaml

schema-pack = Regelpaket (pack.yaml)
schema-pack-file = Die Regeln zu einer These. Alle Texte stehen in beiden Sprachen.
schema-pack-format = Die Fassung des Formats.
schema-pack-id = Der Name des Ordners; mit ihm beginnen die Namen der Regeln. Kleinbuchstaben, Ziffern und Bindestriche.
schema-pack-version = Zahlen mit Punkten dazwischen, zum Beispiel 1.0.0. Bei jeder Änderung erhöhen: Die Beratung nennt sie.
schema-pack-title = Wie das Paket heißt.
schema-pack-about = Was das Paket abdeckt, was es auslässt und warum.
schema-pack-order = An welcher Stelle das Paket kommt; entscheidet bei gleicher Priorität.
schema-author = Wer es geschrieben hat.
schema-reviewed = Wer es zuletzt fachlich geprüft hat, und wann.
schema-pack-sources = Worauf sich Regeln des Pakets außer der Studie stützen: weitere Studien, Gesetze, Leitfäden.
schema-pack-functions = Funktionen, die in den Rhai-Dateien des Pakets stehen.
schema-pack-questions = Fragen, die das Paket dem Profil hinzufügt. Im Profil stehen sie unter dem Namen des Pakets, mit Unterstrichen statt Bindestrichen.
schema-pack-contradictions = Antworten, die nicht zusammenpassen.
schema-pack-changes = Was das Paket an Regeln anderer Pakete ändert.
schema-pack-rules = Die Regeln: je eine Bedingung an das Profil und der Schritt, den sie empfiehlt.

## Eine Regel

schema-rule = Regel
schema-rule-any = Regel im selben Paket, oder Paket/Regel
schema-rule-known = bekannte Regeln
schema-rule-id = Der Name der Regel im Paket, für immer. Kleinbuchstaben, Ziffern und Bindestriche.
schema-rule-title = Der Schritt in wenigen Wörtern, als Infinitiv oder Hauptwort.
schema-rule-when = Die Bedingung, ein Ausdruck über das Profil. Wahr: Der Schritt wird empfohlen. Unbekannt: Die offenen Fragen werden genannt.
schema-rule-need = Wie weit die Kommune vom Ziel entfernt ist, von 0 bis 1; ein Ausdruck oder eine Zahl. Ohne Angabe 1.
schema-rule-impact = Wie viel der Schritt bewegt, von 1 bis 5: eine Zahl, eine Zahl je Typ mit default, oder ein Ausdruck in Anführungszeichen.
schema-rule-fit = Wie gut der Schritt zu einem Typ passt, von 0 bis 1. Ein Typ, der nicht genannt ist, zählt 1.
schema-rule-effort = Wie aufwendig der Schritt ist, von 1 (Tage) bis 5 (Jahre).
schema-rule-days = Wie viele Arbeitstage eigener Beschäftigter der Schritt kostet: die wenigsten und die meisten, in ganzen oder halben Tagen. Eine Schätzung, und so heißt sie auch.
schema-rule-weeks = Wie viele Wochen der Schritt mindestens dauert, gleich wie viele Tage er kostet: auf Angebote, Sitzungen und Termine wird gewartet.
schema-rule-decided-by = Wer über den Schritt entscheidet: die gewählte Vertretung oder die Verwaltung allein.
schema-rule-lead = Wer den Schritt führt: eine Rolle.
schema-rule-with = Wer von außen hilft.
schema-rule-cost = Was der Schritt für den Haushalt heißt: nichts, aus laufenden Mitteln, ein eigener Ansatz oder eine Investition über mehrere Jahre.
schema-rule-returns = Ob der Schritt jedes Jahr Geld einspart oder einbringt.
schema-rule-joint = Welcher Anteil der Tage eines Mitglieds wegfällt, wenn mehrere Kommunen den Schritt gemeinsam gehen, von 0 bis 1. Fehlt, wo das nicht geht.
schema-rule-duty = Eine Pflicht, die der Schritt erfüllt: Sie steht getrennt von dem, was freisteht.
schema-duty-law = Das Gesetz und die Stelle darin.
schema-duty-since = Der Tag, von dem an sie bindet.
schema-duty-binds = Wen sie bindet.
schema-rule-after = Regeln, deren Schritte zuerst kommen, wo auch sie offen sind: der Name der Regel im selben Paket oder Paket/Regel.
schema-rule-before = Regeln, vor deren Schritten dieser kommt, wo auch sie offen sind: dasselbe wie `after` in jenen.
schema-rule-covers = Regeln, deren Arbeit dieser Schritt mit erledigt: Wo auch sie zutreffen, stehen sie unter ihm und nicht als eigene Schritte.
schema-rule-learn-from = Typen, bei denen sich das Hinsehen lohnt.
schema-rule-why = Der Grund, aus den Antworten. Ausdrücke in geschweiften Klammern werden ausgefüllt.
schema-rule-notes = Sätze, die zum Grund hinzukommen, wo ihre Bedingung wahr ist.
schema-rule-actions = Die zwei bis fünf ersten Aufgaben: Wer tut was, und woran sieht man, dass es getan ist?
schema-rule-variants = Was die Regel stattdessen sagt: Es gilt die erste Fassung, deren Bedingung wahr ist.
schema-rule-effect = Die Antworten, wenn der Schritt getan ist. Danach darf die Bedingung nicht mehr wahr sein.
schema-rule-valid = Der Zeitraum, in dem die Regel gilt.
schema-rule-source = Worauf die Regel beruht.
schema-rule-snippet = neue Regel
schema-rule-snippet-about = Eine Regel mit allen Schlüsseln, die sie braucht.
schema-impact-default = Für jeden Typ, der nicht genannt ist, und wo kein Typ feststeht.
schema-effort-1 = einige Tage, kein Budget
schema-effort-2 = Wochen, eine Person
schema-effort-3 = Monate, kleines Budget
schema-effort-4 = ein Jahr, Projektbudget
schema-effort-5 = mehrere Jahre, große Investition
schema-note = Zusatz zum Grund
schema-note-when = Wann der Satz hinzukommt.
schema-note-text = Der Satz.
schema-variant = Fassung einer Regel
schema-variant-when = Wann diese Fassung gilt.
schema-effect-list = neue Liste
schema-effect-one = + nimmt auf, - streicht
schema-effect-several = mehreres mit + und -
schema-effect-adds = kommt hinzu: { $option }
schema-effect-removes = fällt weg: { $option }
schema-effect-of-pack = Die Frage eines Pakets.
schema-valid-from = Der erste Tag.
schema-valid-until = Der letzte Tag.
schema-source = Quelle einer Regel
schema-source-publication = Eine Veröffentlichung, die das Paket unter `sources` nennt. Ohne sie ist die Studie gemeint.
schema-source-section = Abschnitt der Studie oder der Veröffentlichung.
schema-source-table = Tabelle der Studie oder der Veröffentlichung.
schema-source-facts = Was seit der Studie geschehen ist.
schema-fact-title = Die öffentliche Quelle.
schema-fact-date = Ihr Datum, so genau wie bekannt: Jahr, Monat oder Tag, zum Beispiel 2024-07-24.
schema-facts = Datierte Fakten (facts.yaml)
schema-facts-file = Was seit der Studie geschehen ist, jeder Fakt einmal; Regeln nennen ihn.
schema-facts-format = Das Format der Datei: 1.
schema-facts-facts = Die Fakten.
schema-dated-fact-id = So nennen ihn Regeln. Kleinbuchstaben, Ziffern und Bindestriche.
schema-dated-fact-statement = Was ist, in einem Satz.
schema-dated-fact-source = Wer es sagt: Titel und Adresse oder eine Veröffentlichung, die das Paket nennt.
schema-dated-fact-certainty = Wie sicher es ist.
schema-dated-fact-checked = Der Tag der letzten Prüfung.
schema-dated-fact-recheck = Der Tag, ab dem wieder zu prüfen ist.
schema-dated-fact-states = Die Länder, in denen es gilt; ohne die Liste alle.
schema-certainty-certain = Eine amtliche Quelle sagt es oder mehrere andere.
schema-certainty-likely = Eine Quelle sagt es, die nicht amtlich ist.
schema-certainty-unclear = Quellen widersprechen sich, oder es ist noch nicht entschieden.
schema-publication = Veröffentlichung
schema-publication-id = Wie Regeln sie nennen. Kleinbuchstaben, Ziffern und Bindestriche.
schema-publication-title = Ihr Titel.
schema-publication-publisher = Wer sie herausgegeben hat.
schema-publication-year = Das Jahr, in dem sie erschienen ist.
schema-publication-address = Wo sie im Netz steht; beginnt mit https://.
schema-publication-sections = Die Abschnitte, die Regeln nennen dürfen. Ohne die Liste ist jeder möglich.
schema-publication-tables = Die Nummern der Tabellen, die Regeln nennen dürfen. Ohne die Liste ist jede möglich.
schema-contradiction = Widerspruch
schema-contradiction-at = Die Frage, bei der die Meldung steht.
schema-contradiction-severity = error weist das Profil ab, warning fragt nach.
schema-contradiction-when = Wann die Antworten einander widersprechen.
schema-contradiction-message = Was dazu gesagt wird.
schema-review = Fachliche Prüfung
schema-review-date = Der Tag.
schema-review-by = Wer geprüft hat.

## Funktionen und Änderungen eines Pakets

schema-function = Funktion
schema-function-name = Der Name, unter dem Ausdrücke die Funktion aufrufen.
schema-function-arguments = Was die Funktion bekommt, der Reihe nach.
schema-function-returns = Was die Funktion zurückgibt.
schema-function-help = Was die Funktion berechnet.
schema-value-number = eine Zahl
schema-value-flag = wahr oder falsch
schema-value-text = ein Text
schema-value-list = eine Liste von Antworten
schema-change = Änderung an einer Regel
schema-change-rule = Die Regel eines anderen Pakets, als Paket/Regel.
schema-change-off = true: Die Regel wird nicht angewendet.
schema-change-weight = Faktor von 0 bis 1, mit dem die Regel für jeden Typ zählt.
schema-change-impact = Wie viel der Schritt bewegt, anstelle der Angabe in der Regel.
schema-change-reason = Warum das Paket die Regel ändert; die Beratung nennt es.

## Fragen eines Pakets

schema-question = Frage des Pakets
schema-question-id = Der Name der Frage im Paket. Buchstaben, Ziffern und Unterstriche.
schema-question-kind = Welche Antworten die Frage zulässt.
schema-question-label = Die Frage in wenigen Wörtern.
schema-question-help = Die Frage in einem Satz, so dass man sie beantworten kann.
schema-question-options = Die möglichen Angaben.
schema-question-limit = Wie viele Angaben die Rangfolge höchstens hat.
schema-question-min = Die kleinste Zahl.
schema-question-max = Die größte Zahl; bei einer Skala ihre höchste Stufe, die unterste ist 0.
schema-question-whole = Nur Zahlen ohne Nachkommastellen.
schema-question-levels = Die Stufen der Skala, von 0 an.
schema-question-unit = Die Einheit der Zahl.
schema-question-unanswered = Was in Texten steht, solange die Frage offen ist.
schema-question-fixed = Eine Tatsache, die kein Schritt ändert.
schema-option-id = Wie die Angabe im Profil steht.
schema-option-label = Wie die Angabe im Bericht heißt.

## cases.yaml

schema-cases = Fälle eines Regelpakets (cases.yaml)
schema-cases-about = Die Tests eines Pakets: Zu einem Teil eines Profils steht, welche Regeln zutreffen, nicht zutreffen oder offen bleiben.
schema-cases-list = Die Fälle. Jede Regel trifft in einem zu, trifft in einem nicht zu und bleibt in einem offen.
schema-case = Fall
schema-case-snippet = neuer Fall
schema-case-snippet-about = Ein Fall mit allen drei Ergebnissen.
schema-case-name = Was der Fall zeigt.
schema-case-profile = Ein Teil eines Profils; was fehlt, ist noch offen.
schema-case-date = Der Stichtag, für Regeln mit einem Zeitraum.
schema-case-fires = Regeln, die zutreffen: der Name der Regel im selben Paket oder Paket/Regel.
schema-case-silent = Regeln, die nicht zutreffen.
schema-case-undecided = Regeln, die offen bleiben, weil eine Antwort fehlt.
schema-case-order = Regeln in der Reihenfolge, in der ihre Schritte stehen.
schema-case-need = Wie weit die Kommune vom Ziel entfernt ist, für jede Regel von 0 bis 1, auf zwei Stellen.
schema-case-priority = Die Priorität des Schritts, für jede Regel von 0 bis 100, auf eine Stelle.
schema-case-variant = Welche Fassung gilt, für jede Regel ihre Nummer von 1 an; null, wenn keine gilt.
schema-case-notes = Welche Zusätze dazukommen, für jede Regel ihre Nummern von 1 an; [] für keinen.
schema-case-after = Nach welchen Schritten dieser kommt, für jede Regel; nur solche, die selbst zutreffen.
schema-case-covers = Welche Schritte in diesem enthalten sind, für jede Regel; nur solche, die selbst zutreffen.
schema-case-texts = Was ein Schritt sagt: zu jeder Regel, was in ihren Texten vorkommt.
schema-case-classification = Der Typ, der sich aus dem Profil ergibt.
schema-case-type = Der Typ, auf dem die Beratung beruht; null, wo keiner feststeht.
schema-case-basis = Worauf der Typ beruht; null, wo keiner feststeht.
schema-case-mixed-with = Der zweite Typ einer Mischform; null, wo es keine ist.
schema-basis-goals = die Ziele
schema-basis-indicators = die übrigen Antworten, eine Schätzung

schema-plan = Was die Kommune selbst über ihren Plan weiß oder entschieden hat. Es geht vor den Schätzungen.
schema-plan-days = Eigene Arbeitstage in jedem Quartal.
schema-plan-per-year = Wie viele Schritte in vier Quartalen hintereinander höchstens beginnen.
schema-plan-blocked = Quartale, in denen nichts geschieht.
schema-plan-done = Schritte, die erledigt sind.
schema-plan-skip = Schritte, die niemand will.
schema-plan-fix = Schritte, die in einem bestimmten Quartal beginnen.
schema-plan-steps = Was über einzelne Schritte bekannt ist.
schema-plan-step-days = Eigene Arbeitstage für den Schritt.
schema-plan-step-euros = Was der Schritt kostet, in Euro.
