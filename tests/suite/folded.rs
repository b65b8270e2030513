//! JSON for snapshots: whatever fits on a line stands on one, so that a change is read at a glance.

use serde_json::Value;

/// In columns, with the indent.
const WIDTH: usize = 200;

/// The JSON text, folded.
pub fn folded(json: &str) -> String {
    let mut out = String::new();
    write(&serde_json::from_str(json).expect("it is JSON"), 0, "", &mut out);
    out
}

fn write(value: &Value, indent: usize, before: &str, out: &mut String) {
    let line = format!("{:indent$}{before}{value}", "");
    let (open, close, entries): (_, _, Vec<(String, &Value)>) = match value {
        Value::Object(map) if line.chars().count() > WIDTH => {
            ('{', '}', map.iter().map(|(key, value)| (format!("\"{key}\": "), value)).collect())
        }
        Value::Array(items) if line.chars().count() > WIDTH => {
            ('[', ']', items.iter().map(|item| (String::new(), item)).collect())
        }
        _ => {
            out.push_str(&line);
            out.push('\n');
            return;
        }
    };
    out.push_str(&format!("{:indent$}{before}{open}\n", ""));
    for (before, value) in entries {
        write(value, indent + 2, &before, out);
    }
    out.push_str(&format!("{:indent$}{close}\n", ""));
}
