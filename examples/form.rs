//! A form made from the survey, whatever it asks: `cargo run --example form`.

use dteam::survey::Control;

fn main() -> Result<(), dteam::Invalid> {
    let catalog = dteam::embedded()?;
    let language = catalog.language();
    let survey = &catalog.survey;
    for (index, section) in survey.sections.iter().enumerate() {
        println!("<fieldset><legend>{}</legend>", section.title.get(language));
        for question in survey.questions.iter().filter(|question| question.section == index) {
            let (name, label) = (&question.path, question.label.get(language));
            let field = match question.kind.control() {
                Control::YesOrNo => format!("<input type=checkbox name={name}>"),
                Control::Number(bounds) => {
                    format!("<input type=number name={name} min={} max={}>", bounds.min, bounds.max)
                }
                Control::Line => format!("<input name={name} maxlength=300>"),
                Control::One(_) | Control::Several(_) | Control::Ranked(..) | Control::Level(_) => {
                    let multiple = if question.kind.limit() > 1 { " multiple" } else { "" };
                    let options: String = question
                        .kind
                        .named()
                        .iter()
                        .map(|(id, label)| {
                            format!("<option value={id}>{}</option>", label.get(language))
                        })
                        .collect();
                    format!("<select name={name}{multiple}>{options}</select>")
                }
            };
            println!("<label>{label} {field}</label>");
        }
        println!("</fieldset>");
    }
    Ok(())
}
