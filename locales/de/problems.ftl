# Fehler in Dateien: zu jeder Variante von `Problem` in src/diagnostic/problem.rs eine Meldung, ihr Name ist der Code der Variante.
# `.help` ist die Abhilfe; `.nearest` tritt an ihre Stelle, wo es einen ähnlichen gültigen Namen gibt.
# Form: klein beginnen (außer Hauptwörter), kein Punkt, Namen in Backticks, ein Satz dazu, was an dieser Stelle falsch ist.
# Arten von Werten in Ausdrücken kommen als Schlüsselwort; die Liste von Texten steht unter [other].

## Dateien

not-readable = { $reason ->
        [not-found] `{ $path }` gibt es nicht
        [no-permission] `{ $path }` darf nicht gelesen werden
        [folder] `{ $path }` ist ein Ordner, keine Datei
        [no-file] `{ $path }` ist keine gewöhnliche Datei
        [too-many-open] `{ $path }` lässt sich nicht lesen: es sind zu viele Dateien offen
       *[other] `{ $path }` lässt sich nicht lesen: { $reason }
    }
    .help = { $reason ->
        [not-found] Namen und Ordner prüfen
        [no-permission] Leserecht erbitten oder die Datei in einen eigenen Ordner kopieren
        [folder] eine Datei in diesem Ordner angeben
        [no-file] den Eintrag (etwa eine Pipe oder ein Gerät) entfernen oder eine Datei dieses Namens anlegen
        [too-many-open] andere Programme schließen oder die Grenze anheben (`ulimit -n 1024`)
       *[other] prüfen, ob sich die Datei in einem Texteditor öffnen lässt
    }
not-utf8 = `{ $path }` ist keine Textdatei in UTF-8 (nach { $offset ->
        [one] einem Byte
       *[other] { $offset } Bytes
    })
    .help = in einem Texteditor öffnen, „Speichern unter“ wählen und als Zeichenkodierung UTF-8 einstellen, in Excel „CSV UTF-8“; Word-, Excel- und PDF-Dateien selbst sind nicht lesbar
too-large = `{ $path }` ist größer als { $most_kib } KiB
    .help = prüfen, ob es die richtige Datei ist; Profile und Regelpakete sind weit kleiner
not-writable = { $reason ->
        [not-found] den Ordner von `{ $path }` gibt es nicht
        [no-permission] `{ $path }` darf nicht geschrieben werden
        [folder] `{ $path }` ist ein Ordner, keine Datei
        [full] für `{ $path }` ist kein Platz mehr
        [changed] `{ $path }` hat sich inzwischen geändert, nichts wurde überschrieben
        [no-file] `{ $path }` ist keine gewöhnliche Datei
        [in-use] in `{ $path }` schreibt gerade ein anderer Befehl
        [too-many-open] `{ $path }` lässt sich nicht schreiben: es sind zu viele Dateien offen
       *[other] `{ $path }` lässt sich nicht schreiben: { $reason }
    }
    .help = { $reason ->
        [no-permission] die Schreibrechte ändern oder an einen anderen Ort schreiben
        [changed] den Befehl noch einmal ausführen
        [in-use] warten, bis der andere Befehl fertig ist, und den Befehl noch einmal ausführen
        [too-many-open] andere Programme schließen oder die Grenze anheben (`ulimit -n 1024`)
       *[other] an einen anderen Ort schreiben
    }
output-is-input = `{ $path }` ist zugleich Eingabe und Ausgabe
    .help = für die Ausgabe eine andere Datei angeben
output-exists = `{ $path }` gibt es schon, nichts wurde geändert
    .help = einen anderen Namen angeben
not-an-epoch = `SOURCE_DATE_EPOCH` ist keine Zahl von Sekunden: `{ $value }`
    .help = die Umgebungsvariable löschen oder das Datum mit `--date` angeben
nothing-to-check = in `{ $path }` gibt es nichts zu prüfen
    .help = einen Ordner mit Regelpaketen (`pack.yaml`), ein Profil oder einen Ordner mit Profilen angeben
unknown-code = der Code `{ $code }` ist nicht bekannt
    .help = der Code steht in eckigen Klammern vor jeder Meldung, etwa `D012`
    .nearest = Ist `{ $nearest }` gemeint?
not-a-host = { $value ->
        [empty] bei `--host` fehlt der Name
       *[other] `{ $value }` ist kein Name, unter dem ein Browser die Seite aufrufen kann
    }
    .help = nur den Namen angeben, ohne `http://`, Port, Pfad und Platzhalter, etwa `--host digital.kommune.example`; Umlaute in der Form `xn--…`
    .nearest = nur den Namen angeben: `--host { $nearest }`
not-listening = { $reason ->
        [in-use] `{ $address }` ist schon belegt
        [no-permission] an `{ $address }` darf dieses Programm nicht lauschen
        [not-ours] `{ $address }` ist keine Adresse dieses Rechners
       *[other] an `{ $address }` lässt sich nicht lauschen: { $reason }
    }
    .help = { $reason ->
        [not-ours] mit `--bind` eine Adresse dieses Rechners angeben oder `--bind` weglassen
       *[other] mit `--port` einen anderen Port angeben, etwa `--port 8080`; `--port 0` nimmt einen freien
    }
not-printable = die Ausgabe lässt sich nicht auf die Standardausgabe schreiben{ $reason ->
        [closed] , sie ist geschlossen
        [full] : dort ist kein Platz mehr
       *[other] : { $reason }
    }
    .help = { $reason ->
        [closed] den Befehl ohne `>&-` ausführen, oder die Ausgabe mit `-o` in eine Datei schreiben, wo der Befehl das kennt
       *[other] die Ausgabe an einen anderen Ort leiten, etwa auf einen Datenträger, auf dem noch Platz ist
    }
empty-file = die Datei ist leer oder enthält nur Kommentare
    .help = mindestens eine Antwort eintragen, zum Beispiel `municipality: {"{kind: gemeinde}"}`

## YAML

