# What `dteam check` says, but for the problems themselves (problems.ftl).
