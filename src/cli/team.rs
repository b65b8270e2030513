//! `dteam team`

use std::collections::{BTreeMap, HashMap};
use std::path::PathBuf;

use clap::Args;
use dteam::batch::{Encoding, Form as InputForm, Inputs, ReadRecord, Reading, for_each_profile};
use dteam::render::{json, team_as_csv, team_document};
use dteam::team::{LOAD, Member, TOPICS, Team, TeamOptions};
use dteam::{Diagnostic, Invalid, Language, Options};
use dteam_text::diagnostic::Problem;
use jiff::civil::Date;
use serde::Serialize;

use super::expected::whole;
use super::form::{Form, Others};
use super::output::Target;
use super::{Common, Outcome, batch, input, problems};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[arg(value_name = "cli-value-input", required = true, help = "cli-inputs")]
    inputs: Vec<PathBuf>,
    #[arg(help = "cli-input-format")]
    #[arg(long, value_parser = batch::input_forms(), value_name = "cli-value-form")]
    input_format: Option<&'static InputForm>,
    #[arg(long, value_name = "cli-value-name", help = "cli-encoding")]
    encoding: Option<String>,
    #[arg(long, value_name = "cli-value-sheet", help = "cli-sheet")]
    sheet: Option<String>,
    #[arg(help = "cli-team-format")]
    #[arg(long, value_parser = Form::parser(OTHERS), default_value = "text", value_name = "cli-value-form")]
    format: Form<Teams>,
    #[arg(long, value_name = "cli-value-question", help = "cli-team-group")]
    group: Option<String>,
    #[arg(help = "cli-team-load")]
    #[arg(long, value_name = "cli-value-number", default_value_t = LOAD, value_parser = whole(1_usize..=100))]
    load: usize,
    #[arg(help = "cli-team-topics")]
    #[arg(long, value_name = "cli-value-number", default_value_t = TOPICS, value_parser = whole(1_usize..=100))]
    topics: usize,
    #[arg(help = "cli-date-decides")]
    #[arg(long, value_name = "cli-value-date", value_parser = input::date)]
    date: Option<Date>,
    #[command(flatten)]
    pub common: Common,
}

/// What is written: one team, or one for each answer.
#[derive(Debug)]
struct Teams {
    teams: Vec<Team>,
    /// The question whose answers make the teams.
    group: Option<String>,
    language: Language,
    date: Date,
}

/// The forms beside those of every document.
const OTHERS: Others<Teams> = &[
    ("csv", "cli-team-format-csv", |teams| {
        Ok(team_as_csv(&teams.teams, teams.language).into_bytes())
    }),
    ("json", "cli-team-format-json", |teams| Ok(as_json(teams).into_bytes())),
];

/// Several teams in one file.
#[derive(Serialize)]
struct Grouped<'t> {
    schema: &'static str,
    group: &'t str,
    teams: &'t [Team],
}

fn as_json(teams: &Teams) -> String {
    match (&teams.group, teams.teams.as_slice()) {
        (Some(group), teams) => json(&Grouped { schema: dteam::team::TEAM_SCHEMA, group, teams }),
        (None, [team]) => json(team),
        (None, teams) => json(&teams),
    }
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome, Invalid> {
    let common = &arguments.common;
    let target = Target::of(common, &arguments.inputs)?;
    let catalog = common.catalog()?;
    let encoding = arguments.encoding.as_deref().map(Encoding::named).transpose()?;
    let (form, sheet) = (arguments.input_format, arguments.sheet.clone());
    let inputs = Inputs::find(&catalog, &arguments.inputs, &Reading { form, encoding, sheet })?;
    problems::show(inputs.warnings(), common);
    let (language, date) = (common.language(), input::reference_date(arguments.date)?);
    let options = Options::default().language(language).date(date);
    let grouping = match &arguments.group {
        Some(question) => Some(catalog.grouping(question)?),
        None => None,
    };
    let (mut groups, mut faulty): (BTreeMap<_, Vec<Member>>, usize) = (BTreeMap::new(), 0);
    let mut names: HashMap<String, String> = HashMap::new();
    for_each_profile(&[&catalog], inputs, &mut |ReadRecord { location, id, profile }| {
        match profile {
            Ok((_, profile)) => {
                problems::show(profile.warnings(), common);
                let id = named_apart(id, location, &mut names, common);
                let group = grouping.and_then(|grouping| catalog.group_of(grouping, &profile));
                let member = catalog.member(id, &profile, &options)?;
                groups.entry(group).or_default().push(member);
            }
            Err(wrong) => {
                problems::show(wrong, common);
                faulty += 1;
            }
        }
        Ok(())
    })?;
    if grouping.is_none() && groups.values().map(Vec::len).sum::<usize>() < 2 {
        return Err(Problem::TeamOfOne.into());
    }
    let team_options = TeamOptions { language, load: arguments.load, topics: arguments.topics };
    let mut teams = Vec::with_capacity(groups.len());
    for (group, members) in groups {
        let mut team = catalog.team(&members, &team_options);
        if let Some(grouping) = grouping {
            let label = catalog.group_label(grouping, group, language);
            if members.len() == 1 {
                let problem = Problem::GroupOfOne { group: label.clone() };
                problems::show(&[Diagnostic::unlocated(problem).as_warning()], common);
            }
            team.group = Some(label);
        }
        teams.push(team);
    }
    let teams = Teams { teams, group: arguments.group.clone(), language, date };
    let document = |teams: &Teams| team_document(&teams.teams, teams.language, Some(teams.date));
    target.write_bytes(&arguments.format.written(&teams, document, &target)?)?;
    Ok(if faulty > 0 { Outcome::Found } else { Outcome::Done })
}

/// The id, with a number behind it where another record has it already.
fn named_apart(
    id: String,
    location: String,
    names: &mut HashMap<String, String>,
    common: &Common,
) -> String {
    let Some(first) = names.get(&id).cloned() else {
        names.insert(id.clone(), location);
        return id;
    };
    let problem = Problem::SameName { name: id.clone(), first, other: location.clone() };
    problems::show(&[Diagnostic::unlocated(problem).as_warning()], common);
    let apart = (2..).map(|number| format!("{id}-{number}")).find(|id| !names.contains_key(id));
    let apart = apart.unwrap_or(id);
    names.insert(apart.clone(), location);
    apart
}