not-yaml = { $slip ->
        [after-bracket] hinter der schließenden Klammer steht noch etwas
        [after-quote] hinter dem schließenden Anführungszeichen steht noch etwas
        [backslash] in doppelten Anführungszeichen hat `\` eine besondere Bedeutung
        [blank-after-colon] hinter dem Doppelpunkt fehlt ein Leerzeichen
        [colon-in-text] in einem Text ohne Anführungszeichen steht ein Doppelpunkt
        [comma] hier fehlt ein Komma
        [dash] hinter dem Strich eines Listenpunkts fehlt ein Leerzeichen
        [equals] zwischen Name und Wert steht ein Gleichheitszeichen statt eines Doppelpunkts
        [extra-bracket] zu dieser schließenden Klammer gibt es keine öffnende
        [indentation] diese Zeile ist anders eingerückt als die Zeilen, zu denen sie gehört
        [mixed] Listenpunkte mit Strich und Angaben mit Doppelpunkt stehen hier auf derselben Ebene
        [no-colon] in dieser Zeile steht kein Name mit Doppelpunkt
        [no-key] vor dem Doppelpunkt fehlt der Name
        [other-bracket] diese Klammer endet mit einer Klammer der anderen Art
        [semicolon] Angaben werden mit einem Komma getrennt, nicht mit einem Strichpunkt
        [sign] ein Text darf nicht mit diesem Zeichen beginnen
        [two-colons] in dieser Zeile steht ein zweiter Doppelpunkt
        [unclosed-bracket] diese Klammer wird nicht geschlossen
        [unclosed-quote] hier beginnt ein Text in Anführungszeichen, der nicht endet
       *[other] das lässt sich nicht als YAML lesen ({ $detail })
    }
    .help = { $slip ->
        [after-bracket] mit der Klammer aufhören; soll sie zum Text gehören, den ganzen Text in gerade Anführungszeichen setzen: `name: "[Auetal] am See"`
        [after-quote] den ganzen Text zwischen die Anführungszeichen schreiben; Anführungszeichen im Text selbst als „…“ schreiben
        [backslash] einfache Anführungszeichen verwenden: `'C:\Auetal'`
        [blank-after-colon] ein Leerzeichen hinter den Doppelpunkt setzen, zum Beispiel `kind: stadt`
        [colon-in-text] den Text in gerade Anführungszeichen setzen: `title: {"{"}de: "Auetal: am See"{"}"}`
        [comma] die Angaben in der Klammer mit Kommas trennen, zum Beispiel `[efficiency, funding]`
        [dash] ein Leerzeichen hinter den Strich setzen, zum Beispiel `- efficiency`
        [equals] einen Doppelpunkt und ein Leerzeichen schreiben, zum Beispiel `kind: stadt`
        [extra-bracket] die Klammer löschen oder die öffnende ergänzen
        [indentation] die Zeile so weit einrücken wie ihre Nachbarn auf derselben Ebene; zwei Leerzeichen je Ebene sind üblich
        [mixed] entweder jede Zeile mit `- ` beginnen oder keine
        [no-colon] den Namen, einen Doppelpunkt und ein Leerzeichen davor schreiben, zum Beispiel `kind: stadt`
        [no-key] den Namen davor schreiben, zum Beispiel `kind: stadt`
        [other-bracket] `[` endet mit `]` und `{"{"}` mit `{"}"}`
        [semicolon] Kommas schreiben, zum Beispiel `[efficiency, funding]`
        [sign] den ganzen Text in gerade Anführungszeichen setzen: `"…"`
        [two-colons] einen Text mit Doppelpunkt in gerade Anführungszeichen setzen: `name: "Auetal: am See"`; was zu einer Gruppe gehört, eingerückt in die nächste Zeile schreiben
        [unclosed-bracket] die schließende Klammer ergänzen: `]` zu `[`, `{"}"}` zu `{"{"}`
        [unclosed-quote] das schließende Anführungszeichen ergänzen, in derselben Art wie das öffnende
       *[other] hier und in der Zeile darüber nach fehlendem Doppelpunkt oder Leerzeichen danach, nach Klammern, Anführungszeichen und ungleicher Einrückung suchen; weitere Fehler zeigen sich erst, wenn dieser behoben ist
    }
not-json = { $slip ->
        [bracket] diese Klammer passt nicht zu der, die offen ist
        [colon] zwischen Name und Wert fehlt ein Doppelpunkt
        [comma] hier fehlt ein Komma
        [comment] JSON kennt keine Kommentare
        [decimal-comma] Zahlen werden mit Punkt geschrieben, nicht mit Komma
        [escape] in JSON hat `\` eine besondere Bedeutung
        [leading-zero] eine Zahl beginnt nicht mit einer Null
        [no-quotes] hier fehlen Anführungszeichen
        [no-value] hier fehlt ein Wert
        [number] das ist keine Zahl, wie JSON sie schreibt
        [other-quotes] JSON verlangt gerade doppelte Anführungszeichen
        [range] diese Zahl ist zu groß
        [single-quotes] JSON verlangt doppelte Anführungszeichen
        [text-quotes] hinter dem schließenden Anführungszeichen geht der Text weiter
        [trailing] hinter dem Ende steht noch etwas
        [trailing-comma] hinter der letzten Angabe steht ein Komma zu viel
        [unclosed] am Ende fehlt eine schließende Klammer
        [unclosed-text] hier beginnt ein Text, der in seiner Zeile nicht endet
        [word] dieses Wort gibt es in JSON nicht
       *[other] das lässt sich nicht als JSON lesen ({ $detail })
    }
    .help = { $slip ->
        [bracket] `[` endet mit `]` und `{"{"}` mit `{"}"}`
        [colon] `"name": "Auetal"` schreiben
        [comma] die Angaben mit Kommas trennen; hinter der letzten steht keines
        [comment] den Kommentar löschen, oder die Datei `.yaml` nennen: dort beginnt ein Kommentar mit `#`
        [decimal-comma] `33.5` schreiben
        [escape] statt `\` im Text `\\` schreiben
        [leading-zero] in Anführungszeichen schreiben, sonst geht die führende Null verloren: `"03255001"`
        [no-quotes] Namen und Texte in gerade doppelte Anführungszeichen setzen: `"name": "Auetal"`
        [no-value] den Wert ergänzen, oder `null` schreiben, wenn die Frage offen bleibt
        [number] Zahlen ohne Vorzeichen `+`, mit Punkt als Dezimalzeichen und ohne Tausenderzeichen schreiben: `9400`, `0.5`
        [other-quotes] gerade doppelte Anführungszeichen schreiben: `"name": "Auetal"`
        [range] die Zahl prüfen; soll sie ein Text sein, sie in Anführungszeichen setzen
        [single-quotes] `"name": "Auetal"` schreiben
        [text-quotes] Anführungszeichen im Text als `\"` oder als „…“ schreiben
        [trailing] den Rest löschen oder als eigene Datei speichern; enthält jede Zeile eine Kommune, die Datei `.ndjson` nennen
        [trailing-comma] dieses Komma löschen
        [unclosed] prüfen, ob die Datei ganz übertragen wurde; `[` endet mit `]` und `{"{"}` mit `{"}"}`
        [unclosed-text] das schließende Anführungszeichen ergänzen; ein Zeilenumbruch im Text wird `\n` geschrieben
        [word] `true`, `false` und `null` schreiben, alle klein
       *[other] hier und in der Zeile darüber nach Klammern, Anführungszeichen und Kommas suchen
    }
invisible-blank = hier steht ein Zeichen ({ $code }), das nur wie ein Leerzeichen aussieht
    .help = das Zeichen löschen und ein Leerzeichen tippen; es kommt meist durch Kopieren aus einer Webseite oder aus Word
typographic-quotes = diese Anführungszeichen gehören für das Programm zum Text
    .help = weglassen oder gerade Anführungszeichen schreiben: `"…"`
utf16 = `{ $path }` ist in UTF-16 gespeichert (Windows nennt das „Unicode“), nicht in UTF-8
    .help = in einem Texteditor öffnen, „Speichern unter“ wählen und als Zeichenkodierung UTF-8 einstellen, in Excel „CSV UTF-8“
tab-indentation = diese Zeile enthält einen Tabulator
    .help = Leerzeichen statt Tabulatoren verwenden, beim Einrücken zwei je Ebene; weitere Fehler zeigen sich erst, wenn dieser behoben ist
second-document = hier beginnt ein zweites Dokument
    .help = `---` und alles danach löschen oder diesen Teil als eigene Datei speichern
key-not-text = der Name vor dem Doppelpunkt ist eine Liste oder Gruppe, kein Wort
    .help = ein einzelnes Wort vor den Doppelpunkt schreiben, zum Beispiel `kind: stadt`
unknown-alias = nichts vor dieser Stelle trägt den Namen, auf den `*` verweist
    .help = den Wert vorher mit `&` und demselben Namen kennzeichnen, oder diesen Text in Anführungszeichen setzen, wenn er mit `*` beginnen soll
duplicate-key = `{ $key }` steht hier ein zweites Mal, zuerst in Zeile { $first_line }
    .help = eine der beiden Angaben behalten und die andere löschen
too-deep = die Klammern oder Einrückungen sind zu tief verschachtelt
    .help = prüfen, ob es die richtige Datei ist; Profile haben zwei Ebenen
merge-key = `<<` zum Einfügen anderer Angaben wird nicht unterstützt
    .help = die Angaben hier ausschreiben
tag-not-allowed = die Typangabe `{ $tag }` wird nicht unterstützt
    .help = die Typangabe löschen; beginnt ein Ausdruck mit `!`, den ganzen Ausdruck in einfache Anführungszeichen setzen
quotes-needed = was so beginnt, liest YAML nicht als Text
    .help = den ganzen Ausdruck in einfache Anführungszeichen setzen: `'"dms" in components.in_use'`, `'!fim.known'`; weitere Fehler zeigen sich erst, wenn dieser behoben ist
too-many-problems = hier sind die ersten { $shown } Fehler, weitere wurden nicht gesucht
    .help = zuerst diese beheben oder prüfen, ob es die richtige Datei ist
too-many-nodes = die Datei hat mehr als { $most } Einträge
    .help = prüfen, ob es die richtige Datei ist; was mit `*name` wiederholt wird, zählt jedes Mal

## Die Form einer Datei

unknown-key = `{ $key }` ist hier nicht bekannt
    .help = möglich sind hier: { $known }
    .nearest = Ist `{ $nearest }` gemeint?
missing-key = `{ $key }` fehlt oder hat keinen Wert
    .help = `{ $key }:` mit einem Wert ergänzen
missing-language = { $language ->
        [de] die deutsche Fassung (`de`) fehlt
        [en] die englische Fassung (`en`) fehlt
       *[other] die Fassung in der Sprache `{ $language }` fehlt
    }
    .help = `{ $language }: …` ergänzen; bis dahin steht im Bericht der Text in einer anderen Sprache
wrong-kind = erwartet: { $expected ->
        [map] Schlüssel mit Werten
        [list] eine Liste
        [text] ein Text
        [number] eine Zahl
        [flag] `true` oder `false`
        [expression] ein Ausdruck
       *[other] { $expected }
    }, hier steht { $found ->
        [nothing] nichts
        [text] ein Text
        [number] eine Zahl
        [flag] `true` oder `false`
        [list] eine Liste
        [map] eine Gruppe von Schlüsseln
       *[other] { $found }
    }
    .help = { $expected ->
        [map] je Zeile einen Schlüssel, einen Doppelpunkt und einen Wert schreiben, zum Beispiel `kind: stadt`, alle gleich weit eingerückt
        [list] `[erstes, zweites]` schreiben oder jeden Eintrag in eine eigene Zeile, die mit `-` beginnt
        [text] einen Text schreiben, in Anführungszeichen, wenn er einen Doppelpunkt oder eine Klammer enthält
        [number] die Zahl in Ziffern und mit Dezimalpunkt schreiben, zum Beispiel `3` oder `0.5`, ohne Anführungszeichen und Einheit
        [flag] `true` für Ja oder `false` für Nein schreiben, ohne Anführungszeichen
        [expression] den Ausdruck in eine Zeile schreiben, zum Beispiel `data.inventory <= 1`, in Anführungszeichen, wenn er mit einem Anführungszeichen, einer Klammer oder `!` beginnt
       *[other] { $expected } schreiben
    }
format-version = Format `{ $found }` wird nicht unterstützt
    .help = `format: { $supported }` schreiben oder eine neuere Fassung des Programms verwenden, wenn die Datei dafür gemacht ist
not-in-range = `{ $value }` liegt nicht zwischen { $min } und { $max }
    .help = eine Zahl von { $min } bis { $max } angeben
