# Die Befehlszeile: Hilfe, Handbuchseiten und was zu einem falschen Aufruf gesagt wird.

## Das Programm

cli-dteam = Beratung für die digitale Kommune: aus einem Profil werden nächste Schritte, nach Priorität geordnet und begründet
cli-dteam-more = Nichts verlässt diesen Rechner. Rückgabewerte: 0 erledigt; 1 eine Prüfung, ein Test oder ein Vergleich hat etwas gefunden; 2 Eingabe oder Aufruf falsch; 130 mit Strg+C abgebrochen.

## Die Befehle; was mit `-more` endet, steht nur in der ausführlichen Hilfe

cli-advise = Eine Kommune beraten: ihr Typ, die nächsten Schritte der Reihe nach, und warum
cli-app = Eine Seite machen, die keine Installation braucht, mit eigenen Regelpaketen, eigenem Titel und eigenen Antworten
cli-app-more = Die Seite ist eine fertige `dteam.html` mit diesem Inhalt: Fragebogen, Bericht, Plan und Vorlagen in einer Datei, die sich im Browser öffnet, ohne Netz. Sie berät wie `dteam advise --rules`.
cli-batch = Beliebig viele Kommunen beraten und zusammenfassen, was sie gemeinsam haben
cli-batch-more = Jede Kommune wird für sich beraten und in der Reihenfolge der Eingabe geschrieben. Fehlerhafte Einträge werden gemeldet und übergangen; der Rückgabewert ist dann 1. `dteam batch --csv-template` schreibt die Kopfzeile einer Tabelle zum Ausfüllen.
cli-check = Fehler in Regelpaketen, Profilen und Fällen finden und ausrechnen, was Regeln bewirken können
cli-classify = Sagen, zu welchem Typ eine Kommune gehört: nach ihren Zielen und nach ihren übrigen Antworten
cli-diff = Zwei Fassungen von Regeln vergleichen: was anders ist, und wer andere Schritte oder einen anderen Typ bekommt
cli-diff-more = Eine Fassung ist der Ordner eines Pakets, ein Ordner mit Paketen oder ein Stand in Git: `STAND:PFAD`, zum Beispiel `main:rules`. Mit `--fail-on` ist der Rückgabewert 1, wenn es eine solche Änderung gibt.
cli-explain = Erklären, warum eine Regel auf ein Profil zutrifft, nicht zutrifft oder offen bleibt
cli-facts = Die Fakten mit Datum auflisten, auf denen Regeln beruhen: Quellen, wann sie wieder zu prüfen sind, wer sie braucht
cli-interview = Ein Profil Frage für Frage ausfüllen, die wichtigsten zuerst
cli-interview-more = Jede Antwort wird sofort gespeichert; Kommentare und Reihenfolge einer vorhandenen Datei bleiben, wie sie sind. Wer aufhört, auch mit Strg+C (Rückgabewert 130), macht mit demselben Befehl an derselben Stelle weiter. Antworten können auch Zeile für Zeile aus einer Datei oder einem anderen Programm kommen.
cli-mcp = Agenten antworten (Model Context Protocol), über Standardeingabe und Standardausgabe
cli-mcp-more = Werkzeuge: advise, check, classify, explain, plan, questions. Dazu das Handbuch, das Format der Pakete und JSON-Schemas. Nichts wird gespeichert, und nichts verlässt diesen Rechner.
cli-mcp-date = Stichtag, JJJJ-MM-TT, wo eine Anfrage keinen nennt [Vorgabe: heute, oder der Tag aus `SOURCE_DATE_EPOCH`]
cli-new = Ein leeres Profil oder ein Regelpaket anlegen, mit dem man anfangen kann
cli-new-profile = Ein leeres Profil: jede Frage mit Erläuterung und Antworten als Kommentar
cli-new-pack = Ein Regelpaket zum Umbauen: ein Ordner mit einem kleinen Beispiel, das `check` und `test` besteht und das Format erklärt
cli-plan = Die Schritte einer Kommune nach Quartalen planen, mit den Leuten und Tagen, die es gibt
cli-plan-more = Was getan ist, ändert die Antworten: Dadurch werden andere Schritte möglich, und manche fallen weg.
cli-progress = Zwei Profile einer Kommune vergleichen: welche Schritte getan, begonnen und neu sind, welche Antworten sich geändert haben
cli-progress-more = Das alte Profil wird auch gelesen, wenn es zu einem früheren Fragebogen gehört. Fragen, die es nicht mehr gibt, werden genannt.
cli-rules = Die Regelpakete und ihre Regeln mit Titel und Bedingung auflisten, als Markdown
cli-serve = Fragebogen und Bericht im Browser zeigen und anderen Programmen antworten (JSON-Schnittstelle)
cli-serve-more = Nichts wird gespeichert, und nichts verlässt diesen Rechner, solange `--bind` ihn nicht für andere öffnet. Strg+C beendet.
cli-team = Kommunen zusammenbringen: gemeinsame Vorhaben, wer was von wem lernt, wen man zusammen anruft
cli-team-more = Fehlerhafte Einträge werden gemeldet und übergangen; der Rückgabewert ist dann 1.
cli-schema = Ein JSON-Schema schreiben, mit dem Editoren Schlüssel und Werte ergänzen, erklären und prüfen
cli-doc = Das Handbuch der Regelpakete schreiben: Fragen, Typen und Regeln, jede Bedingung in Worten
cli-test = Die Fälle von Regelpaketen durchgehen: welche Regeln auf Ausschnitte von Profilen zutreffen, nicht zutreffen oder offen bleiben
cli-completions = Ein Skript schreiben, mit dem eine Shell Befehle und Optionen ergänzt
cli-completions-more = Für bash: `dteam completions bash -o ~/.local/share/bash-completion/completions/dteam`; für fish: `dteam completions fish -o ~/.config/fish/completions/dteam.fish`; für zsh heißt die Datei `_dteam` und liegt in einem Ordner aus `$fpath`.
cli-man = Die Handbuchseite eines Befehls schreiben, oder alle
cli-man-more = Lesen: `dteam man advise | man -l -`. Einrichten: `dteam man --all ~/.local/share/man/man1`.
cli-help = Diese Hilfe oder die Hilfe eines Befehls zeigen
cli-help-command = Der Befehl, zu dem Hilfe gewünscht ist

