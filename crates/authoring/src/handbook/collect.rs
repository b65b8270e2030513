//! From the catalog to the handbook's data: survey, typology and packs.

use super::rule::Reader;
use super::{Handbook, Link, Pack, Question, Section, Study, Table, Type, Typology};
use crate::authorship::authorship;
use crate::cases::read_cases;
use crate::expected::expected;
use dteam_engine::catalog::Catalog;
use dteam_engine::survey::Slot;
use dteam_text::diagnostic::Invalid;
use dteam_text::language::Language;

pub(super) fn handbook(
    catalog: &Catalog,
    chosen: &[&str],
    language: Language,
) -> Result<Handbook, Invalid> {
    let is_chosen =
        |pack: &dteam_engine::pack::Pack| chosen.is_empty() || chosen.contains(&pack.id.as_str());
    let included: Vec<bool> = catalog.packs.iter().map(is_chosen).collect();
    let mut packs = Vec::new();
    let mut problems = Vec::new();
    for number in (0..catalog.packs.len()).filter(|number| included[*number]) {
        match pack(catalog, number, &included, language) {
            Ok(pack) => packs.push(pack),
            Err(mut invalid) => problems.append(&mut invalid.diagnostics),
        }
    }
    if !problems.is_empty() {
        return Err(Invalid { diagnostics: problems });
    }
    let source = &catalog.survey.source;
    let study = Study {
        title: source.title.to_string(),
        publisher: source.publisher.to_string(),
        published: source.published,
        sample: source.sample.get(language).to_string(),
    };
    Ok(Handbook {
        language,
        study,
        survey: survey(catalog, &included, language),
        is_partial: included.contains(&false),
        typology: typology(catalog, language),
        packs,
    })
}

fn survey(catalog: &Catalog, included: &[bool], language: Language) -> Vec<Section> {
    let sections = catalog.survey.sections.iter().enumerate().map(|(number, section)| {
        // A pack that asks is a section as well, and may bear the name of one of the survey's.
        let again =
            catalog.survey.sections[..number].iter().any(|earlier| earlier.id == section.id);
        let whole = included.iter().all(|included| *included);
        let slots = catalog
            .survey
            .slots()
            .filter(|slot| catalog.survey.question(*slot).section == number)
            .filter(|slot| whole || is_of_packs(catalog, *slot, included, language));
        Section {
            id: if again { format!("{}.pack", section.id) } else { section.id.to_string() },
            title: section.title.get(language).to_string(),
            questions: slots.map(|slot| question(catalog, slot, included, language)).collect(),
        }
    });
    sections.filter(|section| !section.questions.is_empty()).collect()
}

/// Whether the rules of these packs read the question, name it or answer it, or a pack asks it.
fn is_of_packs(catalog: &Catalog, slot: Slot, included: &[bool], language: Language) -> bool {
    let question = catalog.survey.question(slot);
    let section = &catalog.survey.sections[question.section].id;
    let asks = |(pack, included): (&dteam_engine::pack::Pack, &bool)| {
        *included && slot.index() >= catalog.survey.own && pack.id == *section
    };
    let mut rules = catalog.rules.iter().filter(|rule| included[rule.pack]);
    catalog.packs.iter().zip(included).any(asks)
        || rules.any(|rule| {
            super::rule::decides_by(rule, slot)
                || super::rule::names(rule, slot, language)
                || rule.effect.iter().any(|effect| effect.slot == slot)
        })
}