not-a-date = `{ $value }` ist kein Datum
    .help = Jahr, Monat und Tag so schreiben: `2026-01-31`
not-an-id = `{ $value }` ist als Kennung nicht möglich
    .help = { $form ->
        [name] mit einem Buchstaben von a bis z beginnen, danach nur Buchstaben, Ziffern und `_` verwenden, zum Beispiel `open_data`
       *[id] mit einem Buchstaben von a bis z beginnen, danach nur Buchstaben, Ziffern, `_` und `-` verwenden, zum Beispiel `open_data`
    }
    .nearest = { $form ->
        [name] Ist `{ $nearest }` gemeint? Möglich sind Buchstaben von a bis z, Ziffern und `_`
       *[id] Ist `{ $nearest }` gemeint? Möglich sind Buchstaben von a bis z, Ziffern, `_` und `-`
    }
not-a-slug = `{ $value }` eignet sich nicht als Kennung eines Pakets, einer Regel oder einer Veröffentlichung
    .help = mit einem Kleinbuchstaben beginnen, danach nur Kleinbuchstaben, Ziffern und Bindestriche verwenden, etwa `open-data-start`
    .nearest = Ist `{ $nearest }` gemeint? Möglich sind Kleinbuchstaben, Ziffern und Bindestriche
not-a-version = `{ $value }` ist keine Versionsnummer
    .help = Zahlen mit Punkten dazwischen schreiben, etwa `1.0.0`
empty-text = hier fehlt der Inhalt
    .help = den Text oder Ausdruck ergänzen, der hierher gehört

## Antworten eines Profils, eines Falls oder einer Wirkung

not-translated = { $language ->
        [de] der deutsche Text (`de`) ist derselbe wie der in `{ $other }`
        [en] der englische Text (`en`) ist derselbe wie der in `{ $other }`
       *[other] der Text in der Sprache `{ $language }` ist derselbe wie der in `{ $other }`
    }
    .help = ihn übersetzen; bis dahin die Sprache weglassen: eine andere springt ein
unfinished = dieser Text ist noch zu schreiben: `{ $text }`
    .help = ihn schreiben; wer den Bericht liest, sähe sonst, was hier steht
cut-at-comma = ein Komma beendet hier den Wert `{ $before }`, und `{ $behind }` steht allein
    .help = { $number ->
        [yes] die Zahl mit Dezimalpunkt schreiben: `{ $before }.{ $behind }`
       *[no] einen Text mit Komma in gerade Anführungszeichen setzen: `"{ $before }, { $behind }"`
    }
unknown-question = die Frage `{ $question }` gibt es nicht
    .help = { $level ->
        [top] hier möglich: { $known }; stellt ein Paket die Frage, seinen Ordner mit `--rules` angeben
       *[below] hier möglich: { $known }
    }
    .nearest = Ist `{ $nearest }` gemeint?
unknown-option = `{ $option }` ist keine Option von `{ $question }`
    .help = zur Auswahl stehen: { $options }
    .nearest = Ist `{ $nearest }` gemeint?
expected-option = `{ $question }` erwartet eine Option, hier steht { $found ->
        [nothing] nichts
        [text] ein Text
        [number] eine Zahl
        [flag] `true` oder `false`
        [list] eine Liste
        [map] eine Gruppe von Schlüsseln
       *[other] { $found }
    }
    .help = eine davon wählen: { $options }
expected-options = `{ $question }` erwartet eine Liste von Optionen, hier steht { $found ->
        [nothing] nichts
        [text] ein Text
        [number] eine Zahl
        [flag] `true` oder `false`
        [list] eine Liste
        [map] eine Gruppe von Schlüsseln
       *[other] { $found }
    }
    .help = Optionen in eckigen Klammern und durch Kommas getrennt schreiben, `[]` für keine; zur Auswahl stehen: { $options }
expected-number = `{ $question }` erwartet eine Zahl, hier steht { $found ->
        [nothing] nichts
        [text] ein Text
        [number] eine Zahl
        [flag] `true` oder `false`
        [list] eine Liste
        [map] eine Gruppe von Schlüsseln
       *[other] { $found }
    }
    .help = eine Zahl von { $min } bis { $max } in Ziffern angeben, mit Dezimalpunkt statt Komma, ohne Anführungszeichen, Einheit und Tausendertrennung
    .nearest = Ist `{ $nearest }` gemeint? Ohne Anführungszeichen, Einheit und Tausendertrennung schreiben
expected-flag = `{ $question }` erwartet `true` oder `false`, hier steht { $found ->
        [nothing] nichts
        [text] ein Text
        [number] eine Zahl
        [flag] `true` oder `false`
        [list] eine Liste
        [map] eine Gruppe von Schlüsseln
       *[other] { $found }
    }
    .help = `true` für Ja oder `false` für Nein schreiben, ohne Anführungszeichen
    .nearest = Ist `{ $nearest }` gemeint? Klein und ohne Anführungszeichen schreiben
expected-text = `{ $question }` erwartet einen Text, hier steht { $found ->
        [nothing] nichts
        [text] ein Text
        [number] eine Zahl
        [flag] `true` oder `false`
        [list] eine Liste
        [map] eine Gruppe von Schlüsseln
       *[other] { $found }
    }
    .help = { $found ->
        [nothing] einen Text schreiben oder die Zeile löschen, um die Frage offen zu lassen
        [number] die Zahl in Anführungszeichen setzen
        [flag] das Wort in Anführungszeichen setzen
       *[other] den Text in eine Zeile schreiben, in Anführungszeichen, wenn er einen Doppelpunkt oder eine Klammer enthält
    }
answer-out-of-range = `{ $question }` liegt zwischen { $min } und { $max }, hier steht `{ $value }`
    .help = eine Zahl von { $min } bis { $max } angeben
not-whole = `{ $question }` erwartet eine ganze Zahl, nicht `{ $value }`
    .help = die Zahl ohne Nachkommastellen angeben, Tausender ohne Trennzeichen (`9400`, nicht `9.400`)
    .nearest = Ist `{ $nearest }` gemeint?
percent-fraction = `{ $question }` ist mit { $value } kleiner als ein Prozent
    .help = Prozent als Zahl von 0 bis 100 angeben
    .nearest = Sind { $nearest } Prozent gemeint? Dann `{ $nearest }` schreiben
too-many-choices = bei `{ $question }` { $limit ->
        [one] ist höchstens eine Option
       *[other] sind höchstens { $limit } Optionen
    } möglich, hier stehen { $count }
    .help = { $limit ->
        [one] nur die wichtigste behalten
       *[other] die { $limit } wichtigsten behalten, die wichtigste zuerst
    }
repeated-choice = `{ $option }` steht mehr als einmal in `{ $question }`
    .help = jede Option nur einmal nennen
contradiction = { $message }
    .help = eine der Antworten berichtigen oder die löschen, die nicht sicher ist
section-not-map = `{ $section }` ist eine Gruppe von Fragen, hier steht { $found ->
        [nothing] nichts
        [text] ein Text
        [number] eine Zahl
        [flag] `true` oder `false`
        [list] eine Liste
        [map] eine Gruppe von Schlüsseln
       *[other] { $found }
    }
    .help = die Antworten eingerückt darunter schreiben, jede mit ihrer Frage: { $questions }
not-an-assumption = `{ $text }` ist keine Annahme
    .help = eine Frage und ihre Antwort mit `=` verbinden, zum Beispiel `data.inventory=2`; ohne Antwort (`data.inventory=`) bleibt die Frage offen
    .nearest = Ist `{ $nearest }` gemeint?
text-too-long = der Text bei `{ $question }` hat { $count } Zeichen, höchstens { $max } sind möglich
    .help = den Text kürzen, etwa auf den bloßen Namen; Anmerkungen gehören hinter ein `#`
other-catalog = der Katalog, mit dem dieses Profil gelesen wurde, ist ein anderer
    .help = das Profil mit dem Katalog lesen, der es beraten soll
answer-not-placed = die Antwort auf `{ $question }` lässt sich in dieser Datei nicht an ihre Stelle schreiben
    .help = die Antwort von Hand eintragen; Anker (`&`) und Verweise (`*`) in der Datei sind oft der Grund
number-unclear = `{ $question }` erwartet eine einzelne Zahl, `{ $written }` { $why ->
        [several] enthält mehrere
        [range] nennt eine Spanne oder Grenze
        [fraction] ist ein Bruch oder Verhältnis
        [bound] nennt eine Grenze
        [sign] enthält ein Vorzeichen, das hier nicht möglich ist
        [date] sieht wie ein Datum aus
        [word] enthält eine Zahl in Worten
        [magnitude] nennt Tausender oder Millionen in Worten
        [percent] ist ein Anteil in Prozent
        [not-percent] sieht nach einer Anzahl aus, gefragt ist ein Anteil in Prozent
       *[marks] lässt offen, ob das Zeichen zwischen den Ziffern Tausender oder Nachkommastellen abtrennt
    }
    .help = { $why ->
        [date] die Zahl neu eintragen und die Spalte vorher als Text oder Zahl formatieren: Tabellenprogramme machen aus `12.5` leicht ein Datum
       *[other] eine Zahl in Ziffern schreiben; Einheit, `ca.` und eine Jahreszahl in Klammern dürfen dabeistehen
    }
    .nearest = Ist `{ $nearest }` gemeint? Dann diese Zahl in Ziffern schreiben

