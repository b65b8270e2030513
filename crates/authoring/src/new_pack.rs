//! A new pack to start from: a small example that passes every check, with comments that teach the
//! format.

use std::fmt::Write as _;

use dteam_engine::catalog::Catalog;
use dteam_engine::expression::parse;
use dteam_engine::pack::group;
use dteam_engine::profile::{Answer, Answers};
use dteam_engine::survey::{Control, Options};
use dteam_text::diagnostic::{Invalid, Problem};
use dteam_text::language::messages::message;
use dteam_text::language::{Language, escaped};
use dteam_text::yaml::fields::{is_slug, nearest_slug};

/// The files of a new pack, as `locales/*/pack` has them.
const FILES: [&str; 3] = ["pack.yaml", "cases.yaml", "after_work.rhai"];

/// The name and the text of a file.
pub type NamedText = (&'static str, String);

/// The files of a new pack `id`, each with its name. They show every key of the format, and their
/// cases show every outcome. The pack reads its own questions alone; the types in it are the
/// catalog's.
///
/// # Errors
/// [`Invalid`] if `id` cannot be a pack's, or if a pack, a part of the profile or a word of
/// expressions is called so already.
pub fn pack_template(
    catalog: &Catalog,
    id: &str,
    language: Language,
) -> Result<Vec<NamedText>, Invalid> {
    if !is_slug(id) {
        let problem = Problem::NotASlug { value: id.to_owned(), nearest: nearest_slug(id) };
        return Err(problem.into());
    }
    if is_taken(catalog, id) {
        return Err(Problem::PackNameTaken { id: id.to_owned() }.into());
    }
    let values = values(catalog, id);
    let file = |name| {
        let text = language.file(&format!("pack/{name}")).unwrap_or_default();
        (name, filled_in(text, &values))
    };
    Ok(FILES.map(file).into())
}

/// Whether a new pack of that name would replace another, or its questions could not be told from
/// something else.
fn is_taken(catalog: &Catalog, id: &str) -> bool {
    let group = group(id);
    let is_part_of_profile = |path: &str| path.split('.').next() == Some(group.as_str());
    catalog.packs().any(|(known, _)| known == id)
        || catalog.survey.questions.iter().any(|question| is_part_of_profile(&question.path))
        || !parse::can_name(&parse::parser(), &format!("{group}.name"))
}

fn filled_in(text: &str, values: &[(&str, String)]) -> String {
    values
        .iter()
        .fold(text.to_owned(), |text, (name, value)| text.replace(&format!("%{name}%"), value))
}

/// What stands for the `%names%` in the files.
fn values(catalog: &Catalog, id: &str) -> Vec<(&'static str, String)> {
    let typology = &catalog.typology;
    let types: Vec<&str> = typology.names.ids().collect();
    let kind = |number: usize| types.get(number).copied().unwrap_or_default().to_owned();
    let last = types.len().saturating_sub(1);
    let mut rules = catalog.rule_ids();
    let (rule, other_rule) =
        (rules.next().unwrap_or("pack/rule"), rules.next().unwrap_or("pack/other-rule"));

    let (goals, answers) = goals(catalog);
    let assignment = catalog.find_type(&answers).assignment;
    let or_none = |kind_found: Option<u8>| {
        kind_found.map_or("null".to_owned(), |found| kind(usize::from(found)))
    };
    vec![
        ("id", id.to_owned()),
        ("group", group(id)),
        ("first_type", kind(0)),
        ("last_type", kind(last)),
        ("table", typology.goals.table.to_string()),
        ("rule", rule.to_owned()),
        ("other_rule", other_rule.to_owned()),
        ("goals_question", catalog.survey.question(typology.goals.question).path.to_string()),
        ("goals", goals.join(", ")),
        ("type", or_none(assignment.kind)),
        ("mixed_with", or_none(assignment.mixed_with)),
    ]
}

/// The goals that matter most to the first type, the greatest first, and a profile that names them.
fn goals(catalog: &Catalog) -> (Vec<String>, Answers) {
    let mut answers = Answers::none(&catalog.survey);
    let typology = &catalog.typology;
    let goals = &catalog.survey.question(typology.goals.question).kind;
    let Control::Ranked(options, limit) = goals.control() else {
        return (Vec::new(), answers);
    };
    let centre = typology.types.first().map_or(&[][..], |first| &first.centre);
    let mut leading: Vec<u8> = (0..).take(centre.len()).collect();
    leading.sort_by(|one, other| centre[usize::from(*other)].total_cmp(&centre[usize::from(*one)]));
    leading.truncate(typology.goals.scores.len().min(limit));
    answers.set(typology.goals.question, Some(Answer::Ranking(leading.iter().copied().collect())));
    (ids(&leading, options), answers)
}

fn ids(chosen: &[u8], options: &Options) -> Vec<String> {
    chosen.iter().map(|option| options.get(*option).id.to_string()).collect()
}

/// Where a new pack lies.
#[derive(Debug, Clone)]
pub struct NewPack {
    /// Its folder.
    pub folder: String,
    /// Its id.
    pub id: String,
    /// The folders of rules it was made beside.
    pub beside: Vec<String>,
    /// It lies in one of them.
    pub is_within: bool,
    /// What the commands speak unless told otherwise.
    pub spoken: Language,
}

/// That a new pack was made, of which files, and what to do next.
pub fn pack_made(made: &NewPack, files: &[NamedText], language: Language) -> String {
    let say = |id: &str| message(language, id, &[]);
    let mut out =
        message(language, "pack-made", &[("folder", escaped(&made.folder).into_owned().into())]);
    out.push_str("\n\n");
    let meaning = |name: &str| match name {
        "pack.yaml" => say("pack-made-pack"),
        "cases.yaml" => say("pack-made-cases"),
        _ => say("pack-made-script"),
    };
    table(&mut out, files.iter().map(|(name, _)| ((*name).to_owned(), meaning(name))).collect());

    let lang = match language == made.spoken {
        true => String::new(),
        false => format!(" --lang {}", language.code()),
    };
    let rules = |folders: &[String]| -> String {
        folders
            .iter()
            .map(|folder| format!(" --rules {}", dteam_report::shell_word(folder)))
            .collect()
    };
    let folder = dteam_report::shell_word(&made.folder);
    let beside = rules(&made.beside);
    // A pack that is found in another folder is not named a second time.
    let (named, with_pack) = match made.is_within {
        true => (&made.id, beside.clone()),
        false => (&folder, format!("{beside}{}", rules(std::slice::from_ref(&made.folder)))),
    };
    let _ = write!(out, "\n{}\n\n", say("pack-made-next"));
    let commands = [
        (format!("dteam check {folder}{beside}{lang}"), say("pack-made-check")),
        (format!("dteam test {folder}{beside}{lang}"), say("pack-made-test")),
        (format!("dteam doc {named}{beside}{lang}"), say("pack-made-doc")),
    ];
    table(&mut out, commands.into());
    let profile = say("pack-made-profile");
    let form = format!("dteam new profile -o {profile}{with_pack}{lang}");
    let advise = format!("dteam advise {profile}{with_pack}{lang}");
    let arguments = [("form", form.into()), ("advise", advise.into())];
    let _ = write!(out, "\n{}\n", message(language, "pack-made-advise", &arguments));
    out
}

/// Two columns, indented.
fn table(out: &mut String, lines: Vec<(String, String)>) {
    let width = lines.iter().map(|(first, _)| first.chars().count()).max().unwrap_or_default();
    for (first, second) in lines {
        let _ = writeln!(out, "  {first:width$}   {second}");
    }
}
