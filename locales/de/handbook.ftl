# Das Handbuch der Pakete („dteam doc“) und Bedingungen in Worten.
