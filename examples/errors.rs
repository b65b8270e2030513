//! The engine in another program that shows mistakes beside its own fields, and keeps what people
//! have entered under older rules: `cargo run --example errors`.

use dteam::{Invalid, Language};
use serde_json::{Map, Value, json};

fn main() -> Result<(), Invalid> {
    let catalog = dteam::embedded()?;
    let language = Language::named("en").unwrap_or_default();

    // What a form brought: a number out of range, and an option that is not one.
    let entered = json!({"municipality.population": 12, "data.inventory": 1, "goals": ["fame"]});
    if let Err(invalid) = catalog.profile_from_json("form", &entered) {
        for problem in &invalid.diagnostics {
            let field = problem.question().unwrap_or("the whole form");
            println!("{field}: {} ({})", problem.message(language), problem.code());
            if let Some(help) = problem.help(language) {
                println!("  {help}");
            }
        }
    }

    // What was stored when the rules were others: the question is gone, the answer is kept.
    let stored: Map<String, Value> =
        Map::from_iter([("data.inventory".into(), 1.into()), ("data.fax".into(), true.into())]);
    let fitted = catalog.fit_profile(&stored)?;
    println!("still answered: {:?}", catalog.answers_of(&fitted.profile));
    println!("handed back: {:?}", fitted.rejected);
    Ok(())
}
