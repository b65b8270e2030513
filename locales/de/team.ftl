# Ein Team von Kommunen.

team-title = Digitale Kommunen im Team
team-dated = Stand { $date }

team-section-map = Das Team
team-section-joint = Gemeinsame Vorhaben
team-section-pairs = Wer von wem lernt
team-section-calls = Gemeinsam anrufen
team-section-alone = Was im Team noch niemand hat
team-section-strengths = Was jede Kommune weitergeben kann

team-summary-members = { $count ->
    [one] Das Team hat eine Kommune.
   *[other] Das Team hat { $number } Kommunen.
    }
team-summary-joint = { $count ->
    [one] Einen Schritt brauchen mehrere, und gemeinsam kostet er
   *[other] { $number } Schritte brauchen mehrere, und gemeinsam kosten sie
    } etwa { $together } Arbeitstage statt { $alone }.
team-summary-pairs = { $count ->
    [one] Eine Kommune kann bei einem Schritt von einer anderen lernen.
   *[other] { $number } Lernpaare sind vorgeschlagen: Eine Kommune fragt jeweils eine andere, die den Schritt schon getan hat.
    }
team-summary-alone = { $count ->
    [one] Für einen Schritt hat noch niemand im Team Erfahrung.
   *[other] Für { $number } Schritte hat noch niemand im Team Erfahrung.
    }

team-map-about = Die Typen der Studie ergänzen sich: Jeder kann etwas, das andere brauchen. In Klammern steht, wie viele Vorhaben eine Kommune leiten kann.
team-map-caption = Typen, Lernpaare und Vorhaben
team-map-described = { $count ->
    [0] Kein Mitglied ist mit einem anderen verbunden.
    [one] Eine Linie führt von einer Kommune zu einer, die von ihr lernt.
   *[other] { $count } Linien führen von Kommunen zu denen, die von ihnen lernen.
    }
team-no-type = Noch kein Typ
team-column-member = Kommune
team-column-type = Typ
team-column-mentors = Lernt von
team-column-learners = Hilft
team-column-projects = Vorhaben

team-joint-about = Zuerst stehen die Vorhaben, die die meiste Arbeit an den wichtigsten Schritten sparen. Die Tage sind eigene Arbeitstage aller Beteiligten zusammen.
team-column-alone = Tage allein
team-column-together = Tage gemeinsam
team-column-lead = Kann leiten
team-column-members = Dabei
team-column-experienced = Hat es schon
team-nobody-yet = noch niemand

team-pairs-about = Unter jeder Kommune steht, was sie lernen kann und wen sie dazu fragt. Vorgeschlagen ist, wer den Schritt getan hat und ihr nach Art, Größe und Land ähnlich ist.
team-column-topic = Schritt
team-column-mentor = Fragt
team-column-because = Warum
team-because = { $question }: hier „{ $learner }“, dort „{ $mentor }“
team-by-type = ein Typ, bei dem sich der Blick dafür nach der Studie lohnt

team-alone-about = Diese Schritte brauchen Mitglieder, und niemand im Team hat sie getan. Hier lohnt sich der Blick nach außen:
team-alone-joint = (gemeinsam möglich)
team-strengths-about = Was eine Kommune schon getan hat und andere brauchen, das Gefragteste zuerst:

team-and-more = { $names } und { $count ->
    [one] eine weitere
   *[other] { $count } weitere
    }
team-more = { $count ->
    [one] Ein weiterer Eintrag steht nur in den Daten.
   *[other] { $number } weitere Einträge stehen nur in den Daten.
    }

team-reckoned-days = Gemeinsam kostet ein Schritt die Tage des größten Beteiligten ganz und die der anderen um den Anteil weniger, den seine Regel dafür nennt.
team-reckoned-pairs = Wer einen Schritt getan hat, ist an den Antworten abzulesen. Ob eine Kommune Zeit hat, anderen zu helfen, ist nicht erfragt.

team-csv-learner = Lernt
team-csv-mentor = Hilft
team-csv-rule = Regel
team-csv-step = Schritt
team-csv-question = Frage
team-csv-here = Antwort hier
team-csv-there = Antwort dort
team-csv-gain = Gewicht
