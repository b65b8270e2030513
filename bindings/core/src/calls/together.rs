//! Municipalities as a team.

use dteam_engine::advice::Options;
use dteam_engine::catalog::Catalog;
use dteam_engine::team::{LOAD, Member, TOPICS, TeamOptions};
use dteam_report::json;
use dteam_text::diagnostic::Problem;
use dteam_text::language::Language;
use jiff::civil::Date;
use serde::Deserialize;
use serde_json::{Value as Json, json as value};

use super::over_time::within;
use super::{Call, DATE, Key, LANGUAGE, count};
use crate::request::{date, keys, profile};
use crate::{Answer, Refused};

pub(super) const TEAM: Call = Call {
    name: "team",
    about: "What municipalities can do together and learn from one another (dteam.team/1)",
    keys: &[
        Key::required("members", "Two municipalities or more, each with an id", || {
            value!({"type": "array", "minItems": 2, "items": {
                "type": "object",
                "properties": {"id": {"type": "string"}, "profile": {"type": ["object", "string"]}},
                "required": ["id", "profile"],
                "additionalProperties": false,
            }})
        }),
        Key::optional("load", "How many learning pairs a mentor has at most; else 3", count),
        Key::optional("topics", "How many topics a learner has at most; else 3", count),
        LANGUAGE,
        DATE,
    ],
    answer: team,
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Team {
    members: Vec<Described>,
    load: Option<usize>,
    topics: Option<usize>,
    #[serde(rename = "language")]
    _language: Option<Language>,
    #[serde(default, deserialize_with = "date")]
    date: Option<Date>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Described {
    id: String,
    profile: Json,
}

fn team(catalog: &Catalog, request: Json, language: Language) -> Answer {
    let asked: Team = keys(request)?;
    if asked.members.len() < 2 {
        return Err(Problem::TeamOfOne.into());
    }
    let load = within(asked.load.unwrap_or(LOAD), 100)?;
    let topics = within(asked.topics.unwrap_or(TOPICS), 100)?;
    let options = Options::default().language(language).date(asked.date);
    let members = members(catalog, asked.members, &options)?;
    Ok(json(&catalog.team(&members, &TeamOptions { language, load, topics })))
}

/// All members, or everything that is wrong with any of them.
fn members(
    catalog: &Catalog,
    described: Vec<Described>,
    options: &Options,
) -> Result<Vec<Member>, Refused> {
    let mut refused = Refused { diagnostics: Vec::new(), profiles: described.len() };
    let mut members: Vec<Member> = Vec::with_capacity(described.len());
    for (index, Described { id, profile: answers }) in described.into_iter().enumerate() {
        if let Some(first) = members.iter().position(|member| member.id == id) {
            let number = |index: usize| format!("members[{index}]");
            let (first, other) = (number(first), number(index));
            return Err(Problem::SameName { name: id, first, other }.into());
        }
        let read = profile(catalog, answers, Some(&id));
        match read.and_then(|profile| Ok(catalog.member(id, &profile, options)?)) {
            Ok(member) => members.push(member),
            Err(mut wrong) => refused.diagnostics.append(&mut wrong.diagnostics),
        }
    }
    if refused.diagnostics.is_empty() { Ok(members) } else { Err(refused) }
}