fn question(catalog: &Catalog, slot: Slot, included: &[bool], language: Language) -> Question {
    let question = catalog.survey.question(slot);
    let label = |label: &dteam_text::language::Localized| label.get(language).to_string();
    let named = question.kind.named();
    let (mut read_by, mut named_by) = (Vec::new(), Vec::new());
    for rule in catalog.rules.iter().filter(|rule| included[rule.pack]) {
        if super::rule::decides_by(rule, slot) {
            read_by.push(rule.id.to_string());
        } else if super::rule::names(rule, slot, language) {
            named_by.push(rule.id.to_string());
        }
    }
    Question {
        slot,
        path: question.path.to_string(),
        label: label(&question.label),
        help: label(&question.help),
        expects: expected(question, "handbook", |number| language.number(number), language),
        answers: named.into_iter().map(|(id, of)| (id, label(of))).collect(),
        table: question.table.map(|number| Table::of(catalog, number, language)),
        fixed: question.fixed,
        read_by,
        named_by,
    }
}

fn typology(catalog: &Catalog, language: Language) -> Typology {
    let typology = &catalog.typology;
    let datives = |types: &[u8]| -> Vec<String> {
        types
            .iter()
            .map(|kind| typology.types[usize::from(*kind)].dative.get(language).to_string())
            .collect()
    };
    let types = typology.names.0.iter().zip(&typology.types).map(|(name, kind)| Type {
        id: name.id.to_string(),
        label: name.label.get(language).to_string(),
        meaning: kind.meaning.get(language).to_string(),
        leading_goals: kind.leading_goals.get(language).to_string(),
        strengths: kind
            .strengths
            .iter()
            .map(|strength| strength.get(language).to_string())
            .collect(),
        learns: kind
            .learns
            .iter()
            .map(|learning| (learning.topic.get(language).to_string(), datives(&learning.from)))
            .collect(),
    });
    let options = |slot: Slot| -> Vec<String> {
        let options =
            catalog.survey.question(slot).kind.options().map_or(&[][..], |options| &options.0[..]);
        options.iter().map(|option| option.label.get(language).to_string()).collect()
    };
    let centres = options(typology.goals.question).into_iter().enumerate().map(|(goal, label)| {
        let scores =
            typology.types.iter().map(|kind| kind.centre.get(goal).copied().unwrap_or_default());
        (label, scores.collect())
    });
    Typology {
        types: types.collect(),
        goals: Link::to_question(catalog, typology.goals.question, language),
        scores: typology.goals.scores.clone(),
        goals_table: typology.goals.table,
        centres: centres.collect(),
        prior_table: typology.prior.table,
        shares: options(typology.prior.question)
            .into_iter()
            .zip(typology.prior.by_option.clone())
            .collect(),
        shares_of_all: typology.prior.all.clone(),
        mixed_ratio: typology.mixed_ratio,
        least_answers: typology.least_answers,
    }
}

fn pack(
    catalog: &Catalog,
    number: usize,
    included: &[bool],
    language: Language,
) -> Result<Pack, Invalid> {
    let pack = &catalog.packs[number];
    let cases = match catalog.cases_file(pack)? {
        Some(file) => read_cases(catalog, &pack.id, &file)?,
        None => Vec::new(),
    };
    let functions = pack.functions.iter().map(|function| {
        let arguments: Vec<&str> = function.arguments.iter().map(|kind| kind.name()).collect();
        let signature =
            format!("{}({}) → {}", function.name, arguments.join(", "), function.returns.name());
        (signature, function.help.get(language).to_string())
    });
    let reader = Reader { catalog, language, included, cases: &cases };
    let changed = catalog
        .rules
        .iter()
        .filter(|rule| rule.changed.as_ref().is_some_and(|change| change.pack == number));
    let rules = catalog.rules.iter().enumerate().filter(|(_, rule)| rule.pack == number);
    Ok(Pack {
        id: pack.id.to_string(),
        version: pack.version.to_string(),
        title: pack.title.get(language).to_string(),
        about: pack
            .about
            .get(language)
            .split('\n')
            .map(str::trim)
            .filter(|line| !line.is_empty())
            .map(str::to_owned)
            .collect(),
        functions: functions.collect(),
        changes: changed.filter_map(|rule| reader.change(rule)).collect(),
        rules: rules.map(|(index, rule)| reader.rule(index, rule)).collect(),
        authorship: authorship(&pack.authorship, language),
    })
}