## Was viele Befehle annehmen

cli-lang = Sprache der Ausgabe [Vorgabe: die erste der Studie]
cli-lang-top = Sprache der Ausgabe und der Hilfe, vor oder nach dem Befehl
cli-rules-folder = Ordner mit Regelpaketen (oder ein Paket), die zu den eingebauten hinzukommen oder Pakete gleichen Namens ersetzen; mehrmals möglich
cli-output = In diese Datei schreiben statt auf die Standardausgabe
cli-color = Farbe im Text: nur im Terminal und ohne `NO_COLOR`, immer oder nie
cli-width = Spalten der Textausgabe [Vorgabe: die des Terminals, höchstens 110; sonst 100]
cli-profile = Das Profil, YAML oder JSON; `-` für die Standardeingabe
cli-date-stands = Stichtag, JJJJ-MM-TT: steht auf der Beratung und entscheidet über Regeln, die nur eine Zeit lang gelten [Vorgabe: heute, oder der Tag aus `SOURCE_DATE_EPOCH`]
cli-date-decides = Stichtag, JJJJ-MM-TT: entscheidet über Regeln, die nur eine Zeit lang gelten [Vorgabe: heute, oder der Tag aus `SOURCE_DATE_EPOCH`]
cli-date = Stichtag, JJJJ-MM-TT [Vorgabe: heute, oder der Tag aus `SOURCE_DATE_EPOCH`]
cli-inputs = Profile: Dateien (`.xlsx`, `.ods`, `.csv`, `.ndjson`, `.json`, `.yaml`), Ordner mit einem Profil je Datei, `-` für die Standardeingabe
cli-input-format = Form der Eingaben [Vorgabe: nach der Endung des Namens, sonst nach dem ersten Zeichen]
cli-encoding = Zeichenkodierung der Eingaben, etwa `windows-1252` (so speichert Excel CSV von sich aus) oder `utf-16` [Vorgabe: UTF-8]
cli-sheet = Blatt einer Arbeitsmappe, nach Namen oder Nummer [Vorgabe: das erste sichtbare]
cli-help-flag = Die Hilfe zeigen
cli-help-flag-long = Die Hilfe zeigen (ausführlicher mit `--help`)
cli-help-flag-short = Die Hilfe zeigen (kürzer mit `-h`)
cli-version-flag = Die Version zeigen

