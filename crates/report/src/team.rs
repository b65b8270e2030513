//! A team of municipalities, for people.

use std::collections::{BTreeSet, HashMap};

use crate::document::{
    Block, Caption, Cell, Column, ColumnKind, Document, DocumentKind, Item, Row, Section, Shown,
    Table, TeamMap, TeamMember, TeamPicture,
};
use crate::words::Words;
use dteam_engine::team::{Because, Joint, Team};
use dteam_text::language::messages::Argument;
use dteam_text::language::{Language, capitalised};
use jiff::civil::Date;

/// The maximum number of projects, gaps and topics of a call in a paper; the rest is counted.
const LISTED: usize = 10;

/// The maximum number of members that a cell names; the rest is counted.
const NAMED: usize = 6;

/// Teams of more members have no picture of them: nobody could tell its lines apart.
const DRAWN: usize = 40;

/// What there is to read of teams, one after the other.
pub fn team_document(teams: &[Team], language: Language, date: Option<Date>) -> Document {
    let words = Words(language);
    let mut sections = Vec::new();
    for team in teams {
        Author::of(team, words).sections(&mut sections);
    }
    Document {
        kind: DocumentKind::Report,
        language,
        title: words.say("team-title"),
        name: None,
        facts: Vec::new(),
        dated: date.map(|date| words.with("team-dated", &[("date", language.date(date).into())])),
        date,
        opening: Vec::new(),
        sections,
    }
}

struct Author<'t> {
    team: &'t Team,
    words: Words,
    names: HashMap<&'t str, &'t str>,
}

impl<'t> Author<'t> {
    fn of(team: &'t Team, words: Words) -> Self {
        let names = team.municipalities.iter().map(|it| (it.id.as_str(), it.name.as_str()));
        Author { team, words, names: names.collect() }
    }

    fn sections(&self, sections: &mut Vec<Section>) {
        let parts = [
            ("summary", "section-summary", Some(self.summary())),
            ("map", "team-section-map", Some(self.map())),
            ("joint", "team-section-joint", self.joint()),
            ("pairs", "team-section-pairs", self.pairs()),
            ("calls", "team-section-calls", self.calls()),
            ("alone", "team-section-alone", self.alone()),
            ("strengths", "team-section-strengths", self.strengths()),
            ("reckoned", "plan-section-reckoned", Some(self.reckoned())),
        ];
        for (id, heading, blocks) in parts {
            let Some(blocks) = blocks else { continue };
            let heading = self.words.say(heading);
            let heading = match &self.team.group {
                Some(group) => format!("{group}: {heading}"),
                None => heading,
            };
            sections.push(Section::new(id, heading, blocks));
        }
    }

