//! What there is to read, and what other programs read: the advice and all else, as text, Markdown,
//! HTML, PDF or JSON.

pub use dteam_authoring::check::{
    check_github, check_json, check_progress, check_sarif, check_summary,
};
pub use dteam_authoring::new_pack::{NamedText, NewPack, pack_made, pack_template};
pub use dteam_authoring::overview::{profile_template, rules};
pub use dteam_authoring::watch::{changed, waiting};
pub use dteam_report::{
    COUNCIL_STEPS, CouncilPaper, Document, FULL_STEPS, Format, Layout, LineText, Purpose, council,
    council_steps, document, document_as_markdown, json, json_line, markdown, report, shell_word,
    yaml,
};

#[cfg(feature = "batch")]
pub use dteam_batch::{BatchRemark, batch_account, batch_more, batch_progress};
#[cfg(feature = "pdf")]
pub use dteam_report::pdf;
#[cfg(feature = "tasks")]
pub use dteam_report::tasks::{tasks_as_csv, tasks_as_ics, tasks_as_xlsx, team_as_csv};
#[cfg(feature = "html")]
pub use dteam_report::{html, html_main, html_style};
pub use dteam_report::{plan_document, progress_document, team_document};
#[cfg(feature = "text-report")]
pub use {
    dteam_authoring::cases::{junit, tests},
    dteam_interview::{Commands, Dialogue, InterviewRemark, Kept},
    dteam_report::{classification, explanation, text, what_if},
};