## advise

cli-advise-format = Form der Beratung
cli-advise-top = Höchstzahl der Schritte: ausführlich in Berichten [Vorgabe: 5], überhaupt in JSON und YAML [Vorgabe: alle], in einer Vorlage für den Rat [Vorgabe: 3]
cli-advise-steps = Die Schritte, um die es in einer Vorlage für den Rat geht, in dieser Reihenfolge; nach ihrer Nummer im Plan oder nach ihrer Regel: `1,3,data/inventory`
cli-app-template = Die `dteam.html`, aus der die Seite entsteht [Vorgabe: die neben diesem Programm]
cli-app-title = Wie die Seite heißt, höchstens 100 Zeichen
cli-app-profile = Ein Profil, YAML oder JSON, dessen Antworten schon eingetragen sind
cli-app-short = Mit der Kurzform beginnen
cli-expected-title = 1 bis 100 Zeichen in einer Zeile
cli-advise-plan = Der Plan, wie `dteam plan --format json` ihn schreibt: wann die Schritte einer Vorlage an die Reihe kommen
cli-advise-information = Eine Mitteilungsvorlage: Der Rat wird unterrichtet und beschließt nichts

## batch

cli-batch-format = Was für jede Kommune geschrieben wird [Vorgabe: ndjson; csv mit `--rows` oder `--excel`]
cli-batch-rows = Zeilen der Tabelle [Vorgabe: steps]
cli-batch-excel = Eine Tabelle, wie Excel sie in Deutschland öffnet: Semikolons, Dezimalkommas, Kennzeichen am Anfang (BOM)
cli-batch-reports = Stattdessen einen Bericht für jede Kommune in diesen Ordner schreiben
cli-batch-report-format = Form der Berichte
cli-batch-top = Höchstzahl der Schritte: ausführlich in Berichten [Vorgabe: 5], sonst überhaupt [Vorgabe: alle]
cli-batch-likely = Auch wahrscheinliche Schritte, wo Antworten fehlen: dauert einige hundert Mal so lange
cli-batch-jobs = So viele Kommunen zugleich [Vorgabe: so viele, wie der Rechner Prozessorkerne hat]
cli-batch-rejects = Die fehlerhaften Einträge in diese Datei schreiben, wie sie waren
cli-batch-strict = Beim ersten fehlerhaften Eintrag aufhören
cli-batch-resume = Da weitermachen, wo ein Lauf mit demselben `--output` unterbrochen wurde
cli-batch-summary = Eine Auswertung aller Kommunen schreiben: Typen, Schritte, Antworten neben den Werten der Studie; ohne Dateinamen auf die Standardausgabe. Ohne `--output` oder `--reports` ist eine Auswertung auf der Standardausgabe alles, was geschrieben wird
cli-batch-summary-format = Form der Auswertung [Vorgabe: json, wenn der Dateiname auf `.json` endet, sonst markdown]
cli-batch-summary-only = Nur die Auswertung schreiben
cli-batch-summary-json = Alles, für andere Programme (Format dteam.batch/1)
cli-batch-summary-markdown = Zum Lesen
cli-batch-sizes = Wo die Größenklassen der Auswertung beginnen, etwa `5000,20000,100000` [Vorgabe: wie in den Regeln]
cli-batch-csv-template = Nur die Kopfzeile einer leeren Tabelle schreiben
cli-batch-template = Nur eine Arbeitsmappe zum Ausfüllen schreiben, in der die möglichen Antworten stehen
cli-batch-quiet = Ohne Fortschritt, Warnungen und Abrechnung am Ende; Fehler erscheinen trotzdem
cli-batch-date = Stichtag, JJJJ-MM-TT [Vorgabe: heute, oder der Tag aus `SOURCE_DATE_EPOCH`; mit `--resume` der des unterbrochenen Laufs]

## check