    fn name(&self, id: &'t str) -> &'t str {
        self.names.get(id).copied().unwrap_or(id)
    }

    /// Some names, and how many more there are.
    fn named(&self, ids: &'t [String]) -> String {
        let names = ids.iter().take(NAMED).map(|id| self.name(id).to_owned());
        let names: Vec<String> = names.collect();
        match ids.len().saturating_sub(NAMED) {
            0 => self.words.0.list(&names),
            more => {
                let parts = [("names", names.join(", ").into()), ("count", more.into())];
                self.words.with("team-and-more", &parts)
            }
        }
    }

    fn days(&self, days: f64) -> Argument {
        self.words.0.number(days.round()).into()
    }

    fn summary(&self) -> Vec<Block> {
        let Team { municipalities, joint, pairs, alone, .. } = self.team;
        let mut sentences = vec![self.words.counted("team-summary-members", municipalities.len())];
        if !joint.is_empty() {
            let days = |of: fn(&Joint) -> f64| self.days(joint.iter().map(of).sum());
            let parts = [
                ("count", joint.len().into()),
                ("number", Argument::InWords(joint.len())),
                ("alone", days(|project| project.days_alone)),
                ("together", days(|project| project.days_together)),
            ];
            sentences.push(self.words.with("team-summary-joint", &parts));
        }
        for (id, count) in
            [("team-summary-pairs", pairs.len()), ("team-summary-alone", alone.len())]
        {
            sentences.extend((count > 0).then(|| self.words.counted(id, count)));
        }
        vec![Block::Sentences(sentences.iter().map(|text| capitalised(text)).collect())]
    }

    fn map(&self) -> Vec<Block> {
        let Team { municipalities, joint, pairs, .. } = self.team;
        let mut types: Vec<Option<&str>> = Vec::new();
        for member in municipalities {
            if !types.contains(&member.type_label.as_deref()) {
                types.push(member.type_label.as_deref());
            }
        }
        types.sort_by_key(|label| label.is_none());
        let mut index: HashMap<&str, usize> = HashMap::new();
        let mut mentors_of: HashMap<&str, BTreeSet<&str>> = HashMap::new();
        let mut learners_of: HashMap<&str, BTreeSet<&str>> = HashMap::new();
        for pair in pairs {
            mentors_of.entry(&pair.learner).or_default().insert(&pair.mentor);
            learners_of.entry(&pair.mentor).or_default().insert(&pair.learner);
        }
        let (mut projects, mut leads) = (HashMap::new(), HashMap::new());
        for project in joint {
            *leads.entry(project.lead.as_str()).or_default() += 1;
            project.members.iter().for_each(|id| *projects.entry(id.as_str()).or_default() += 1);
        }
        let (mut rows, mut members) = (Vec::new(), Vec::new());
        for (number, member) in municipalities.iter().enumerate() {
            index.insert(&member.id, number);
            let of = |ties: &HashMap<&str, BTreeSet<&'t str>>| {
                let others = ties.get(member.id.as_str()).into_iter().flatten();
                others.map(|other| self.name(other).to_owned()).collect::<Vec<_>>()
            };
            let (mentors, learners) = (of(&mentors_of), of(&learners_of));
            let count = |counts: &HashMap<&str, usize>| {
                counts.get(member.id.as_str()).copied().unwrap_or_default()
            };
            let (projects, leads) = (count(&projects), count(&leads));
            let projects = match leads {
                0 => projects.to_string(),
                leads => format!("{projects} ({leads})"),
            };
            members.push(TeamMember {
                name: member.name.clone(),
                kind: types
                    .iter()
                    .position(|it| *it == member.type_label.as_deref())
                    .unwrap_or_default(),
                learners: learners.len(),
            });
            let kind = member.type_label.clone().unwrap_or_default();
            let texts =
                [member.name.clone(), kind, mentors.join(", "), learners.join(", "), projects];
            rows.push(texts.map(Cell::Text).to_vec().into());
        }
        let mut lines: Vec<(usize, usize)> = pairs
            .iter()
            .map(|pair| (index[pair.mentor.as_str()], index[pair.learner.as_str()]))
            .collect();
        lines.sort_unstable();
        lines.dedup();
        let none = self.words.say("team-no-type");
        let table = Table {
            name: "team",
            caption: Caption::Hidden(self.words.say("team-map-caption")),
            columns: vec![
                self.column("team-column-member", ColumnKind::Name).width(20),
                self.column("team-column-type", ColumnKind::Text),
                self.column("team-column-mentors", ColumnKind::Text).shown(Shown::Tabular),
                self.column("team-column-learners", ColumnKind::Text).shown(Shown::Tabular),
                self.column("team-column-projects", ColumnKind::Figure),
            ],
            rows,
        };
        let picture = TeamPicture {
            title: self.words.say("team-map-caption"),
            described: self.words.counted("team-map-described", lines.len()),
            types: types.iter().map(|label| label.unwrap_or(&none).to_owned()).collect(),
            members,
            lines,
        };
        let is_drawn = municipalities.len() <= DRAWN;
        let map = TeamMap { table, picture: is_drawn.then_some(picture) };
        vec![Block::Note(self.words.say("team-map-about")), Block::TeamMap(map)]
    }

    fn column(&self, id: &str, kind: ColumnKind) -> Column {
        Column::new(self.words.say(id), kind)
    }

    fn joint(&self) -> Option<Vec<Block>> {
        let projects = &self.team.joint;
        let rows = projects.iter().take(LISTED).map(|project| {
            let with = match project.experienced.is_empty() {
                true => self.words.say("team-nobody-yet"),
                false => self.named(&project.experienced),
            };
            let days = [project.days_alone, project.days_together]
                .map(|days| Cell::Text(self.words.0.number(days.round())));
            let [alone, together] = days;
            let texts = [self.named(&project.members), self.name(&project.lead).to_owned(), with];
            let [members, lead, with] = texts.map(Cell::Text);
            vec![Cell::Text(project.title.clone()), alone, together, lead, members, with].into()
        });
        let table = Table {
            name: "joint",
            caption: Caption::Hidden(self.words.say("team-section-joint")),
            columns: vec![
                self.column("column-step", ColumnKind::Name).width(30),
                self.column("team-column-alone", ColumnKind::Figure),
                self.column("team-column-together", ColumnKind::Figure),
                self.column("team-column-lead", ColumnKind::Text),
                self.column("team-column-members", ColumnKind::Text).shown(Shown::Tabular),
                self.column("team-column-experienced", ColumnKind::Text).shown(Shown::Tabular),
            ],
            rows: rows.collect(),
        };
        self.listed("team-joint-about", table, projects.len(), LISTED)
    }

