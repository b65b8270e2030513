//! A workbook: a sheet with a municipality on each row. It is read as the table that it holds.

use super::{Form, Holds, table};
use crate::sheet::is_workbook;

pub(super) const FORM: Form = Form {
    name: "workbook",
    about: "input-workbook",
    // Those that cannot be read are named for the reason why.
    extensions: &["xlsx", "xlsm", "ods", "xls", "xlsb"],
    is_begun: |beginning, _| is_workbook(beginning),
    holds: Holds::Cells,
    cut: table::cut,
    read: table::read,
};
