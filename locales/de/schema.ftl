# Erklärungen der Schlüssel in den JSON-Schemas („dteam schema“).
