# Les mots pour oui et non dans les tableaux, en minuscules ; ceux de toutes les langues valent partout.

flag-words-yes = oui vrai
flag-words-no = non faux
