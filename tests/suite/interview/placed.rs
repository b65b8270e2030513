//! Answers at random are found in the file again, and nothing else in it has changed.

use std::collections::BTreeMap;

use dteam::interview::{Asked, Extent, Form, Interview, Now};
use dteam::{Options, SourceFile, render};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use serde_json::Value;

use crate::survey::catalog;

/// Files to begin with: all the ways in which answers can be written.
fn beginnings() -> Vec<String> {
    let block = "# Kopf\n\nmunicipality:   # die Kommune\n  name: 'Bad: Muster' # Name\n  # Art folgt\n  population:   9400\n\ngoals:\n- funding # erstes\n# dazwischen\n- efficiency\ntraining:\n  offered:\n  # noch keine\n\ndata: # Daten\n# Ende\n";
    vec![
        render::profile_template(catalog(), crate::DE),
        String::new(),
        "# nur ein Kommentar".to_owned(),
        block.to_owned(),
        block.replace('\n', "\r\n"),
        "{}".to_owned(),
        "{\n  \"municipality\": {\n    \"name\": \"X\"\n  },\n  \"goals\": []\n}\n".to_owned(),
        "municipality.name: X\ndata: {uses: [\n  automation, # eins\n  staff_planning\n], inventory: null}\nfim.known: true\n".to_owned(),
        "municipality: {kind: kreis}\ncomponents: {in_use: [eid, dms], planned: ~}\nstrategy: {}\nozg: ~".to_owned(),
        "strategy:\n    status: !!str none\n    links: [it_strategy,\n            federal_strategy]\nmunicipality:\n    name: >-\n      Bad\n      Muster\n    kind: stadt\n".to_owned(),
        std::fs::read_to_string("profiles/auetal.yaml").expect("the profile is in the repository"),
    ]
}

/// A line that answers the question, and what the profile then holds; nothing for a question that
/// is passed over.
fn reply(asked: &Asked, dice: &mut impl FnMut(usize) -> usize) -> (String, Option<Value>) {
    if dice(5) == 0 {
        return (String::new(), None);
    }
    if asked.answer.is_some() && dice(6) == 0 {
        return ("-".to_owned(), Some(Value::Null));
    }
    let some = |offered: &[dteam::interview::Offered],
                most: usize,
                dice: &mut dyn FnMut(usize) -> usize| {
        let mut rest = offered.to_vec();
        let count = dice(most.min(rest.len()) + 1);
        (0..count).map(|_| rest.remove(dice(rest.len()))).collect::<Vec<_>>()
    };
    let numbers = |chosen: &[dteam::interview::Offered]| match chosen {
        [] => "0".to_owned(),
        chosen => chosen.iter().map(|one| one.number.to_string()).collect::<Vec<_>>().join(" "),
    };
    let ids = |chosen: &[dteam::interview::Offered]| {
        chosen.iter().map(|one| one.id.clone()).collect::<Vec<_>>()
    };
    let (line, value) = match &asked.form {
        Form::One(offered) => {
            let one = &offered[dice(offered.len())];
            (one.label.clone(), Value::from(one.id.clone()))
        }
        Form::Several(offered) => {
            let mut chosen = some(offered, offered.len(), dice);
            let line = numbers(&chosen);
            chosen.sort_by_key(|one| one.number);
            (line, Value::from(ids(&chosen)))
        }
        Form::Ranked(offered, limit) => {
            let chosen = some(offered, *limit, dice);
            (numbers(&chosen), Value::from(ids(&chosen)))
        }
        Form::Level(offered) => {
            let level = dice(offered.len());
            (level.to_string(), Value::from(level))
        }
        Form::Number(least, most, _) => {
            let number = *least as usize + dice((*most - *least) as usize);
            (number.to_string(), Value::from(number))
        }
        Form::Percent => match dice(2) {
            0 => ("12,5 %".to_owned(), Value::from(12.5)),
            _ => ("40".to_owned(), Value::from(40)),
        },
        Form::Flag => [("j", true), ("n", false)]
            .map(|(line, flag)| (line.to_owned(), Value::from(flag)))[dice(2)]
        .clone(),
        Form::Text => {
            const NAMES: [&str; 8] = [
                "Au",
                "Ende",
                "Halle (Saale)",
                "St. Ingbert",
                "No",
                "Rot: #1, 'x' \"y\" \\",
                "- Strich",
                "{Bad}",
            ];
            let name = NAMES[dice(NAMES.len())];
            (name.to_owned(), Value::from(name))
        }
    };
    (line, Some(value))
}

