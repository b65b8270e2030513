//! Rules of one's own, held in memory: `cargo run --example own_rules`.

use dteam::{Options, SourceFile};

const PACK: &str = r#"
format: 1
id: park
version: 1.0.0
title: {en: Parks}
about: {en: "What the study did not ask about: parks."}
rules:
  - id: list-of-trees
    title: {en: Put the list of trees online}
    when: data.open_data == 0 && municipality.population > 5000
    impact: 2
    effort: 1
    why: {en: "{municipality.name} publishes no data yet, and a list of trees harms nobody."}
    actions:
      en: [Ask the parks department for its list., Publish it where the municipality's other files are.]
    effect: {data.open_data: 1}
    source: {section: "5.3"}
"#;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // Beside the rules that come with the program; `Catalog::builder()` begins with none.
    let file = SourceFile::new("park/pack.yaml", PACK);
    let catalog = dteam::builder().files([("park/pack.yaml", file)]).build()?;

    let profile = catalog
        .new_profile()
        .set("municipality.name", "Auetal")?
        .set("municipality.population", 9400)?
        .set("data.open_data", 0)?
        .build()?;
    let options = Options::default().language(dteam::Language::named("en"));
    let advice = catalog.advise(&profile, &options)?;
    let step = advice.steps.iter().find(|step| step.rule == "park/list-of-trees");
    let step = step.ok_or("the rule fires for this profile")?;
    println!("{}. {}: {}", step.rank, step.title, step.why);
    Ok(())
}