## Ausdrücke

expression-syntax = das lässt sich nicht als Ausdruck lesen: { $detail }
    .help = { $slip ->
        [operator] `{ $instead }` statt `{ $written }` schreiben
        [quotes] Texte und Optionen in gerade doppelte Anführungszeichen setzen: `"kreis"`
        [order] `<=` und `>=` schreiben, das Gleichheitszeichen zuletzt
        [percent] die Zahl ohne `%` schreiben: Anteile sind Zahlen von 0 bis 100
        [bracket-open] jede Klammer schließen: eine `)` fehlt
        [bracket-closed] die `)` streichen, die nichts schließt, oder sie mit `(` öffnen
        [comma] Zahlen ohne Zeichen zwischen den Tausendern und mit Punkt als Dezimalzeichen schreiben: `10000`, `0.8`
       *[other] mit `==` vergleichen, mit `&&` und `||` verbinden, Texte und Optionen in doppelte Anführungszeichen setzen und jede Klammer schließen
    }
expression-unsupported = { $what ->
        [statement] Anweisungen sind in einem Ausdruck nicht möglich
        [interpolation] Texte mit eingesetzten Werten sind in einem Ausdruck nicht möglich
        [if] zu `if` gehört in einem Ausdruck immer ein `else`
        [list] in einer Liste sind nur Texte in Anführungszeichen möglich
        [property] nach einem Wert ist an dieser Stelle kein Punkt möglich
       *[other] `{ $what }` ist in einem Ausdruck nicht möglich
    }
    .help = möglich sind `&& || !`, `== != < <= > >=`, `in`, `!in`, `+ - * /`, `if a {"{"} b {"}"} else {"{"} c {"}"}`, runde Klammern, Listen von Texten und Funktionen
unknown-path = `{ $path }` ist weder eine Frage noch ein anderer bekannter Name
    .help = eine Frage mit vollem Namen schreiben, zum Beispiel `data.inventory`, oder `type`, `type_by_goals`, `type_by_indicators`, `mixed_with`; Optionen und Texte in doppelte Anführungszeichen setzen
    .nearest = Ist `{ $nearest }` gemeint?
unknown-function = die Funktion `{ $name }` gibt es nicht
    .help = möglich sind `benchmark`, `benchmark_all`, `benchmark_of`, `both`, `chosen`, `contains`, `count`, `max`, `membership`, `min`, `missing`, `rank`, `round` und Funktionen, die in `pack.yaml` unter `functions` stehen
    .nearest = Ist `{ $nearest }` gemeint?
argument-count = `{ $function }` erwartet { $function ->
        [benchmark] ein oder zwei Argumente
        [benchmark_all] ein oder zwei Argumente
        [benchmark_of] zwei oder drei Argumente
       *[other] { $expected ->
            [one] ein Argument
           *[other] { $expected } Argumente
        }
    }, nicht { $found }
    .help = { $function ->
        [benchmark] `benchmark("frage")` oder `benchmark("frage", "option")` schreiben
        [benchmark_all] `benchmark_all("frage")` oder `benchmark_all("frage", "option")` schreiben
        [benchmark_of] `benchmark_of("typ", "frage")` oder `benchmark_of("typ", "frage", "option")` schreiben
        [chosen] `chosen(liste, ["a", "b"])` schreiben
        [contains] `contains(liste, "option")` oder `"option" in liste` schreiben
        [count] `count(liste)` schreiben
        [max] `max(a, b)` schreiben
        [membership] `membership("typ")` schreiben
        [min] `min(a, b)` schreiben
        [missing] `missing(liste, ["a", "b"])` schreiben
        [rank] `rank(rangfolge, "option")` schreiben
        [round] `round(zahl)` schreiben
        [both] `both(liste, liste)` schreiben
       *[other] so viele Argumente angeben, wie `pack.yaml` für die Funktion nennt
    }
argument-kind = `{ $function }` erwartet an dieser Stelle { $expected ->
        [flag] eine Bedingung (wahr oder falsch)
        [number] eine Zahl
        [text] einen Text
        [list] eine Liste von Optionen
        [ranking] eine Rangfolge
       *[other] { $function ->
            [chosen] eine Liste von Texten
            [missing] eine Liste von Texten
            [both] eine Liste derselben Optionen
            [benchmark] eine Frage mit Optionen
            [benchmark_all] eine Frage mit Optionen
            [benchmark_of] eine Frage mit Optionen
           *[other] { $expected }
        }
    }, hier steht { $found ->
        [flag] eine Bedingung (wahr oder falsch)
        [number] eine Zahl
        [choice] eine einzelne Option
        [list] eine Liste von Optionen
        [text] ein Text
       *[other] eine Liste von Texten
    }
    .help = { $function ->
        [chosen] die Optionen als Texte in eckige Klammern setzen: `chosen(liste, ["a", "b"])`
        [missing] die Optionen als Texte in eckige Klammern setzen: `missing(liste, ["a", "b"])`
        [both] zwei Fragen mit denselben Optionen nennen
        [rank] `rank(rangfolge, "option")` schreiben, mit einer Frage der Art `ranking` und einer Option in doppelten Anführungszeichen
        [membership] den Typ in doppelte Anführungszeichen setzen: `membership("optimizer")`
        [benchmark] Frage und Option in doppelte Anführungszeichen setzen, die Option nur, wo die Frage Optionen hat
        [benchmark_all] Frage und Option in doppelte Anführungszeichen setzen, die Option nur, wo die Frage Optionen hat
        [benchmark_of] Typ, Frage und Option in doppelte Anführungszeichen setzen, die Option nur, wo die Frage Optionen hat
       *[other] angeben, was in `pack.yaml` unter `arguments` steht, oder den Eintrag dort ändern
    }
type-mismatch = erwartet: { $expected ->
        [flag] eine Bedingung (wahr oder falsch)
        [number] eine Zahl
        [choice] eine einzelne Option
        [list] eine Liste von Optionen
        [text] ein Text
       *[other] eine Liste von Texten
    }, hier steht { $found ->
        [flag] eine Bedingung (wahr oder falsch)
        [number] eine Zahl
        [choice] eine einzelne Option
        [list] eine Liste von Optionen
        [text] ein Text
       *[other] eine Liste von Texten
    }
    .help = { $expected ->
        [flag] eine Bedingung schreiben, zum Beispiel `data.inventory <= 1` oder `"dms" in components.in_use`
        [number] eine Zahl oder Rechnung schreiben; die Länge einer Liste ist `count(liste)`
        [list] eine Frage nennen, die mehrere Optionen zulässt, zum Beispiel `components.in_use`
       *[other] in beide Zweige von `if` und `else` eine Bedingung schreiben oder in beide eine Zahl
    }
incomparable = nicht miteinander vergleichbar: { $left ->
        [flag] eine Bedingung (wahr oder falsch)
        [number] eine Zahl
        [choice] eine einzelne Option
        [list] eine Liste von Optionen
        [text] ein Text
       *[other] eine Liste von Texten
    } und { $right ->
        [flag] eine Bedingung (wahr oder falsch)
        [number] eine Zahl
        [choice] eine einzelne Option
        [list] eine Liste von Optionen
        [text] ein Text
       *[other] eine Liste von Texten
    }
    .help = eine Zahl mit einer Zahl vergleichen, eine einzelne Option mit einem Text (`strategy.status == "none"`), in einer Liste mit `in` suchen (`"dms" in components.in_use`)
unknown-compared-option = `{ $option }` ist keine Option von `{ $question }`, das kann also nie zutreffen
    .help = zur Auswahl stehen: { $options }
    .nearest = Ist `{ $nearest }` gemeint?
unknown-municipality-type = den Kommunaltyp `{ $name }` gibt es nicht
    .help = zur Auswahl stehen: { $types }
    .nearest = Ist `{ $nearest }` gemeint?
whole-number-division = hier werden zwei ganze Zahlen geteilt, Rhai würde das Ergebnis abschneiden
    .help = eine davon mit Dezimalpunkt schreiben, `3.0 / 2` statt `3 / 2`
division-by-zero = hier wird durch null geteilt
    .help = durch eine andere Zahl als 0 teilen
value-left-out = { $language ->
        [de] dem deutschen Text (`de`) fehlt der Wert `{ $value }`
        [en] dem englischen Text (`en`) fehlt der Wert `{ $value }`
       *[other] dem Text in der Sprache `{ $language }` fehlt der Wert `{ $value }`
    }
    .help = ihn in allen Sprachen nennen oder in keiner
number-too-large = mit der Zahl `{ $number }` kann das Programm nicht rechnen: sie ist zu groß oder zu nah an null
    .help = eine ganze Zahl mit höchstens 15 Ziffern schreiben, eine Kommazahl kleiner als 1e308; eine Grenze, die keine Antwort erreicht, weglassen
no-benchmark = die Vergleichswerte enthalten für `{ $question }` keinen solchen Wert
    .help = { $available ->
        [none] eine andere Frage nennen; wo nur die Typen einen Wert haben, `benchmark_of` verwenden
       *[other] eine Option mit Wert nennen: { $available }
    }
too-many-placeholders = der Text hat mehr als { $most } eingesetzte Ausdrücke
    .help = den Text kürzen oder aufteilen
