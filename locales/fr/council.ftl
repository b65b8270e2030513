## La note au conseil : l'en-tête

council-title-decision = Projet de délibération, ébauche
council-title-information = Note d'information au conseil, ébauche
council-draft = Une ébauche à vérifier et à compléter. L'administration remplit les champs vides et les points (………).
council-particulars = Indications
council-number = Note n°
council-reference = Référence
council-date = Date
council-in-charge = Service responsable
council-involved = Services associés
council-section-subject = Objet
council-subject-decision =
    { $count ->
        [one] Numérique : la prochaine étape
       *[other] Numérique : { $number } prochaines étapes
    }
council-subject-information =
    { $count ->
        [0] Numérique : où nous en sommes
       *[other] Numérique : où nous en sommes, et les prochaines étapes
    }
council-section-meetings = Ordre des séances
council-body = Instance
council-meeting = Séance du
council-task = Tâche
council-status = Statut (public ou non)
council-task-advice = examen préalable
council-task-decision = décision
council-task-information = pour information
council-committee = Commission : ………
council-any = Instance compétente
council-any-in-text = l'instance compétente

## Décision ou information

council-section-decision = Décision proposée
council-decides =
    { $count ->
        [one] { $council } décide : l'administration est chargée de réaliser cette étape. Elle est décrite dans l'exposé des motifs.
       *[other] { $council } décide : l'administration est chargée de réaliser ces étapes. Elles sont décrites sous les mêmes numéros dans l'exposé des motifs.
    }
council-charge = (responsable : ………, à achever avant le : ………)
council-charge-until = (responsable : ………, à achever avant la fin de { $end })
council-report-back = L'administration rend compte de l'avancement avant le ………. Les dépenses qui ne sont pas prévues au budget font d'abord l'objet d'une décision à part.
council-section-information = Pour information
council-takes-note =
    { $count ->
        [0] { $council } prend connaissance de l'état du numérique.
        [one] { $council } prend connaissance de l'état du numérique et de cette prochaine étape :
       *[other] { $council } prend connaissance de l'état du numérique et de ces prochaines étapes :
    }
council-no-decision = Aucune décision n'est proposée.

## Exposé des motifs

council-section-reasons = Situation et motifs
council-section-state = Situation
council-topic-position = Où en est la commune
council-basis = La base en est les réponses de la commune à { $answers } questions sur { $questions }. Elles sont comparées à l'étude « { $study } », { $publisher }, { $published }. Valeurs de comparaison : { $sample }. L'étude distingue { $types } types de communes d'après leurs objectifs.
council-type-by-goals = Le type n'est pas une note. Il montre quelles étapes conviennent et auprès de qui apprendre. Le pourcentage dit à quel point les objectifs nommés sont proches de ceux du type.
council-type-by-indicators = Le type n'est pas une note. Il montre quelles étapes conviennent et auprès de qui apprendre. Le pourcentage dit à quel point il est probable d'après les réponses.
council-strengths = Ce sur quoi s'appuyer :
council-no-steps = Pour le moment, aucune étape ne découle des réponses. L'annexe 1 énumère les questions ouvertes.
council-chosen-all =
    { $count ->
        [one] Une étape découle des réponses ; cette note la présente.
       *[other] { $number } étapes découlent des réponses ; cette note les présente toutes.
    }
council-chosen-decision =
    { $chosen ->
        [one] { $all-number } étapes découlent des réponses. L'une d'elles est à décider ; l'annexe 1 les décrit toutes.
       *[other] { $all-number } étapes découlent des réponses. Parmi elles, { $chosen-number } sont à décider ; l'annexe 1 les décrit toutes.
    }
council-chosen-information =
    { $all ->
        [one] Une étape découle des réponses, décrite dans l'annexe 1.
       *[other] { $all-number } étapes découlent des réponses. L'annexe 1 les décrit toutes{ $chosen ->
            [0] .
            [one] , cette note en décrit une.
           *[other] , cette note en décrit { $chosen-number }.
        }
    }
council-moves = Comment procéder 
council-effort =
    { $effort ->
        [1] faible (quelques jours, sans budget propre)
        [2] limité (quelques semaines, une personne)
        [3] moyen (quelques mois, un petit budget)
        [4] important (environ un an, un budget de projet)
       *[other] très important (plusieurs années, un gros investissement)
    }
council-start = Début
council-start-now = au premier semestre
council-start-next = l'année suivante
council-start-later = plus tard
council-start-unplanned = n'a pas encore de place dans le plan
council-needs = À faire d'abord
council-covers = Comprend
council-enables = Possible ensuite
council-step-within = { $title } (n° { $number } de cette note)
council-step-outside = { $title } (hors de cette note)
council-models =
    { $count ->
        [one] des communes du type { $types }
       *[other] des communes des types { $types }
    }
council-comparison = Comparaison
council-learn-from = Apprendre de
council-source = Source

## Effets financiers et autres

council-section-costs = Effets financiers
council-costs-none = La prise de connaissance n'entraîne aucune dépense. Les étapes qui demandent de l'argent font l'objet de décisions à part.
council-costs-about = L'administration remplit les montants. L'effort est une estimation selon les règles de l'analyse, pas un calcul des coûts.
council-costs = Dépenses par étape
council-effort-estimated = Effort estimé
council-costs-once = Unique (euros)
council-costs-yearly = Courant (euros par an)
council-costs-staff = Temps de travail
council-costs-total = Total
council-budget = Budget
council-budget-item = Ligne budgétaire
council-budget-planned = Prévu au budget (oui ou non)
council-budget-cover = Couverture
council-budget-funding = Subventions
council-budget-savings = Recettes ou économies
council-section-effects = Autres effets
council-effects = À vérifier par l'administration
council-effect-staff = Personnel, participation des représentants du personnel
council-effect-data = Protection des données et sécurité informatique
council-effect-access = Accessibilité
council-effect-equality = Égalité
council-effect-climate = Climat

## La fin

council-section-alternatives = Variantes
council-without-decision = Sans décision, la situation reste telle qu'elle est décrite.
council-instead = À la place de ce qui est proposé, ou en plus, ces étapes sont envisageables :
council-section-own = Ce que l'administration fait elle-même
council-own = L'administration décide elle-même de ces étapes. Elle les commence au premier semestre :
council-section-further = Autres étapes
council-besides = Ces étapes sont aussi envisageables :
council-other-step = { $title }. Effort : { $effort }
council-section-annexes = Annexes
council-annex-report = Rapport « { $title } »{ $dated }, complet
council-annex-profile = Les réponses de la commune (profil)
council-dated = {" "}du { $date }

## When, and the result

council-section-schedule = Calendrier
council-schedule-about = Prévu avec { $days } jours de travail propres par trimestre, avec les autres étapes. Les jours sont des estimations.
council-end = Achèvement
council-days = Jours de travail propres
council-section-result = Résultat de la séance
council-result = À remplir par la présidence
council-votes-for = Voix pour
council-votes-against = Voix contre
council-votes-none = Abstentions
council-noted = Pris connaissance le
council-place = Lieu, date
council-signature = Signature
