//! An empty workbook to be filled in: a column for each question, a row for each municipality.

use dteam_engine::catalog::Catalog;
use dteam_engine::profile::answer::MAX_TEXT;
use dteam_engine::survey::{Control, Options, Question, Slot, Survey};
use dteam_text::language::messages::message;
use dteam_text::language::{Language, Localized};
use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, DataValidationRule, DocProperties,
    ExcelDateTime, Format, FormatAlign, Formula, Note, Workbook, Worksheet, XlsxError,
};

use crate::table::{self, ID};

/// Above the rows to be filled in: sections, labels, and the names by which columns are known.
const ROWS_ABOVE: u32 = 3;

/// As many rows offer their answers and check them.
const ROWS: u32 = 2000;

/// The fill of sections, in turn.
const FILLS: [u32; 2] = [0x00DC_E6F1, 0x00EB_F1DE];

/// A workbook whose cells offer the answers there are and refuse numbers out of range, in this
/// language. The same survey gives the same bytes.
pub(crate) fn written(catalog: &Catalog, language: Language) -> Result<Vec<u8>, XlsxError> {
    let say = |id: &str| message(language, id, &[]);
    let mut workbook = Workbook::new();
    // A date of today would make other bytes every day.
    let date = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&date));
    let mut rows = Worksheet::new();
    rows.set_name(say("batch-template-rows"))?;
    let mut answers = Answers::new(&say("batch-template-answers"))?;
    let survey = &catalog.survey;
    let mut column = 0;
    if table::has_id(survey) {
        let (label, help) = (say("batch-template-id"), say("batch-template-id-help"));
        head(&mut rows, column, &label, &help, ID, None)?;
        // As a text, a key keeps its leading zero.
        rows.set_column_format(column, &Format::new().set_num_format("@"))?;
        column += 1;
    }
    for (section, slots) in sections(survey) {
        let fill = Format::new().set_bold().set_background_color(Color::RGB(FILLS[section % 2]));
        let first = column;
        for slot in slots {
            let question = survey.question(slot);
            head(
                &mut rows,
                column,
                question.label.get(language),
                &help(question, language),
                &question.path,
                Some(&fill),
            )?;
            let validation = validation(question, language, &mut answers)?;
            let last = ROWS_ABOVE + ROWS - 1;
            rows.add_data_validation(ROWS_ABOVE, column, last, column, &validation)?;
            column += 1;
        }
        let title = survey.sections[section].title.get(language);
        rows.write_string_with_format(0, first, title, &fill)?;
        // The first column stays when the others of its section are folded away.
        if column > first + 1 {
            rows.group_columns(first + 1, column - 1)?;
        }
    }
    rows.group_symbols_to_left(true);
    rows.set_freeze_panes(ROWS_ABOVE, 2)?;
    workbook.push_worksheet(rows);
    workbook.push_worksheet(answers.sheet);
    workbook.save_to_buffer()
}

/// The sections that ask anything, with their questions.
fn sections(survey: &Survey) -> impl Iterator<Item = (usize, Vec<Slot>)> {
    let asked = |section: usize| -> Vec<Slot> {
        survey.slots().filter(|slot| survey.question(*slot).section == section).collect()
    };
    let sections = (0..survey.sections.len()).map(move |section| (section, asked(section)));
    sections.filter(|(_, slots)| !slots.is_empty())
}

/// The cells above a column, with the help as a note.
fn head(
    sheet: &mut Worksheet,
    column: u16,
    label: &str,
    help: &str,
    name: &str,
    fill: Option<&Format>,
) -> Result<(), XlsxError> {
    let label_format = fill.cloned().unwrap_or_else(|| Format::new().set_bold());
    if let Some(fill) = fill {
        sheet.write_blank(0, column, fill)?;
    }
    let wrapped = label_format.set_text_wrap().set_align(FormatAlign::Top);
    sheet.write_string_with_format(1, column, label, &wrapped)?;
    let small = Format::new().set_font_size(7).set_font_color(Color::Gray);
    sheet.write_string_with_format(2, column, name, &small)?;
    let note = Note::new(help).add_author_prefix(false).set_width(320).set_height(160);
    sheet.insert_note(1, column, &note)?;
    sheet.set_column_width(column, 24)?;
    Ok(())
}