unclosed-placeholder = die hier geöffnete geschweifte Klammer wird nicht geschlossen
    .help = den Ausdruck mit {"`}`"} schließen oder {"`{{`"} schreiben, wenn die Klammer zum Text gehört
stray-brace = diese schließende geschweifte Klammer gehört zu keinem Ausdruck
    .help = {"`}}`"} schreiben, wenn die Klammer zum Text gehört, oder sie löschen

## Fragebogen, Typologie, Vergleichswerte

duplicate-id = die Kennung `{ $id }` ist schon vergeben
    .help = eine freie Kennung wählen oder einen der beiden Einträge löschen
unknown-section = den Abschnitt `{ $section }` gibt es nicht
    .help = eine Kennung verwenden, die unter `sections` steht, oder den Abschnitt dort ergänzen
    .nearest = Ist `{ $nearest }` gemeint?
unknown-kind-of-question = `{ $kind }` ist keine Art von Frage
    .help = zur Auswahl stehen: { $kinds }
    .nearest = Ist `{ $nearest }` gemeint?
too-many-options = eine Frage hat höchstens { $most } Optionen
    .help = die Frage in zwei Fragen teilen oder Optionen zusammenfassen
too-many-questions = mehr als { $most } Fragen sind nicht möglich
    .help = Fragen streichen oder Regelpakete weglassen, die welche stellen
question-within-question = `{ $inner }` läge innerhalb von `{ $outer }`, das selbst eine Frage ist
    .help = eine andere Kennung wählen; unter einer Frage stehen keine weiteren Fragen
question-kind = `{ $question }` ist keine Frage { $expected ->
        [choice] mit Optionen
       *[other] der Art `{ $expected }`
    }
    .help = { $expected ->
        [choice] eine Frage der Art `choice`, `choices` oder `ranking` nennen
       *[other] eine Frage der Art `{ $expected }` nennen
    }
centre-sum = die Werte unter `centre` von `{ $id }` ergeben zusammen { $sum } statt { $expected }
    .help = Werte mit der Tabelle der Studie vergleichen; die Summe darf höchstens 0,1 unter { $expected } liegen
centre-incomplete = unter `centre` von `{ $id }` fehlt der Wert für `{ $option }`
    .help = `{ $option }:` mit dem Wert ergänzen, `0`, wenn niemand die Option genannt hat
value-count = hier { $expected ->
        [one] wird ein Wert
       *[other] werden { $expected } Werte
    } gebraucht, nicht { $found }
    .help = einen Wert je Typ angeben oder eine Stufe je Schritt einer Skala von 0 bis `max`
shares-sum = die Anteile ergeben zusammen { $sum } statt 100 Prozent
    .help = Anteile mit der Tabelle der Studie vergleichen; zulässig ist nur ein Unterschied durch Rundung
option-needed = beim Wert von `{ $question }` steht nicht, für welche Option er gilt
    .help = `option:` mit einer Option der Frage ergänzen oder ein `measure`, das für die ganze Frage gilt
option-not-allowed = dieser Wert von `{ $question }` gilt für die ganze Frage, nicht für eine Option
    .help = `option` löschen; es gehört zu den Maßen `share` und `score` einer Frage mit Optionen

## Regelpakete

pack-id-not-folder = das Regelpaket hat die Kennung `{ $id }`, sein Ordner heißt aber `{ $folder }`
    .help = `id: { $folder }` schreiben oder den Ordner umbenennen
duplicate-pack = das Regelpaket `{ $id }` ist schon aus `{ $first }` hinzugefügt
    .help = eines der beiden weglassen oder einem davon eine andere Kennung und einen anderen Ordner geben
action-count = eine Regel hat zwei bis fünf erste Maßnahmen, nicht { $found }
    .help = unter `actions` mindestens zwei und höchstens fünf Einträge schreiben
actions-differ = `actions` hat unter `{ $language }` { $count ->
        [one] einen Eintrag
       *[other] { $count } Einträge
    }, unter `{ $other }` aber { $other_count }
    .help = in allen Sprachen gleich viele Einträge in derselben Reihenfolge schreiben
never-valid = der Zeitraum endet, bevor er beginnt
    .help = `from` und `until` vertauschen oder berichtigen
effect-on-fixed = `{ $question }` ändert sich durch keinen Schritt
    .help = unter `effect` nennen, was nach dem Schritt anders ist
unknown-table = eine Tabelle { $table } gibt es in den Vergleichswerten und der Typologie nicht
    .help = die Nummer der Tabelle in der Studie angeben oder `table` weglassen
unknown-rule = die Regel `{ $rule }` gibt es nicht
    .help = bei einer Regel desselben Pakets ihre Kennung schreiben, bei einer anderen `paket/regel`, und deren Paket mit laden
    .nearest = Ist `{ $nearest }` gemeint?
covers-circle = der Schritt von `{ $rule }` wäre ein Teil seiner selbst
    .help = in `covers` nur Regeln nennen, die nicht ihrerseits diese umfassen
comes-between = `{ $between }` kommt nach einem Teil von `{ $rule }` und vor einem anderen, die Teile sollen aber ein Schritt sein
    .help = `{ $between }` ebenfalls unter `covers` nennen oder `after` und `before` ändern
not-days = hier stehen keine zwei Zahlen, die kleinere zuerst, in ganzen oder halben Tagen
    .help = die wenigsten und die meisten Tage angeben, etwa `days: [3, 8]`
not-one-of = `{ $key }`: `{ $name }` gibt es nicht
    .help = { $known ->
        [none] die Studie nennt unter `planning` in `survey.yaml` niemanden dafür: dort ergänzen oder `{ $key }` weglassen
       *[other] eines davon angeben: { $known }
    }
    .nearest = Ist `{ $nearest }` gemeint?
after-cycle = { $rules ->
        [one] in `after` wartet eine Regel auf sich selbst: { $cycle }
       *[other] in `after` warten Regeln im Kreis aufeinander: { $cycle }
    }
    .help = { $rules ->
        [one] diesen Eintrag aus `after` streichen
       *[other] einen dieser Einträge aus `after` streichen, damit eine Regel den Anfang machen kann
    }
function-not-defined = keine `.rhai`-Datei des Regelpakets enthält `{ $name }` mit { $arguments ->
        [one] einem Parameter
       *[other] { $arguments } Parametern
    }
    .help = `fn { $name }(…)` mit so vielen Parametern schreiben, wie `arguments` Einträge hat, oder den Eintrag unter `functions` berichtigen
script-syntax = das Skript lässt sich nicht lesen: { $detail }
    .help = auf fehlende Klammern, Anführungszeichen und Semikolons achten; eine Funktion sieht nur ihre Argumente und kann weder Dateien noch Module laden
effect-on-flag-or-number = `+` und `-` ändern eine Liste, `{ $question }` hat aber nur eine einzelne Antwort
    .help = die Antwort selbst ohne Vorzeichen schreiben: `{ $question }: …`
script-failed = die Funktion `{ $function }` ist in der Regel `{ $rule }` gescheitert: { $detail ->
        [operations] sie rechnet zu lange; endet eine Schleife nie?
        [calls] sie ruft sich zu oft selbst auf
        [size] ein Text oder eine Liste wird zu lang
        [not-finite] das Ergebnis ist keine endliche Zahl
        [not-a-number] das Ergebnis ist keine Zahl
        [not-a-flag] das Ergebnis ist nicht wahr oder falsch
       *[other] { $detail }
    }
    .help = die Funktion in der `.rhai`-Datei des Regelpakets berichtigen und prüfen, mit welchen Argumenten die Regel sie aufruft
unreadable-path = `{ $path }` ist in einem Ausdruck nicht als Frage lesbar
    .help = eine andere Kennung wählen: Wörter wie `if` und `in` haben eine eigene Bedeutung
unknown-language = die Sprache `{ $language }` kennt das Programm nicht
    .help = möglich: { $known }
    .nearest = Ist `{ $nearest }` gemeint? Möglich: { $known }
nothing-changed = dieser Eintrag ändert nichts
    .help = `off: true` schreiben, `weight:` mit einer Zahl von 0 bis 1 oder `impact:` mit einer Zahl von 1 bis 5
off-and-changed = `{ $key }` hat hier keine Bedeutung, denn die Regel ist mit `off: true` abgeschaltet
    .help = entweder `off` oder `{ $key }` löschen
own-rule-changed = `{ $rule }` ist eine Regel dieses Regelpakets
    .help = die Regel selbst ändern; unter `changes` stehen nur Regeln anderer Regelpakete
rule-changed-twice = die Regel `{ $rule }` wird von zwei Regelpaketen geändert: `{ $one }` und `{ $other }`
    .help = die Änderung in einem der beiden löschen oder eines der beiden weglassen
not-a-rules-folder = `{ $path }` ist kein Ordner mit Regeln
    .help = den Ordner eines Regelpakets (mit `pack.yaml`) angeben oder einen Ordner, der Regelpakete, `survey.yaml`, `typology.yaml` oder `benchmarks.yaml` enthält
unknown-pack = das Regelpaket `{ $pack }` gibt es nicht
    .help = eines von { $known } angeben oder den Ordner eines Regelpakets
    .nearest = Ist `{ $nearest }` gemeint?
unknown-publication = die Veröffentlichung `{ $publication }` steht nicht unter `sources`
    .help = { $known ->
        [none] sie im Paket unter `sources` eintragen, mit `id` und `title`, oder `publication` weglassen, wenn die Studie gemeint ist
       *[other] eine von { $known } angeben oder sie im Paket unter `sources` eintragen
    }
    .nearest = Ist `{ $nearest }` gemeint?
