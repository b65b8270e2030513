//! Which sections of a source may be cited.

use dteam_text::diagnostic::{Diagnostics, Problem, nearest};
use dteam_text::yaml::Node;
use dteam_text::yaml::fields;

/// The sections of a source, as they are cited; any, if nobody has listed them.
#[derive(Debug, Clone, Default)]
pub struct Sections(Option<Vec<String>>);

impl Sections {
    /// Reads a list of them.
    pub fn read(node: &Node<'_>, problems: &mut Diagnostics<'_>) -> Sections {
        let nodes = fields::list(node, problems).unwrap_or_default();
        let sections = nodes.iter().filter_map(|node| fields::text(node, problems));
        Sections(Some(sections.map(str::to_owned).collect()))
    }

    /// Those that are listed.
    pub fn listed(&self) -> Option<&[String]> {
        self.0.as_deref()
    }

    /// Reports a section that the source does not have.
    pub fn must_have(&self, section: &str, node: &Node<'_>, problems: &mut Diagnostics<'_>) {
        let Some(known) = &self.0 else { return };
        if known.iter().any(|known| known == section) {
            return;
        }
        let problem = Problem::SectionNotInSource {
            section: section.to_owned(),
            known: known.join(", "),
            nearest: nearest(section, known.iter().map(String::as_str)),
        };
        problems.error(node.span.clone(), problem);
    }
}
