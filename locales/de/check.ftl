# Was „dteam check“ sagt, außer den Problemen selbst (problems.ftl).