    /// A table with what it is about before it, and how much is left out behind it.
    fn listed(&self, about: &str, table: Table, all: usize, most: usize) -> Option<Vec<Block>> {
        if table.rows.is_empty() {
            return None;
        }
        let mut blocks = vec![Block::Note(self.words.say(about)), Block::Table(table)];
        blocks.extend(self.more(all, most));
        Some(blocks)
    }

    fn more(&self, all: usize, most: usize) -> Option<Block> {
        let more = all.saturating_sub(most);
        (more > 0).then(|| Block::Text(capitalised(&self.words.counted("team-more", more))))
    }

    fn pairs(&self) -> Option<Vec<Block>> {
        let mut rows: Vec<Row> = Vec::new();
        let mut learner = None;
        let most = LISTED * DRAWN;
        for pair in self.team.pairs.iter().take(most) {
            if learner != Some(&pair.learner) {
                rows.push(Row::Group(self.name(&pair.learner).to_owned()));
                learner = Some(&pair.learner);
            }
            let cells = vec![
                Cell::Text(pair.title.clone()),
                Cell::Text(self.name(&pair.mentor).to_owned()),
                Cell::Text(self.because(&pair.because)),
            ];
            rows.push(Row::Cells(crate::document::Cells {
                cells,
                is_in_group: true,
                is_own: false,
            }));
        }
        let table = Table {
            name: "pairs",
            caption: Caption::Hidden(self.words.say("team-section-pairs")),
            columns: vec![
                self.column("team-column-topic", ColumnKind::Name).width(35),
                self.column("team-column-mentor", ColumnKind::Text),
                self.column("team-column-because", ColumnKind::Text).shown(Shown::Tabular),
            ],
            rows,
        };
        self.listed("team-pairs-about", table, self.team.pairs.len(), most)
    }

    /// `Bestandsaufnahme der Daten: hier „keine“, dort „vollständig“`
    fn because(&self, because: &Because) -> String {
        let said = |text: &Option<String>| {
            Argument::from(text.clone().unwrap_or_else(|| self.words.say("unanswered")))
        };
        let parts = [
            ("question", because.label.as_str().into()),
            ("learner", said(&because.learner)),
            ("mentor", said(&because.mentor)),
        ];
        let text = self.words.with("team-because", &parts);
        match because.by_type {
            true => format!("{text}; {}", self.words.say("team-by-type")),
            false => text,
        }
    }

    fn calls(&self) -> Option<Vec<Block>> {
        let mut blocks = Vec::new();
        for call in &self.team.calls {
            let items = call.about.iter().take(LISTED).map(|topic| Item {
                label: Some(topic.title.clone()),
                text: self.named(&topic.members),
                ..Item::default()
            });
            blocks.push(Block::Topic(capitalised(&call.label)));
            blocks.push(Block::List(items.collect()));
            blocks.extend(self.more(call.about.len(), LISTED));
        }
        (!blocks.is_empty()).then_some(blocks)
    }

    fn alone(&self) -> Option<Vec<Block>> {
        let gaps = &self.team.alone;
        let items = gaps.iter().take(LISTED).map(|gap| Item {
            label: Some(gap.title.clone()),
            text: self.named(&gap.members),
            note: gap.joint.then(|| self.words.say("team-alone-joint")),
            ..Item::default()
        });
        let items: Vec<Item> = items.collect();
        if items.is_empty() {
            return None;
        }
        let mut blocks = vec![Block::Text(self.words.say("team-alone-about")), Block::List(items)];
        blocks.extend(self.more(gaps.len(), LISTED));
        Some(blocks)
    }

    fn strengths(&self) -> Option<Vec<Block>> {
        let strengths = &self.team.strengths;
        let items = strengths.iter().take(DRAWN).map(|member| {
            let offers: Vec<&str> =
                member.offers.iter().map(|offer| offer.title.as_str()).collect();
            let label = Some(self.name(&member.id).to_owned());
            Item { label, text: offers.join("; "), ..Item::default() }
        });
        let items: Vec<Item> = items.collect();
        if items.is_empty() {
            return None;
        }
        let about = Block::Text(self.words.say("team-strengths-about"));
        let more = self.more(strengths.len(), DRAWN);
        Some([about, Block::List(items)].into_iter().chain(more).collect())
    }

    fn reckoned(&self) -> Vec<Block> {
        let sentences = ["team-reckoned-days", "team-reckoned-pairs", "plan-estimates"];
        vec![Block::Sentences(sentences.map(|id| self.words.say(id)).to_vec())]
    }
}