cli-check-paths = Ordner mit Paketen, einzelne Pakete oder deren Dateien, Profile (`-` liest eines von der Standardeingabe), Ordner mit Profilen [Vorgabe: die eingebauten Pakete und die aus `--rules`]
cli-check-format = Form der Meldungen
cli-check-format-text = Mit der Zeile aus der Datei und dem, was zu tun ist
cli-check-format-json = Für andere Programme (dteam.check/1)
cli-check-format-sarif = SARIF 2.1.0, für Editoren und Plattformen für Quelltext
cli-check-format-github = Befehle für Abläufe auf GitHub
cli-check-explain = Einen Fehler nach seiner Nummer erklären, etwa D012, mit Beispiel
cli-check-date = Vor Fakten und Prüfungen warnen, die nach diesem Tag datiert sind, und vor Fakten, die davor wieder zu prüfen waren, JJJJ-MM-TT
cli-check-watch = Nach jeder Änderung in den Pfaden wieder prüfen, bis Strg+C

## classify und explain

cli-classify-format = Form der Einordnung
cli-data-text = Zum Lesen
cli-data-json = Für andere Programme
cli-data-yaml = Dasselbe wie JSON, als YAML
cli-explain-rule = Die Regel, als Paket/Regel
cli-explain-what-if = Eine andere Antwort annehmen und zeigen, was das ändert; mehrmals möglich
cli-explain-what-if-more = Die Antwort steht da wie in einem Profil: `data.inventory=2`, `data.uses=[automation]`. `+option` und `-option` nehmen etwas in eine Liste auf oder heraus, auch mehreres: `components.in_use=[+dms, -eid]`. Ohne Antwort (`data.inventory=`) bleibt die Frage offen.
cli-explain-format = Form der Erklärung

## diff

cli-diff-old = Die alte Fassung: der Ordner eines Pakets, ein Ordner mit Paketen oder ein Stand in Git (`STAND:PFAD`)
cli-diff-new = Die neue Fassung
cli-diff-profiles = Profile, für die die Beratung verglichen wird, in jeder Form von `dteam batch` [Vorgabe: die Beispiele, die das Programm mitbringt]
cli-diff-encoding = Zeichenkodierung der Profile, etwa `windows-1252` [Vorgabe: UTF-8]
cli-diff-format = Form der Ausgabe
cli-diff-format-text = Für das Terminal
cli-diff-format-markdown = Für die Prüfung im Versionsverwaltungssystem
cli-diff-format-html = Eine Seite, die sonst nichts braucht, für alle ohne Terminal
cli-diff-format-json = Für andere Programme (dteam.diff/1)
cli-diff-fail-on = Rückgabewert 1, wenn es eine solche Änderung gibt
cli-diff-fail-on-steps = Jemand bekommt oder verliert einen Schritt, oder ein Schritt rückt
cli-diff-fail-on-types = Der Typ einer Kommune wird ein anderer
cli-diff-fail-on-any = Irgendetwas ist anders

## doc, facts

cli-doc-packs = Pakete nach ihren Namen oder Ordner mit Paketen, die dann auch geladen werden [Vorgabe: alle Pakete]
cli-doc-format = Form des Handbuchs
cli-doc-format-markdown = Zum Weiterbearbeiten
cli-doc-format-html = Eine Seite, die sonst nichts braucht, zum Lesen und Drucken
cli-facts-format = Form der Liste
cli-facts-format-text = Für das Terminal
cli-facts-format-json = Für andere Programme (dteam.facts/1)
cli-facts-date = Der Tag, an dem die Fakten gelten sollen, JJJJ-MM-TT [Vorgabe: heute, oder der Tag aus `SOURCE_DATE_EPOCH`]

## interview

cli-interview-profile = Das Profil, YAML oder JSON: eines zum Weitermachen, oder ein neues
cli-interview-short = Nur die zehn Fragen stellen, von denen am meisten abhängt, und die nach dem Namen
cli-interview-again = Auch fragen, was schon beantwortet ist
cli-interview-output = Am Ende die Beratung in diese Datei schreiben: als Markdown, wenn der Name auf `.md` endet, sonst als Text

## new

