//! How often likely steps come true, and what ten answers are worth, measured on municipalities
//! whose full answers are known.

use std::collections::BTreeMap;
use std::error::Error;

use dteam::{Advice, Catalog, Options};
use serde_json::{Map, Value as Json};

use crate::draw::{Dice, Full};

/// Municipalities drawn, a quarter of each type.
const MUNICIPALITIES: usize = 200;

/// Questions asked one after the other, each the best by then.
const ASKED: usize = 10;

/// The first steps, by which two advices are compared.
const FIRST: usize = 5;

pub fn calibrate(catalog: &Catalog) -> Result<(), Box<dyn Error>> {
    let full = Full::new(catalog);
    let mut dice = Dice::new(2);
    let mut claims: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
    let mut agreement = [0; 3];
    for number in 0..MUNICIPALITIES {
        let (begun, answers) = full.draw(catalog, number % catalog.typology.count(), &mut dice);
        let known = catalog.profile_from_json("full", &Json::Object(answers.clone()))?;
        let whole = catalog.advise(&known, &Options::default())?;
        let steps = by_priority(&whole);
        let parts = whole.steps.iter().flat_map(|step| &step.covers);
        let delegated = whole.delegated.iter().flat_map(|delegated| &delegated.steps);
        let others = parts.chain(delegated).map(|step| step.rule.clone());
        let fires: Vec<String> = steps.iter().cloned().chain(others).collect();

        let profile = catalog.profile_from_json("begun", &Json::Object(begun.clone()))?;
        let advice = catalog.advise(&profile, &Options::default().likely(true))?;
        for likely in advice.likely.iter().filter(|likely| likely.unless.is_empty()) {
            let (all, right) = claims.entry((likely.probability * 10.0) as usize).or_default();
            *all += 1;
            *right += usize::from(fires.contains(&likely.rule));
        }
        for (index, likely) in [(1, false), (2, true)] {
            let steps_then = asked(catalog, begun.clone(), &answers, likely)?;
            agreement[index] += common(&steps, &steps_then);
        }
        agreement[0] += common(&steps, &by_priority(&advice));
    }
    println!("\nlikely steps of {MUNICIPALITIES} municipalities that name goals and facts alone");
    for (tenth, (all, right)) in claims.iter().rev() {
        println!(
            "from {:>3} %{all:>8}, come true {:>5.1} %",
            tenth * 10,
            100.0 * *right as f64 / *all as f64
        );
    }
    let share = |count: usize| count as f64 / MUNICIPALITIES as f64;
    println!("of the first {FIRST} steps of the full answers are found:");
    println!("without a question {:.2}", share(agreement[0]));
    println!("after {ASKED} questions by weight {:.2}", share(agreement[1]));
    println!("after {ASKED} questions by expected change {:.2}", share(agreement[2]));
    Ok(())
}

/// The first steps once the best questions are answered, likely ones among them where they are
/// wanted.
fn asked(
    catalog: &Catalog,
    mut begun: Map<String, Json>,
    answers: &Map<String, Json>,
    likely: bool,
) -> Result<Vec<String>, Box<dyn Error>> {
    let options = Options::default().likely(likely);
    for _ in 0..ASKED {
        let profile = catalog.profile_from_json("begun", &Json::Object(begun.clone()))?;
        let open = catalog.open_questions(&profile, &options)?;
        let next = open.iter().find_map(|open| answers.get_key_value(&open.question));
        let Some((question, answer)) = next else { break };
        begun.insert(question.clone(), answer.clone());
    }
    let profile = catalog.profile_from_json("begun", &Json::Object(begun))?;
    let advice = catalog.advise(&profile, &options)?;
    Ok(by_priority(&advice))
}

/// The rules of the steps, the most important first, whenever their turn comes: draws are not
/// scheduled either.
fn by_priority(advice: &Advice) -> Vec<String> {
    let mut steps: Vec<_> = advice.steps.iter().collect();
    steps.sort_by(|one, other| other.priority.total_cmp(&one.priority));
    steps.into_iter().map(|step| step.rule.clone()).collect()
}

fn common(steps: &[String], others: &[String]) -> usize {
    let first = steps.iter().take(FIRST);
    first.filter(|step| others.iter().take(FIRST).any(|other| other == *step)).count()
}
