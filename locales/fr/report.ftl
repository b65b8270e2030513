## Les valeurs dans les textes

unanswered = non renseigné
none = aucun
yes = oui
no = non
number-of = nombre de réponses à « { $label } »
type = Type
type-by-goals = Type d'après les objectifs
type-by-indicators = Type d'après les autres réponses
mixed-with = Deuxième type
membership = Appartenance
benchmark = Valeur de l'étude

or = ou
phrase-at-least = au moins { $value }
phrase-at-most = au plus { $value }
phrase-exactly = exactement { $value }
phrase-more-than = plus de { $value }
phrase-less-than = moins de { $value }
phrase-level = « { $level } »
phrase-options =
    { $count ->
        [one] un choix
       *[other] { $number } choix
    }

## Le résumé

summary-type = { $name } { $belongs } ({ $membership }){ $mixed }.
summary-type-differs = { $name } { $belongs } ({ $membership }){ $mixed }, mais les autres réponses correspondent mieux à { $work }.
summary-type-estimated = { $name } { $belongs } ({ $membership }){ $mixed } : une estimation d'après les autres réponses, faute d'objectifs.
summary-mixed = {" "}et reste proche de { $types } ({ $membership })
summary-no-type = Il est trop tôt pour indiquer un type : aucun objectif n'est nommé, et les autres réponses ne suffisent pas à une estimation.
summary-steps =
    { $count ->
        [one] Une étape est à envisager : { $steps }.
       *[other] { $number } étapes sont à envisager, en premier lieu : { $steps }.
    }
summary-no-steps = Aucune des étapes prévues par les règles ne correspond aux réponses.
summary-nothing-certain = Aucune étape n'est encore sûre ; il manque des réponses.
summary-open =
    { $unanswered ->
        [one] Une question est restée ouverte et peut encore changer la liste.
       *[other] { $number } questions sont restées ouvertes ; { $deciding ->
            [one] l'une d'elles peut
           *[other] { $deciding-number } d'entre elles peuvent
        } encore changer la liste.
    }
summary-open-without-effect =
    { $unanswered ->
        [0] Toutes les questions ont une réponse.
        [one] Une question est restée ouverte ; elle ne change rien à la liste.
       *[other] { $number } questions sont restées ouvertes ; elles ne changent rien à la liste.
    }

## Le rapport

report-title = Commune numérique : conseils
report-title-of = Commune numérique : conseils pour { $name }
report-date = Conseils du { $date }
report-undated = Conseils
section-summary = En bref
section-first = Les premières étapes
section-council = Trois phrases pour le conseil
section-type = Le type
section-steps = Prochaines étapes
section-duties = Obligations
turns-given = Maintenant : ce qui tient dans le premier semestre avec { $days } jours de travail du personnel communal par trimestre. Ensuite : l'année suivante. Le reste vient plus tard. Au plus { $per-year } étapes commencent par an. Les jours de travail par étape sont des estimations.
turns-estimated = Maintenant : ce qui tient dans le premier semestre avec { $days } jours de travail du personnel communal par trimestre (supposition, faute d'indication). Ensuite : l'année suivante. Le reste vient plus tard. Au plus { $per-year } étapes commencent par an. Les jours de travail par étape sont des estimations.
section-more-steps = Autres étapes
section-likely = Étapes probables
section-open = Questions ouvertes
section-near = Possible ensuite
section-strengths = Ce que d'autres peuvent apprendre ici
section-learning = Où regarder
section-comparison = En comparaison
section-method = Méthode et sources
no-steps = Aucune étape n'est sûre.

period = trimestre { $quarter } de { $year }
first-dated = Ceci commence au premier semestre ({ $start } et { $end }) :
first-undated = Ceci commence au premier semestre :
first-more =
    { $count ->
        [one] Une étape de plus suit dans le même semestre.
       *[other] { $number } étapes de plus suivent dans le même semestre.
    }
first-days = { $low } à { $high } jours
first-column-lead = Mené par
first-column-decides = Décidé par
first-column-days = Travail propre
told-begun =
    { $more ->
        [0] Au premier semestre, nous commençons par { $steps }.
       *[other] Au premier semestre, nous commençons { $number } étapes, d'abord { $steps }.
    }
told-work = Le travail est estimé à { $low } à { $high } jours de notre personnel ; { $days } sont disponibles par trimestre.
told-decided =
    { $count ->
        [0] Rien de cela ne demande une décision du conseil.
       *[other] Le conseil doit décider de { $steps }.
    }

type-goals = Objectifs principaux
type-strengths = Points forts de ce type
type-estimate = Estimé d'après { $count ->
        [one] une réponse
       *[other] { $count } réponses
    }, faute d'objectifs.
type-worth =
    { $count ->
        [10] Ce que vaut l'estimation : sur dix communes avec de telles réponses, presque toutes sont de ce type.
       *[other] Ce que vaut l'estimation : sur dix communes avec de telles réponses, environ { $number } sont de ce type.
    }
type-level-far-less = Au total, il y a bien moins que la moyenne de l'étude. On ne voit alors guère où est mis l'accent.
type-level-less = Au total, il y a moins que la moyenne de l'étude.
type-level-same = Au total, il y a à peu près autant que la moyenne de l'étude.
type-level-more = Au total, il y a plus que la moyenne de l'étude.
type-level-far-more = Au total, il y a bien plus que la moyenne de l'étude. On ne voit alors guère où est mis l'accent.
type-differs = D'après les autres réponses, le type { $work } serait plus proche. Les objectifs et le travail quotidien vont dans des directions différentes.
type-none = Le type se déduit des objectifs. Trois objectifs au plus suffisent.
type-mixed = Une forme mixte : { $first } et { $second } sont proches l'un de l'autre.

