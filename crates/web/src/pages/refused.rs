//! What is wrong with a text that is no profile, and the text to be put right.

use http::StatusCode;
use maud::html;

use super::{diagnostics, shown, start};
use crate::answer::Answer;
use crate::asked::Asked;
use crate::draft::carried;
use crate::failure::Failure;
use dteam_interview::Sheet;
use dteam_text::diagnostic::{Diagnostic, SourceFile};

/// What is wrong with a text, and the text to be put right.
pub(super) fn refused(asked: &Asked, text: &str, found: &[Diagnostic]) -> Result<Answer, Failure> {
    let text = carried(text);
    let frame = asked.frame(asked.say("web-refused"));
    let is_empty = text.trim().is_empty();
    let mendable =
        !is_empty && Sheet::read(&asked.site.catalog, SourceFile::new("", text.clone())).is_ok();
    // A text field keeps no other control characters.
    let text: String = text
        .chars()
        .filter(|letter| !letter.is_control() || matches!(letter, '\n' | '\t'))
        .collect();
    let page = frame.page(&html! {
        main id="content" class="narrow" {
            div class="errors" role="alert" tabindex="-1" autofocus aria-labelledby="h-errors" {
                h1 id="h-errors" { (frame.title) }
                @if is_empty && found.is_empty() { p { (frame.say("web-refused-empty")) } } @else { (diagnostics::list(found, asked.language)) }
            }
            form method="post" action="load" enctype="multipart/form-data" {
                @if !is_empty {
                    p class="field" {
                        label for="text" { (frame.say("web-refused-text")) }
                        textarea id="text" name="text" rows="20" spellcheck="false" autocomplete="off" { "\n" (text) }
                    }
                } @else {
                    (start::file(&frame, "file"))
                }
                p class="buttons" {
                    button class="main" type="submit" { (frame.say("web-load-again")) }
                    @if mendable { button type="submit" name="anyway" value="1" { (frame.say("web-load-anyway")) } }
                }
            }
            p { a href="./" { (frame.say("web-to-start")) } }
        }
    });
    Ok(shown(StatusCode::UNPROCESSABLE_ENTITY, page))
}
