# The handbook of the packs (`dteam doc`), and conditions in words.