cli-new-pack-name = Der Ordner, der angelegt wird; sein letzter Teil wird der Name des Pakets: Kleinbuchstaben, Ziffern und Bindestriche

## plan

cli-plan-format = Form des Plans
cli-plan-format-csv = Die Aufgaben als Tabelle
cli-plan-format-xlsx = Die Aufgaben als Arbeitsmappe für Excel
cli-plan-format-ics = Die Aufgaben als Kalender
cli-plan-format-json = Für andere Programme (dteam.plan/1)
cli-plan-start = Das erste Quartal, etwa `2027-Q1` [Vorgabe: das nach dem Stichtag]
cli-plan-quarters = Wie viele Quartale geplant werden, 1 bis 20
cli-plan-days = Eigene Arbeitstage je Quartal, 0.5 bis 6000 [Vorgabe: wie im Profil, sonst nach der Größe angenommen]
cli-plan-per-year = Wie viele Schritte in vier Quartalen hintereinander höchstens beginnen [Vorgabe: wie im Profil, sonst 5]
cli-plan-blocked = Quartale, in denen nichts geschieht; mehrere durch Kommas getrennt
cli-plan-done = Schritte, die schon getan sind, als Paket/Regel; mehrere durch Kommas getrennt
cli-plan-skip = Schritte, die nicht gewünscht sind
cli-plan-fix = Schritte, die in einem bestimmten Quartal beginnen: `data/inventory=2027-Q1`

## progress

cli-progress-old = Wie es war: ein Profil, YAML oder JSON; es darf zu einem früheren Fragebogen gehören
cli-progress-new = Wie es jetzt ist: ein Profil; `-` für die Standardeingabe
cli-progress-plan = Der Plan von damals, wie `dteam plan --format json` ihn schreibt: was pünktlich ist, was zu spät und was früher
cli-progress-format = Form des Vergleichs
cli-progress-format-json = Für andere Programme (dteam.progress/1)
cli-progress-old-date = Der Tag des alten Profils, JJJJ-MM-TT: entscheidet, welche zeitweiligen Regeln damals galten [Vorgabe: der Stichtag]
cli-progress-date = Stichtag, JJJJ-MM-TT: entscheidet über Regeln, die nur eine Zeit lang gelten, und was vom Plan zu spät ist [Vorgabe: heute, oder der Tag aus `SOURCE_DATE_EPOCH`]

## serve

cli-serve-port = Port; 0 für irgendeinen freien
cli-serve-bind = Adresse, unter der das Programm antwortet, oder localhost; 0.0.0.0 oder :: öffnet die Seiten für andere Rechner
cli-serve-host = Rechnername, unter dem die Seiten außer unter der Adresse selbst zu erreichen sind, zum Beispiel hinter einem Reverse-Proxy: nur der Name, etwa digital.kommune.example, ohne http:// und Port; mehrmals möglich
cli-serve-open = Den Browser öffnen
cli-serve-lang = Sprache für alle, die keine wählen [Vorgabe: was ihr Browser wünscht, sonst die erste der Studie]

## team

cli-team-format = Form der Auswertung
cli-team-format-csv = Die Lernpaare als Tabelle
cli-team-format-json = Für andere Programme (dteam.team/1)
cli-team-group = Ein Team für jede Antwort auf diese Frage, etwa `municipality.state`
cli-team-load = Wie viele Kommunen höchstens von derselben lernen
cli-team-topics = Wie viele Themen eine Kommune höchstens von anderen lernt

## schema

cli-schema-what = Was das Schema beschreibt
cli-schema-profile = Ein Profil
cli-schema-pack = Die Datei pack.yaml
cli-schema-cases = Die Datei cases.yaml
cli-schema-facts = Die Datei facts.yaml
cli-schema-advice = Eine Beratung als JSON oder YAML
cli-schema-plan = Ein Plan als JSON
cli-schema-progress = Ein Vergleich zweier Profile als JSON
cli-schema-team = Ein Team von Kommunen als JSON

## test

