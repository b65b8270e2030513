# What the JSON Schemas (`dteam schema`) say of each key.
