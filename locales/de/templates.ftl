## The profile template

template-intro =
    Jede Frage kann offen bleiben. Antworten hinter den Doppelpunkt schreiben;
    eine leere Liste [] heißt „nichts davon“, gar keine Angabe heißt „noch offen“.
    Danach: dteam advise DATEI

## The pack template

pack-made = Das Regelpaket `{ $folder }` ist angelegt, mit einem Beispiel zum Umbauen:
pack-made-pack = Fragen, Funktion und Regeln; hier beginnen
pack-made-cases = Fälle: Antworten, und was daraus folgen soll
pack-made-script = die Funktion
pack-made-next = Die nächsten Befehle:
pack-made-check = findet Fehler
pack-made-test = spielt die Fälle durch
pack-made-doc = zeigt das Paket so, wie man es liest
pack-made-advise =
    Ein Profil mit allen Fragen schreibt `{ $form }`;
    ausgefüllt wird daraus eine Beratung: `{ $advise }`.
pack-made-profile = PROFIL