cli-test-packs = Ordner mit Paketen, Ordner einzelner Pakete oder Namen von Paketen in einem Ordner aus `--rules` [Vorgabe: `rules` oder der aktuelle Ordner]
cli-test-filter = Nur Fälle, in deren Namen oder Regeln dieser Text vorkommt, Groß- und Kleinschreibung gleich; mehrmals möglich
cli-test-format = Form der Ausgabe
cli-test-format-text = Jeder Fall, der anders ausgeht: was erwartet war, was herauskam, und warum
cli-test-format-json = Für andere Programme (dteam.test/1)
cli-test-format-junit = JUnit-XML, für Build-Server
cli-test-update = Was herauskam, als erwartet in `cases.yaml` schreiben; vor dem Behalten den Unterschied ansehen
cli-test-add-cases = Für alles, was kein Fall zeigt oder bemerkt, einen Fall ans Ende von `cases.yaml` schreiben; lesen und jedem einen Namen geben, der sagt, was er zeigt; schließt `--coverage` und `--mutate` ein
cli-test-coverage = Sagen, was die Fälle von den Regeln zeigen: jede Regel trifft zu, trifft nicht zu und bleibt offen; jeder Test einer Bedingung entscheidet, wahr wie falsch; jeder andere Teil würde vermisst; die benutzten Antworten; mit einem Profil für jeden Fall, der fehlt
cli-test-coverage-min = Rückgabewert 1, wenn die Fälle weniger Prozent davon zeigen; schließt `--coverage` ein
cli-test-mutate = Was eine Beratung entscheidet, an je einer Stelle ändern (Bedingungen, Zahlen, Varianten, Hinweise, `after`, Werte in Texten, Funktionen, `changes`) und sagen, welche Änderung kein Fall bemerkt
cli-test-mutate-min = Rückgabewert 1, wenn die Fälle weniger Prozent der Änderungen bemerken; schließt `--mutate` ein
cli-test-watch = Nach jeder Änderung in den Ordnern wieder durchgehen, bis Strg+C

## completions, man

cli-completions-shell = Die Shell
cli-man-command = Der Befehl, etwa `advise` oder `new profile` [Vorgabe: die Seite von `dteam` selbst]
cli-man-all = Die Seiten aller Befehle in diesen Ordner schreiben, jede in eine Datei

## Formen von Berichten und von Eingaben

format-text = Zum Lesen im Terminal
format-markdown = Markdown, zum Weiterbearbeiten
format-html = Eine HTML-Seite, die sonst nichts braucht, zum Lesen und Drucken
format-pdf = PDF, barrierefrei und zum Aufbewahren (PDF/UA-1, PDF/A-2a)
format-json = Alles, für andere Programme (Format dteam.advice/2)
format-yaml = Dasselbe wie JSON, als YAML
format-council = Entwurf einer Beschlussvorlage für den Rat, als Markdown
format-council-html = Dasselbe als HTML-Seite, die auch Textprogramme öffnen
format-ndjson = Die ganze Beratung als JSON in je einer Zeile (Format dteam.advice/2)
format-csv = Eine Tabelle
rows-steps = Eine Zeile für jeden Schritt
rows-municipalities = Eine Zeile für jede Kommune
input-workbook = Eine Arbeitsmappe von Excel oder LibreOffice (.xlsx, .ods), ein Blatt als Tabelle
input-table = Eine Tabelle, Fragen als Spalten
input-lines = In jeder Zeile ein JSON-Objekt
input-array = Eine JSON-Liste von Objekten
input-profile = Ein Profil, YAML oder JSON

## Was für einen Wert steht

cli-value-address = ADRESSE
cli-value-change = ÄNDERUNG
cli-value-code = NUMMER
cli-value-columns = SPALTEN
cli-value-command = BEFEHL
cli-value-date = DATUM
cli-value-dir = ORDNER
cli-value-file = DATEI
cli-value-form = FORM
cli-value-host = RECHNERNAME
cli-value-input = EINGABE
cli-value-language = SPRACHE
cli-value-name = NAME
cli-value-new = NEU
cli-value-number = ZAHL
cli-value-numbers = ZAHLEN
cli-value-old = ALT
cli-value-pack = PAKET
cli-value-path = PFAD
cli-value-percent = PROZENT
cli-value-period = QUARTAL
cli-value-profile = PROFIL
cli-value-question = FRAGE
cli-value-question-answer = FRAGE=ANTWORT
cli-value-rows = ZEILEN
cli-value-rule = REGEL
cli-value-rule-period = REGEL=QUARTAL
cli-value-sheet = BLATT
cli-value-shell = SHELL
cli-value-step = SCHRITT
cli-value-text = TEXT
cli-value-what = WOVON
cli-value-when = WANN
cli-value-workbook = DATEI.xlsx