/// What is meant, in which unit, and how several answers are written.
fn help(question: &Question, language: Language) -> String {
    let mut help = vec![question.help.get(language).to_owned()];
    if let Some(unit) = &question.unit {
        let unit = [("unit", unit.get(language).as_str().into())];
        help.push(message(language, "batch-template-unit", &unit));
    }
    match question.kind.control() {
        Control::Several(_) => help.push(message(language, "batch-template-several", &[])),
        Control::Ranked(_, limit) => {
            let limit = [("limit", limit.into())];
            help.push(message(language, "batch-template-ranked", &limit));
        }
        Control::Number(bounds) if bounds.percent => {
            help.push(message(language, "batch-template-percent", &[]));
        }
        Control::One(_)
        | Control::Level(_)
        | Control::Number(_)
        | Control::YesOrNo
        | Control::Line => {}
    }
    help.join("\n\n")
}

/// Which answers the cells of a question offer or take.
fn validation(
    question: &Question,
    language: Language,
    answers: &mut Answers,
) -> Result<DataValidation, XlsxError> {
    let label = question.label.get(language);
    let labels = |options: &Options| -> Vec<String> {
        let written = options.0.iter().enumerate().map(|(index, choice)| {
            let labels = || options.0.iter().map(|choice| &choice.label);
            in_a_cell(choice.label.get(language), labels(), index).unwrap_or(&choice.id).to_owned()
        });
        written.collect()
    };
    let strict = DataValidation::new().set_error_style(DataValidationErrorStyle::Stop);
    let strict = strict.set_error_message(message(language, "batch-template-refused", &[]))?;
    Ok(match question.kind.control() {
        Control::One(options) => strict.allow_list_formula(answers.add(label, labels(options))?),
        // A list offers one at a time; more are typed behind it.
        Control::Several(options) | Control::Ranked(options, _) => DataValidation::new()
            .allow_list_formula(answers.add(label, labels(options))?)
            .show_error_message(false),
        Control::Level(levels) => {
            let named = levels.iter().enumerate().map(|(index, level)| {
                let label = in_a_cell(level.get(language), levels.iter(), index);
                label.map_or_else(|| index.to_string(), str::to_owned)
            });
            strict.allow_list_formula(answers.add(label, named.collect())?)
        }
        Control::YesOrNo => {
            let word = |id: &str| {
                let words = message(language, id, &[]);
                words.split_whitespace().next().unwrap_or_default().to_owned()
            };
            let words = vec![word("flag-words-yes"), word("flag-words-no")];
            strict.allow_list_formula(answers.add(label, words)?)
        }
        Control::Number(bounds) => {
            let range = DataValidationRule::Between(bounds.min, bounds.max);
            match bounds.whole {
                true => strict.allow_whole_number_formula(DataValidationRule::Between(
                    Formula::new(bounds.min.to_string()),
                    Formula::new(bounds.max.to_string()),
                )),
                false => strict.allow_decimal_number(range),
            }
        }
        Control::Line => {
            strict.allow_text_length(DataValidationRule::LessThanOrEqualTo(MAX_TEXT as u32))
        }
    })
}

/// The label, if a cell with it is read as the one of this index.
fn in_a_cell<'l>(
    label: &'l str,
    labels: impl Iterator<Item = &'l Localized>,
    index: usize,
) -> Option<&'l str> {
    let is_read = table::only(labels, label) == Some(index) && !label.contains(table::BAR);
    is_read.then_some(label)
}

/// A sheet with the answers of all questions, from which cells offer theirs.
struct Answers {
    sheet: Worksheet,
    name: String,
    row: u32,
}

impl Answers {
    fn new(name: &str) -> Result<Self, XlsxError> {
        let mut sheet = Worksheet::new();
        sheet.set_name(name)?;
        sheet.set_column_width(0, 50)?;
        sheet.set_column_width(1, 60)?;
        Ok(Answers { sheet, name: name.to_owned(), row: 0 })
    }

    /// Adds the answers of a question; the cells that they are in.
    fn add(&mut self, question: &str, answers: Vec<String>) -> Result<Formula, XlsxError> {
        let first = self.row + 1;
        self.sheet.write_string_with_format(self.row, 0, question, &Format::new().set_bold())?;
        for answer in answers {
            self.sheet.write_string(self.row, 1, answer)?;
            self.row += 1;
        }
        let (name, last) = (self.name.replace('\'', "''"), self.row);
        self.row += 1;
        Ok(Formula::new(format!("'{name}'!$B${first}:$B${last}")))
    }
}