likely-about = Ces étapes dépendent de questions ouvertes. Leur probabilité est estimée d'après les réponses données et les valeurs de l'étude.
likely-estimate =
    { $tenths ->
        [10] estimation : dans presque tous les cas
       *[other] estimation : dans { $tenths } cas sur 10
    } ; { $count ->
        [one] une question en décide
       *[other] { $number } questions en décident
    }
likely-unless = {" "}(sauf si { $questions } s'y oppose)
likely-more =
    { $count ->
        [one] Une autre étape vient dans au moins 2 cas sur 10.
       *[other] { $number } autres étapes viennent dans au moins 2 cas sur 10.
    }

horizon-now = maintenant
horizon-next = ensuite
horizon-later = plus tard
step-why = Pourquoi
step-first = D'abord
step-comparison = Comparer
step-learn-from = Voir
step-after = Après
step-covers = Comprend
step-then = Puis
step-source = Source
step-order = Ordre
step-work = Travail
step-parties = Qui
step-cost = Budget
step-duty = Obligation
order-prerequisite =
    { $count ->
        [one] préalable à l'étape { $steps }
       *[other] préalable aux étapes { $steps }
    }
order-part = contient une étape plus urgente
order-settles =
    { $count ->
        [one] règle sans doute aussi l'étape { $steps }
       *[other] règle sans doute aussi les étapes { $steps }
    }
order-waiting = peut commencer avant l'étape { $steps }, qui en attend encore d'autres
order-capacity = tient encore dans le calendrier, contrairement à l'étape { $steps }
order-settled = sans doute inutile une fois l'étape { $step } réalisée
work =
    { $weeks ->
        [one] de { $low } à { $high } jours de travail du personnel communal (estimation), au moins une semaine
       *[other] de { $low } à { $high } jours de travail du personnel communal (estimation), au moins { $weeks } semaines
    }
work-assumed =
    { $weeks ->
        [one] de { $low } à { $high } jours de travail du personnel communal (supposés d'après l'effort), au moins une semaine
       *[other] de { $low } à { $high } jours de travail du personnel communal (supposés d'après l'effort), au moins { $weeks } semaines
    }
decided-by-council = décide : le conseil élu
decided-by-administration = décide : l'administration
led-by = dirige : { $role }
helped-by = avec : { $partners }
cost-none = aucun crédit propre
cost-running = sur les moyens courants
cost-item = une ligne budgétaire propre
cost-investment = un investissement sur plusieurs années
cost-returns = { $cost } ; économise ensuite chaque année
duty = { $law }, depuis le { $since }, concerne { $binds }
duty-step = étape { $rank }, { $title }
step-facts = Depuis
column-rank = N°
column-step = Étape
column-priority = Priorité
column-effort = Effort
column-when = Quand
column-rule = Règle
column-question = Question
column-waiting = Ce qui en dépend
column-key = Clé dans le profil
column-own = Valeur propre
column-type = Type propre
column-all = Toutes
column-best = Valeur la plus haute
column-table = Tableau

here = ici { $value }
all-municipalities = toutes { $value }
source-section = Étude { $section }
source-publication = « { $title } »
source-table = Tableau { $table }
source-rule = Règle { $rule }
source-changed = modifié par le paquet « { $pack } »
fact-likely = probable, pas certain
fact-unclear = incertain
fact-checked = vérifié le { $day }
fact-expired = état au { $day } : merci de vérifier si c’est encore le cas
effort-in-words = { $effort } sur 5
waiting-rules =
    { $count ->
        [one] 1 règle
       *[other] { $count } règles
    }
open-more =
    { $count ->
        [one] et une autre question
       *[other] et { $number } autres questions
    }
open-none = Aucune question ouverte ne changerait la liste.
near-opened =
    { $count ->
        [one] { $title } (après l'étape { $numbers })
       *[other] { $title } (après l'une des étapes { $numbers })
    }
strength-share = { $label } : { $all } % des communes interrogées l'avaient en { $year }.
strength-number = { $label } : { $value } ici, { $all } en moyenne dans les communes interrogées.
learn-topics = Sujet : { $topics }
learn-steps =
    { $count ->
        [one] À regarder pour l'étape { $numbers }
       *[other] À regarder pour les étapes { $numbers }
    }
method-type-goals = Type : écart entre les objectifs nommés et ceux des types (tableau { $table }), pondéré selon le rang.
method-type-indicators = Type : estimé d'après les autres réponses, avec la répartition des types (tableau { $table }) et les valeurs de l'étude. Ce qui est mis en avant compte ; la quantité totale, non.
method-priority = Priorité : impact × besoin × adéquation au type × facilité, de 0 à 100. Elle évalue des étapes, pas la commune.
method-benchmarks = Valeurs de comparaison : { $sample }.
method-study = Étude : { $title }. { $publisher }, { $published }.
method-packs = Règles : { $packs }.
method-changed = Règle modifiée : { $title } ({ $rule }), { $changed }
method-answered = Réponses : { $answers } questions sur { $questions }.
method-privacy = Calculé sans transmettre de données à des tiers.

## Les règles que d'autres paquets modifient

change-off = désactivé
change-weight = adéquation multipliée par { $weight }
change-impact = impact fixé à { $impact }
change-impact-by-type = impact fixé à { $impact } ({ $types })
changed-by = { $change } par le paquet « { $pack } ». Raison : { $reason }
rules-question = Question `{ $question }` : { $label }
rules-change = modifie `{ $rule }` : { $change }. Raison : { $reason }
rules-changed = {" "}– { $change } par le paquet « { $pack } »