## Rahmen der Hilfe

cli-heading-usage = Aufruf
cli-heading-commands = Befehle
cli-heading-arguments = Argumente
cli-heading-options = Optionen
cli-value-options = OPTIONEN
cli-default = [Vorgabe: { $value }]
cli-possible = [möglich: { $values }]
cli-possible-list = Möglich:

## Ein falscher Aufruf

cli-error = Fehler
cli-tip = Tipp
cli-for-more = Mehr sagt { $flag }.
cli-wrong-usage = Der Aufruf ist nicht zu verstehen.
cli-wrong-argument = „{ $argument }“ gibt es hier nicht
cli-wrong-command = einen Befehl „{ $command }“ gibt es nicht
cli-wrong-page = „{ $command }“ hat keinen Befehl „{ $name }“; es gibt: { $known }
cli-wrong-page-none = „{ $command }“ hat keine eigenen Befehle, auch nicht „{ $name }“
cli-wrong-value = „{ $value }“ passt nicht zu „{ $argument }“
cli-wrong-value-expected = „{ $value }“ passt nicht zu „{ $argument }“: erwartet wird { $expected }
cli-value-missing = zu „{ $argument }“ fehlt ein Wert
cli-too-many-values = „{ $value }“ ist bei „{ $argument }“ zu viel
cli-wrong-number-of-values = „{ $argument }“ hat nicht so viele Werte, wie es braucht
cli-only-once = „{ $argument }“ darf nur einmal vorkommen
cli-not-with = „{ $argument }“ geht nicht zusammen mit { $others }
cli-argument-missing = es fehlt: { $arguments }
cli-command-missing = es fehlt ein Befehl
cli-not-unicode = ein Argument ist kein lesbarer Text (UTF-8)
cli-did-you-mean = Ist { $names } gemeint?
cli-tip-elsewhere = Es gibt { $found }.
cli-tip-command = Den Befehl { $command } gibt es; er steht ohne „--“.
cli-tip-value = Ist { $value } ein Name oder Wert, dann so: { $usage }
cli-expected-whole = eine ganze Zahl von { $from } bis { $to }
cli-expected-count = eine ganze Zahl, etwa 3
cli-expected-date = ein Datum als JJJJ-MM-TT, etwa 2026-11-22
cli-expected-period = ein Quartal, etwa 2027-Q1
cli-expected-days = ganze oder halbe Tage von 0.5 bis 6000
cli-expected-fixed = eine Regel und ihr Quartal, etwa data/inventory=2027-Q1
cli-expected-sizes = aufsteigende ganze Zahlen, etwa 5000,20000,100000
cli-expected-summary = ein Name wie auswertung.md oder auswertung.json; Eingaben stehen vor --summary
cli-expected-workbook = ein Name, der auf .xlsx endet
cli-expected-profile = eine Datei, denn die Antworten kommen von der Standardeingabe
cli-expected-address = eine Adresse dieses Rechners, etwa 127.0.0.1, ::1 oder 0.0.0.0, oder localhost; der Port gehört zu --port

## Handbuchseiten

cli-man-section-name = BEZEICHNUNG
cli-man-section-synopsis = ÜBERSICHT
cli-man-section-description = BESCHREIBUNG
cli-man-section-version = VERSION

## Ohne Befehl

cli-start-title = Digitale Kommune: Beratung
cli-start-about = Was möchten Sie tun?
cli-start-serve = Fragen im Browser beantworten und den Bericht ansehen
cli-start-interview = Fragen hier im Terminal beantworten
cli-start-help = Alle Befehle ansehen
cli-start-own = Mit einem ausgefüllten Profil: { $command }
cli-start-prompt = Nummer (nur Enter: nichts davon):
cli-start-unknown = „{ $answer }“ ist keine der Nummern.