/// The answers in a text, by path; open ones left out.
fn read(text: &str) -> BTreeMap<String, Value> {
    fn flatten(path: &str, value: Value, found: &mut BTreeMap<String, Value>) {
        match value {
            Value::Object(entries) => {
                for (key, value) in entries {
                    let path = if path.is_empty() { key } else { format!("{path}.{key}") };
                    flatten(&path, value, found);
                }
            }
            Value::Null => {}
            value => {
                found.insert(path.to_owned(), value);
            }
        }
    }
    let mut found = BTreeMap::new();
    if text.lines().any(|line| !line.trim_start().starts_with('#') && !line.trim().is_empty()) {
        flatten(
            "",
            serde_yaml::from_str(text).unwrap_or_else(|error| panic!("{error}\n{text}")),
            &mut found,
        );
    }
    found
}

/// Lists that are no rankings are compared as sets.
fn normal(mut answers: BTreeMap<String, Value>) -> BTreeMap<String, String> {
    for (path, value) in &mut answers {
        if let (Value::Array(items), false) =
            (&mut *value, matches!(path.as_str(), "goals" | "fields_of_action"))
        {
            items.sort_by_key(ToString::to_string);
        }
    }
    answers
        .into_iter()
        .map(|(path, value)| {
            (path, value.as_f64().map_or(value.to_string(), |number| number.to_string()))
        })
        .collect()
}

fn begin(text: &str) -> Interview<'static> {
    let extent = Extent { again: true, short: false };
    Interview::begin(catalog(), SourceFile::new("profile.yaml", text), extent, Options::default())
        .unwrap_or_else(|invalid| panic!("{invalid}\n{text}"))
}

fn comments(text: &str) -> Vec<&str> {
    text.lines()
        .filter_map(|line| line.split_once('#').map(|(_, comment)| comment.trim()))
        .collect()
}

#[test]
fn random_answers_are_in_the_file() {
    let beginnings = beginnings();
    let mut runner = TestRunner::new(crate::properties::cases(60));
    let strategy = (0..beginnings.len(), any::<u64>());
    let result = runner.run(&strategy, |(beginning, seed)| {
        let before = &beginnings[beginning];
        let mut throws = seed;
        let mut dice = |sides: usize| {
            // Knuth's generator of MMIX; its high bits are the better ones.
            throws = throws
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            (throws >> 33) as usize % sides.max(1)
        };
        let mut expected = read(before);
        let mut interview = begin(before);
        while interview.now() != Now::Over {
            let line = match interview.now() {
                Now::Asked(asked) => {
                    let (line, value) = reply(&asked, &mut dice);
                    match value {
                        None => {}
                        Some(Value::Null) => drop(expected.remove(&asked.question)),
                        Some(value) => drop(expected.insert(asked.question, value)),
                    }
                    line
                }
                _ => String::new(),
            };
            let said = interview.enter(&line).unwrap_or_else(|invalid| panic!("{line}: {invalid}"));
            assert!(!said.iter().any(dteam::interview::Said::is_mistake), "{line}: {said:?}");
        }
        let after = interview.file().text.to_string();
        assert_eq!(normal(read(&after)), normal(expected), "\n{before}\n---\n{after}");

        let mut again = begin(&after);
        while again.now() != Now::Over {
            again.enter("").expect("nothing is written");
        }
        assert_eq!(again.file().text, after);

        // The comment behind an item goes with it.
        let kept = comments(&after);
        let behind = ["erstes", "eins", "dazwischen", "Name"];
        let lost = comments(before)
            .into_iter()
            .filter(|comment| !kept.contains(comment) && !behind.contains(comment));
        assert_eq!(lost.collect::<Vec<_>>(), Vec::<&str>::new(), "\n{before}\n---\n{after}");
        Ok(())
    });
    result.unwrap_or_else(|error| panic!("{error}"));
}
