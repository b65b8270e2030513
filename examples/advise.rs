//! Advises one municipality from a program: `cargo run --example advise`.

use dteam::{Horizon, Language, Options};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // Once, then shared: a catalog never changes.
    let catalog = dteam::embedded()?;
    let profile = catalog.profile_from_file("profiles/auetal.yaml")?;
    for warning in profile.warnings() {
        eprintln!("{warning}");
    }

    let advice = catalog.advise(&profile, &Options::default().language(Language::named("en")))?;
    println!("{}", advice.summary.join(" "));
    for step in advice.steps.iter().filter(|step| step.horizon == Horizon::Now) {
        println!("{:>3.0}  {}", step.priority, step.title);
    }

    // What changes once the first step is done?
    if let Some(first) = advice.steps.first() {
        let later =
            catalog.advise(&catalog.with_step_done(&profile, &first.rule)?, &Options::default())?;
        println!(
            "\nAfter “{}”: {} steps instead of {}.",
            first.title,
            later.steps.len(),
            advice.steps.len()
        );
    }
    Ok(())
}