section-not-in-source = einen Abschnitt `{ $section }` gibt es dort nicht
    .help = einen dieser Abschnitte angeben: { $known }
    .nearest = Ist `{ $nearest }` gemeint?
not-an-address = `{ $value }` ist keine Adresse im Netz
    .help = sie ganz angeben, mit `https://` am Anfang, oder weglassen
date-in-future = `{ $date }` steht am { $today } noch bevor
    .help = den Tag nennen, an dem es geschehen ist; ab wann eine Regel gilt, gehört unter `valid`
pack-name-taken = `{ $id }` ist als Name eines Regelpakets schon vergeben
    .help = einen anderen Namen wählen; so heißt bereits ein Paket, ein Teil des Profils oder ein Wort mit eigener Bedeutung
no-rules = `{ $path }` ist leer
    .help = den Inhalt der Datei ergänzen oder die Datei weglassen

## Was das Durchspielen der möglichen Antworten zeigt (`dteam check`)

never-fires = die Regel trifft nie zu: keine Antworten erfüllen `when`
    .help = Tests suchen, die einander ausschließen, und einen davon ändern
always-fires = die Regel trifft immer zu: keine vollständigen Antworten verneinen `when`
    .help = fragen, für welche Kommunen der Rat nicht gilt, und das als Test ergänzen
same-step = `{ $other }` trifft unter genau denselben Antworten zu
    .help = beide zu einer Regel machen oder ihre Bedingungen unterscheiden
contained-in = wenn diese Regel zutrifft, trifft auch `{ $other }` zu, und beide bewirken dasselbe
    .help = in `{ $other }` eine Variante (`variants`) daraus machen oder den gemeinsamen Fall in einer der beiden ausschließen
effect-keeps-firing = ist der Schritt getan (`effect`), trifft die Regel immer noch zu
    .help = `effect` so ergänzen, dass `when` danach nicht mehr wahr ist, oder `when` auf das einschränken, was `effect` ändert
effect-changes-nothing = `{ $question }` hat schon immer diesen Wert, wenn die Regel zutrifft
    .help = den Wert eintragen, den die Antwort nach dem Schritt haben soll, oder die Zeile streichen
effect-contradicts = ist der Schritt getan (`effect`), widersprechen die Antworten einander bei `{ $question }`: { $message }
    .help = `effect` um die Antwort ergänzen, die sich mit dem Schritt ebenfalls ändert
never-covers = `{ $rule }` trifft nie zu, wenn diese Regel zutrifft: hier ist nichts zusammenzufassen
    .help = den Namen unter `covers` streichen oder die Bedingungen prüfen
unknown-fact = es gibt keinen Fakt `{ $fact }`
    .help = ihn in `facts.yaml` eintragen oder hier Titel und Datum angeben
    .nearest = Ist `{ $nearest }` gemeint?
recheck-before-checked = `recheck` ({ $recheck }) liegt vor `checked` ({ $checked })
    .help = `checked` ist der Tag der letzten Prüfung, `recheck` der Tag, ab dem wieder zu prüfen ist
no-states-question = die Umfrage sagt nicht, welche Frage nach dem Land fragt
    .help = die Frage in `survey.yaml` unter `states` nennen oder `states` hier weglassen
unknown-certainty = wie sicher ein Fakt ist, heißt nicht `{ $certainty }`
    .help = eines von { $known } schreiben
    .nearest = Ist `{ $nearest }` gemeint?
recheck-due = der Fakt `{ $fact }`, geprüft am { $checked }, war bis { $recheck } wieder zu prüfen
    .help = prüfen, ob er noch gilt, dann die Tage unter `checked` und `recheck` neu eintragen
unused-fact = keine Regel nennt den Fakt `{ $fact }`
    .help = ihn unter `source.facts` einer Regel nennen oder löschen
comes-too-late = ist der Schritt getan (`effect`), trifft erst danach `{ $rule }` zu, die vor ihm kommen soll
    .help = die Bedingung von `{ $rule }` so weit fassen, dass sie schon vor dem Schritt zutrifft, oder `before` oder `after` streichen
leaves-range = `{ $key }` wird { $value }, erlaubt ist { $min } bis { $max }
    .help = mit `min(…)` und `max(…)` begrenzen oder anders rechnen; was darüber hinausgeht, wird sonst abgeschnitten
placeholder-unanswered = die Regel kann zutreffen, während `{ $question }` unbeantwortet ist; im Text steht dann „keine Angabe“
    .help = den Satz in `notes` setzen, unter einer Bedingung, die `{ $question }` prüft, oder ohne den Wert auskommen
unread-question = keine Regel liest `{ $question }`
    .help = eine Regel ergänzen, die damit etwas anfängt, oder die Frage streichen: wer fragt, soll die Antwort auch nutzen
wrong-scale = `{ $left }` und `{ $right }` haben verschiedene Maßstäbe
    .help = Gleiches mit Gleichem vergleichen; Anteile sind Prozent von 0 bis 100, Mittelwerte stehen auf der Skala ihrer Frage
test-always-true = `{ $test }` ist immer wahr, sobald die Frage beantwortet ist
    .help = den Test streichen oder die Grenze prüfen
test-always-false = `{ $test }` ist nie wahr
    .help = die Grenze prüfen oder den Test streichen
test-without-influence = `{ $test }` ändert nichts daran, ob die Bedingung wahr ist: die übrigen Tests entscheiden allein
    .help = den Test streichen, oder `&&`, `||` und Klammern prüfen
variant-never-chosen = diese Variante wird nie gewählt: wenn die Regel zutrifft, ist ihre Bedingung nie wahr oder eine frühere kommt zuvor
    .help = die Bedingung mit `when` der Regel vergleichen und auf die Reihenfolge achten: die erste wahre gilt
note-never-added = dieser Hinweis erscheint nie: wenn die Regel zutrifft, ist seine Bedingung nie wahr
    .help = die Bedingung mit `when` der Regel vergleichen
variant-always-chosen = die Bedingung dieser Variante ist immer wahr, wenn die Regel zutrifft: spätere und was die Regel selbst sagt, kommen nie zum Zug
    .help = ihre Teile in die Regel selbst schreiben oder die Bedingung enger fassen
note-always-added = die Bedingung dieses Hinweises ist immer wahr, wenn die Regel zutrifft
    .help = den Satz in `why` schreiben oder die Bedingung enger fassen
no-number = `{ $key }` ergibt keine Zahl, weil durch null geteilt wird oder das Ergebnis zu groß ist
    .help = dafür sorgen, dass der Teiler nie null ist, etwa mit `max(1, …)`; sonst zählt der Bedarf als ganz
more-overlaps = { $count ->
        [one] noch eine Regel dieser Datei trifft
       *[other] noch { $count } Regeln dieser Datei treffen
    } unter denselben Antworten zu wie eine andere oder ist in einer anderen enthalten
    .help = zuerst die genannten Regeln zusammenlegen und dann erneut prüfen
no-outcome = `when` bleibt offen, obwohl alles beantwortet ist: was verglichen wird, ist keine Zahl, weil durch null geteilt wird oder das Ergebnis zu groß ist
    .help = dafür sorgen, dass der Teiler nie null ist, etwa mit `max(1, …)`, oder malnehmen statt teilen; sonst wird über diese Kommunen nie entschieden
not-proven = nicht alle möglichen Antworten ließen sich durchspielen; bei denen, die versucht wurden, fiel nichts auf
    .help = nichts zu tun; einfachere Bedingungen lassen sich ganz prüfen

## Fälle

rule-named-twice = die Regel `{ $rule }` steht in diesem Fall schon unter `{ $list }`
    .help = einen der beiden Einträge löschen: in einem Fall kommt eine Regel nur auf eine Weise heraus
nothing-expected = unter `{ $key }` steht nichts, was sich prüfen ließe
    .help = eintragen, was herauskommen soll, oder `{ $key }` löschen
cases-not-added = hinter die Fälle in `{ $path }` lässt sich so, wie sie geschrieben sind, nichts anfügen
    .help = die Liste unter `cases` mit einem Spiegelstrich je Fall schreiben statt in eckigen Klammern
revision-not-readable = die Fassung `{ $revision }` ist nicht zu lesen: { $reason ->
        [no-git] das Programm `git` ist nicht da
        [no-revision] so heißt kein Stand
       *[other] { $reason }
    }
    .help = einen Ordner angeben oder `STAND:PFAD`, etwa `main:regeln`; der Pfad gilt vom aktuellen Ordner aus
no-such-part = `{ $rule }` hat unter `{ $key }` keine solche Nummer
    .help = { $count ->
        [0] die Regel hat kein `{ $key }`: die Zeile löschen
        [one] die Zählung geht in der Reihenfolge der Regel; hier gibt es nur die 1
       *[other] die Zählung geht in der Reihenfolge der Regel von 1 bis { $count }
    }
unknown-basis = worauf ein Kommunaltyp beruht, heißt nicht `{ $basis }`
    .help = `goals` (nach Zielen), `indicators` (nach den übrigen Antworten) oder `null` (kein Typ) schreiben
    .nearest = Ist `{ $nearest }` gemeint?
