## Le rapport en page HTML

html-skip = Aller au rapport
html-contents = Sommaire
html-annex = Pour consultation. Ce qui est déplié est imprimé aussi.
html-of-five = { $value } sur 5
html-impact = Impact
html-theme = Thème

## Le type

html-memberships = Appartenance aux types
html-probabilities = Probabilité des types (estimation)
html-column-bar = Barre
html-column-share = Part
html-second-type = (deuxième type)
html-basis-goals = Cela repose sur les objectifs nommés : plus ils ressemblent à ceux d'un type, plus l'appartenance est élevée (étude, tableau { $table }).
html-basis-indicators = Cela repose sur les autres réponses, comparées aux valeurs de l'étude et à la fréquence des types (tableau { $table }). Nommer des objectifs rendrait le type plus sûr.

## Le plan

html-plan-about = Le numéro donne l'ordre. Impact : de 1 (faible) à 5 (fort). Effort : de 1 (quelques jours) à 5 (des années). Priorité : de 0 à 100 ; elle évalue l'étape, pas la commune.

## Effort et impact

html-section-matrix = Impact et effort
html-matrix-caption = Toutes les étapes selon leur impact et leur effort
html-matrix-about = Chaque chiffre est le numéro d'une étape. En haut à gauche se trouve ce qui apporte beaucoup pour peu d'effort. Le besoin local ne se voit pas ici ; il compte dans l'ordre.
html-effort-least = jours
html-effort-most = années
html-impact-least = faible
html-impact-most = fort
html-example-rank = n°

## Le profil

html-section-profile = Le profil
html-profile-about = Cette partie montre combien il y a de ce que l'étude demande : pour chaque question la part qui est en place (par exemple trois éléments sur dix, ou le niveau 1 sur 3), pour chaque domaine la moyenne de ses questions répondues, et pour les types la moyenne de leurs communes. Elle dit combien est en place, non si c'est bien. Toutes les communes n'ont pas besoin de tout.
html-profile-caption = Ce qui est en place, par domaine
html-themes-caption = Où commencent les étapes
html-column-area = Domaine
html-column-picture = Où se situent les valeurs
html-column-steps = Numéros des étapes
html-no-step = aucune étape
html-nothing-answered = pas encore de réponse
html-of-questions = { $answered } sur { $questions } questions
html-mark-own = ici
html-mark-own-type = (type propre)
html-mark-all = toutes les communes interrogées

## La comparaison

html-comparison-about = Pour les questions par oui ou non, les marques montrent le pourcentage des communes qui disent oui ; la réponse propre est tout à gauche pour non, tout à droite pour oui. Pour les niveaux et les nombres, elles montrent la moyenne ; le bord droit est alors la plus haute valeur possible.
html-up-to = (de 0 à { $greatest })

## La fin

html-strengths-about = Il y en a plus ici qu'ailleurs. D'autres communes peuvent demander comment.
html-open-about = Une réponse peut changer la liste des étapes. Les questions dont dépend le plus viennent en premier.
html-column-decides = Aide à décider
html-more-steps =
    { $count ->
        [one] et une autre étape
       *[other] et { $number } autres étapes
    }
html-sources = Sources
html-for-steps =
    { $count ->
        [one] (pour l'étape { $numbers })
       *[other] (pour les étapes { $numbers })
    }
html-packs = Paquets de règles
html-column-pack = Identifiant
html-column-version = Version

## Le rapport en PDF

pdf-page = Page
pdf-page-of = sur
pdf-missing = Ce rapport n'a pas de police pour certains caractères. Ils apparaissent comme « � » ; la page HTML les contient.