case-not-updated = der Fall „{ $case }“ lässt sich so, wie er geschrieben ist, nicht von selbst ändern
    .help = den Fall von Hand ändern; Anker (`&`) und Verweise (`*`) in seinen Listen sind oft der Grund
no-packs = hier liegen keine Regelpakete
    .help = einen Ordner angeben, etwa `dteam test rules`; ohne Angabe wird `rules/` oder der aktuelle Ordner genommen
no-case-matches = zu `--filter` { $filter } passt kein Fall
    .help = einen Teil des Namens eines Falls oder einer Regel angeben, etwa `--filter inventory`
no-cases = in `{ $path }` stehen keine Fälle
    .help = mit `cases: []` beginnen; `dteam test --coverage` schlägt dann Fälle vor

## Viele Profile

no-records = in `{ $path }` liegen keine Profile
    .help = einen Ordner mit Dateien `.yaml`, `.yml` oder `.json` angeben, oder eine Datei `.ndjson` oder `.csv`
cell-count = diese Zeile hat { $found ->
        [one] eine Zelle
       *[other] { $found } Zellen
    }, die Kopfzeile { $expected ->
        [one] eine
       *[other] { $expected }
    }
    .help = nach einem Trennzeichen zu viel oder zu wenig suchen; eine Dezimalzahl mit Komma (`12,5`) teilt die Zelle: `12.5` schreiben
cell-not-closed = das Anführungszeichen dieser Zelle wird in der Zeile nicht geschlossen
    .help = das zweite Anführungszeichen ergänzen oder beide löschen; Zeilenumbrüche in einer Zelle sind nicht möglich
options-not-separated = mehrere Angaben zu `{ $question }` werden mit `|` getrennt
    .help = einen senkrechten Strich zwischen die Angaben setzen
    .nearest = Ist `{ $nearest }` gemeint?
record-not-utf8 = dieses Zeichen passt nicht zur Zeichenkodierung (UTF-8, wenn `--encoding` keine andere nennt)
    .help = `--encoding windows-1252` angeben, wenn die Datei aus Excel stammt, oder sie als UTF-8 speichern: in Excel „Speichern unter“ und „CSV UTF-8“ wählen, in einem Texteditor die Zeichenkodierung UTF-8
record-too-large = dieser Eintrag ist größer als { $most_kib } KiB
    .help = prüfen, ob die Zeilenumbrüche zwischen den Einträgen fehlen
array-not-closed = dieser Eintrag der Liste endet nicht, wie er begonnen hat
    .help = die Klammern und Anführungszeichen des Eintrags prüfen; zwischen zwei Einträgen steht ein Komma, am Ende der Liste `]`
not-an-array = hier beginnt keine JSON-Liste
    .help = die Liste mit `[` beginnen, oder die Form mit `--input-format` nennen, etwa `ndjson` für einen Eintrag je Zeile
empty-record = dieser Eintrag enthält keine Antworten
    .help = den Eintrag löschen oder mindestens eine Antwort eintragen
run-under-way = nach `{ $path }` schreibt noch ein anderer Lauf{ $process ->
        [unknown] {""}
       *[other] {" "}(Prozess { $process }, seit { $since })
    }
    .help = warten, bis er fertig ist, oder eine andere Ausgabe angeben; seine Dateien nicht löschen
run-unfinished = ein früherer Lauf nach `{ $path }` wurde unterbrochen
    .help = mit `--resume` fortsetzen, oder `{ $path }.progress` löschen und neu beginnen
nothing-to-resume = für `{ $path }` gibt es keinen unterbrochenen Lauf
    .help = ohne `--resume` neu beginnen; was in der Datei steht, wird dann ersetzt
resumed-otherwise = der unterbrochene Lauf hatte eine andere Einstellung ({ $setting }): vorher `{ $before }`, jetzt `{ $now }`
    .help = mit der früheren Einstellung fortsetzen, oder ohne `--resume` neu beginnen und vorher die Datei `.progress` neben der Ausgabe löschen
input-changed = `{ $path }` beginnt nicht mehr mit den Einträgen, die der unterbrochene Lauf schon gelesen hat
    .help = mit der unveränderten Eingabe fortsetzen, oder neu beginnen und vorher die Datei `.progress` neben der Ausgabe löschen
output-changed = `{ $path }` enthält nicht mehr, was der unterbrochene Lauf geschrieben hat
    .help = neu beginnen und vorher `{ $path }` und die Datei `.progress` daneben löschen
journal-changed = `{ $path }` wurde verändert oder stammt von einer anderen Version des Programms
    .help = diese Datei löschen und ohne `--resume` neu beginnen
empty-input = in `{ $path }` steht kein einziger Eintrag
    .help = prüfen, ob es die richtige Datei ist und ob das Programm, das sie schreibt, fertig geworden ist; geschrieben wurde nichts
not-a-report = `{ $path }` liegt im Ordner für die Berichte und ist keiner; ein Bericht könnte die Datei ersetzen
    .help = mit `--reports` einen eigenen Ordner angeben, in dem nur Berichte liegen
forms-mixed = `{ $path }` und `{ $other }` haben verschiedene Formen oder Spalten, ihre fehlerhaften Einträge passen nicht in eine Datei
    .help = jede Eingabe für sich mit eigenem `--rejects` verarbeiten
no-input = es ist keine Eingabe genannt
    .help = eine Datei oder einen Ordner angeben, `-` für die Standardeingabe; hinter `--summary` steht der Name der Auswertung, nicht der Eingabe
bounds-not-rising = die Grenzen der Klassen steigen nicht an
    .help = die Grenzen der Größe nach ordnen, jede nur einmal
output-twice = `{ $path }` ist für zwei Ausgaben genannt
    .help = jeder Ausgabe eine eigene Datei geben
record-not-json = dieser Eintrag ist kein JSON: { not-json }
    .help = { $slip ->
        [unclosed] die schließende Klammer ergänzen; bei NDJSON steht ein Eintrag in einer einzigen Zeile
        [trailing] in jeder Zeile steht ein einziger Eintrag
       *[other] { not-json.help }
    }
record-not-object = ein Eintrag ist ein JSON-Objekt mit Antworten, hier steht { $found ->
        [text] ein Text
        [number] eine Zahl
        [flag] `true` oder `false`
        [list] eine Liste
       *[other] etwas anderes
    }
    .help = den Eintrag in geschweifte Klammern setzen, zum Beispiel `{"{\"data\": {\"inventory\": 1}}"}`
not-one-object-a-line = { $lines ->
        [one] diese Zeile ist
       *[other] diese und die folgenden Zeilen, zusammen { $lines }, sind
    } kein JSON-Objekt; in dieser Form steht in jeder Zeile eine Kommune als JSON-Objekt
    .help = { $form ->
        [object] jedes Objekt in eine einzige Zeile schreiben, etwa mit `jq -c .`; enthält die Datei nur eine Kommune, sie `.json` nennen
        [comma] das Komma am Ende der Zeilen löschen, oder `[` davor und `]` dahinter setzen und die Datei `.json` nennen
        [list] die Datei `.json` nennen oder `--input-format json` angeben: eine JSON-Liste wird auch so gelesen
       *[other] jede Zeile als JSON-Objekt schreiben; ein Profil in YAML als eigene Datei `.yaml` speichern und diese oder ihren Ordner angeben
    }
id-not-exact = `{ $id }` würden manche Programme als Zahl gerundet oder anders lesen
    .help = die Kennung in Anführungszeichen schreiben: `"{ $id }"`
after-the-list = hinter dem Ende der JSON-Liste steht noch etwas, das nicht gelesen wurde
    .help = alles in eine einzige Liste schreiben, oder jede Liste in eine eigene Datei
column-without-name = Spalte { $column } hat keinen Namen, aber hier steht etwas
    .help = in der Kopfzeile den Namen der Frage ergänzen oder diese Zelle leeren
unknown-encoding = die Zeichenkodierung `{ $encoding }` ist nicht bekannt
    .help = üblich sind `windows-1252` (was Excel von sich aus als CSV speichert), `iso-8859-15`, `utf-16` und `macintosh`; ohne `--encoding` gilt UTF-8
    .nearest = Ist `{ $nearest }` gemeint?
input-not-utf8 = `{ $path }` ist nicht in UTF-8 kodiert
    .help = `--encoding { $encoding }` angeben oder die Datei als UTF-8 speichern

## Arbeitsmappen

workbook-not-readable = `{ $path }` { $why ->
        [password] ist mit einem Passwort geschützt
        [old] ist eine Arbeitsmappe im alten Format (`.xls`)
        [binary] ist eine Arbeitsmappe im Binärformat (`.xlsb`)
        [large] ist ausgepackt zu groß
        [sheets] hat auf dem gelesenen Blatt keinen Inhalt
       *[other] ist keine lesbare Arbeitsmappe
    }
    .help = { $why ->
        [password] die Datei öffnen und ohne Passwort speichern
        [old] die Datei öffnen und als `.xlsx` oder `.ods` speichern
        [binary] die Datei öffnen und als `.xlsx` oder `.ods` speichern
        [large] prüfen, ob weit rechts oder weit unten noch etwas steht, und nur das Blatt mit den Kommunen behalten; viele Kommunen als CSV speichern
        [sheets] mit `--sheet` ein anderes Blatt nennen oder eines mit einer Zeile je Kommune anlegen
       *[other] die Datei in Excel oder LibreOffice öffnen und neu als `.xlsx` oder `.ods` speichern
    }
unknown-sheet = `{ $path }` hat kein Blatt `{ $sheet }`
    .help = vorhanden sind: { $known }
    .nearest = Ist `{ $nearest }` gemeint?
formulas-without-value = in `{ $path }`, Blatt „{ $sheet }“, sind Formeln nicht ausgerechnet: { $cells }
    .help = die Datei einmal in Excel oder LibreOffice öffnen und speichern; Programme wie pandas schreiben Formeln ohne ihren Wert
cell-error = die Zelle enthält den Fehler `{ $error }` statt einer Angabe
    .help = die Formel berichtigen oder die Zelle leeren
hidden-rows = in `{ $path }`, Blatt „{ $sheet }“, sind Zeilen ausgeblendet und werden mitgelesen: { $rows }
    .help = die Zeilen löschen, wenn sie nicht zählen sollen
hidden-columns = in `{ $path }`, Blatt „{ $sheet }“, sind Spalten ausgeblendet und werden mitgelesen: { $columns }
    .help = die Spalten löschen, wenn sie nicht zählen sollen
merged-cells = in `{ $path }`, Blatt „{ $sheet }“, sind Zellen verbunden: { $cells }; die Angabe gilt nur für die erste davon, die anderen bleiben ohne Angabe
    .help = die Zellen trennen und die Angabe in jede Zeile schreiben, für die sie gilt
workbooks-not-built = dieses Programm kann keine Arbeitsmappen lesen oder schreiben: `{ $path }`
    .help = die Tabelle als „CSV UTF-8“ speichern; oder das Programm mit dem Feature `workbooks` bauen
other-sheets = gelesen wurde in `{ $path }` das Blatt „{ $sheet }“; es gibt noch: { $others }
    .help = mit `--sheet` ein anderes Blatt nennen oder es an die erste Stelle rücken
one-municipality = `{ $path }` enthält { $count ->
        [one] eine Kommune
       *[other] { $count } Kommunen
    }, hier kann es nur eine sein
    .help = nur die Zeile dieser einen Kommune behalten; für viele zugleich gibt es `dteam batch`

## Beschlussvorlagen

unknown-step = `{ $step }` ist kein Schritt dieses Plans
    .help = { $known ->
        [none] der Plan hat noch keine Schritte; mehr Fragen beantworten, zum Beispiel mit `dteam interview PROFIL`
        [listed] eine Nummer oder Regel aus der Liste oben angeben
       *[other] eine Nummer oder Regel des Plans angeben: { $known }
    }
    .nearest = Ist `{ $nearest }` gemeint?{ $known ->
        [listed] {""}
       *[other] {" "}Im Plan stehen: { $known }
    }
nothing-to-decide = es gibt keinen Schritt, über den zu beschließen wäre
    .help = mehr Fragen beantworten, zum Beispiel mit `dteam interview PROFIL`, oder mit `--information` nur über den Stand berichten
for-council-papers = `{ $option }` gilt nur für Vorlagen an den Rat
    .help = `--format council` oder `--format council-html` dazuschreiben

## Plans

not-a-period = `{ $text }` ist kein Quartal
    .help = Jahr und Quartal so schreiben: `2027-Q1`
not-half-days = das sind keine ganzen oder halben Tage
    .help = zum Beispiel `4` oder `4.5` schreiben
no-column-for-plan = was unter `plan` im Profil steht, hat in einer Tabelle keinen Platz
    .help = diese Spalte streichen und die Kommune als Profil oder als Zeile in NDJSON beraten: `{"{"}"plan": …{"}"}`
asked-twice = `{ $rule }` steht unter `{ $one }` und unter `{ $other }`
    .help = eines von beiden streichen: Ein Schritt ist erledigt, unerwünscht oder auf ein Quartal festgelegt
period-outside = { $rule ->
        [none] `{ $period }` liegt
       *[other] `{ $period }` für `{ $rule }` liegt
    } nicht unter den Quartalen des Plans, oder das Quartal ist gesperrt
    .help = ein Quartal von { $first } bis { $last } angeben, das nicht unter `--blocked` steht, oder `--start` und `--quarters` ändern
no-time-to-plan = in keinem Quartal des Plans ist Zeit für einen Schritt
    .help = weniger Quartale unter `--blocked` nennen, oder mit `--days` und `--per-year` mehr zulassen
fixed-not-open = `{ $rule }` lässt sich nicht festlegen: { $part_of ->
        [none] der Schritt steht heute nicht an
       *[other] der Schritt ist Teil von `{ $part_of }`
    }
    .help = { $part_of ->
        [none] `--fix` nur für Schritte angeben, die `dteam advise` für dieses Profil nennt
       *[other] `{ $part_of }` festlegen
    }
fixed-too-early = `{ $rule }` kann nicht in { $period } beginnen, weil `{ $awaited }` vorher fertig sein muss
    .help = ein späteres Quartal nehmen, oder auch `{ $awaited }` mit `--fix` früher legen
fixed-without-room = `{ $rule }` kann nicht in { $period } beginnen: dafür reichen die Tage nicht, oder in diesem Jahr beginnen schon genug Schritte
    .help = ein anderes Quartal nehmen, oder mit `--days` oder `--per-year` mehr zulassen
fixed-settled = `{ $rule }` kann nicht in { $period } beginnen, weil der Schritt dann nicht mehr nötig ist: `{ $by }` hat ihn erledigt
    .help = ein früheres Quartal nehmen, oder `--fix` für diesen Schritt weglassen
not-a-plan = `{ $path }` ist kein Plan: { $reason }
    .help = den Plan mit `dteam plan PROFIL --format json -o DATEI` schreiben

## Teams

team-of-one = ein Team braucht mindestens zwei Kommunen, gelesen ist eine
    .help = weitere Profile angeben; für eine Kommune allein gibt es `dteam advise` und `dteam plan`
same-name = `{ $name }` gibt es zweimal: { $first } und { $other }
    .help = jeder Kommune eine eigene `id` geben; bis dahin heißt die spätere hier anders
no-groups = nach `{ $question }` lassen sich keine Gruppen bilden
    .help = eine Frage nehmen, auf die es eine Antwort aus wenigen gibt, zum Beispiel `municipality.state`
group-of-one = in der Gruppe „{ $group }“ ist nur eine Kommune
    .help = sie bleibt für sich; eine andere Frage bei `--group` ergibt größere Gruppen

## Calls from other languages

not-a-request = die Anfrage lässt sich nicht lesen: { $reason }
    .help = ein JSON-Objekt mit den Schlüsseln des Aufrufs schreiben; sie stehen in `docs/plugins.md`
unknown-call = einen Aufruf `{ $call }` gibt es nicht
    .help = die Aufrufe stehen in `docs/plugins.md`
    .nearest = ist `{ $nearest }` gemeint?
null-pointer = `{ $argument }` ist ein Nullzeiger
    .help = die Adresse eines Textes übergeben, auch wenn er leer ist
caught-fault = das Programm ist gescheitert: { $detail }
    .help = das ist ein Fehler des Programms, bitte melden; andere Aufrufe gehen weiter wie bisher
not-a-catalog = unter dieser Nummer gibt es keinen Katalog
    .help = die Nummer nehmen, die beim Laden zurückkam, und zwar bevor der Katalog freigegeben ist
no-start = nirgends steht, wann der Plan beginnt
    .help = das erste Quartal nennen, `"start": "2027-Q1"`, oder den Stichtag, `"date": "2026-11-22"`
stray-file = `{ $path }` ist keine Datei eines Katalogs
    .help = jede Datei mit ihrem Pfad in einem Ordner mit Regeln nennen: `survey.yaml` oder `facts.yaml`, oder `mein-paket/pack.yaml` und andere Dateien dieses Pakets
not-served = der Austausch mit dem Agenten ist beendet: { $reason }
    .help = `dteam mcp` aus einem Programm starten, das das Model Context Protocol spricht; wie, steht in `docs/plugins.md`

## Pages that need no server

not-an-app = `{ $path }` ist keine `dteam.html`
    .help = mit `--template` die Datei `dteam.html` angeben, die zu diesem Programm gehört, unverändert
app-of-other-version = `{ $path }` gehört zu dteam { $theirs }, dieses Programm ist dteam { $ours }
    .help = die `dteam.html` von dteam { $ours } nehmen, oder das Programm in der Fassung { $theirs }
no-app-template = die Datei `{ $path }` fehlt, aus der die neue Seite entsteht
    .help = `dteam.html` neben das Programm legen oder mit `--template DATEI` angeben
app-to-terminal = eine Seite dieser Größe lässt sich nicht auf dem Bildschirm ausgeben
    .help = mit `-o beratung.html` eine Datei angeben

## The report as PDF

pdf-not-built = dieses Programm kann keine PDF-Dateien schreiben
    .help = `--format html -o bericht.html` wählen und im Browser als PDF drucken; oder das Programm mit PDF bauen: `cargo install --path . --features pdf`
pdf-to-terminal = eine PDF-Datei lässt sich nicht auf dem Bildschirm ausgeben
    .help = mit `-o bericht.pdf` eine Datei angeben
pdf-not-made = der Bericht lässt sich nicht als PDF setzen: { $reason }
    .help = das ist ein Fehler des Programms, bitte melden; mit `--format html` entsteht der Bericht als HTML-Seite
