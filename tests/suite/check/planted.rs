//! Mistakes put into copies of the shipped packs: each is found, and where it is.

use std::fs;
use std::path::{Path, PathBuf};

use dteam::Diagnostic;

use super::{check, line};

/// A mistake put into a copy of a shipped pack.
struct Planted {
    pack: &'static str,
    from: &'static str,
    to: &'static str,
    /// What is found, in the order of the file.
    codes: &'static [&'static str],
    /// A text of the changed file at whose line the first of them is shown.
    at: &'static str,
}

const fn planted(
    pack: &'static str,
    from: &'static str,
    to: &'static str,
    codes: &'static [&'static str],
    at: &'static str,
) -> Planted {
    Planted { pack, from, to, codes, at }
}

const PLANTED: &[Planted] = &[
    // The form of the file
    planted("data", "    effort: 3\n", "    efort: 3\n", &["D102", "D101"], "  - id: inventory"),
    planted("data", "  - id: inventory\n", "  - id: Inventory!\n", &["D109"], "Inventory!"),
    planted(
        "data",
        "      en: Build up an overview of the administration's own data\n",
        "",
        &["D103"],
        "      de: Eine",
    ),
    planted(
        "data",
        "      en: Build up an overview of the administration's own data\n",
        "      en: Eine Übersicht der eigenen Daten aufbauen\n",
        &["D113"],
        "      en: Eine Übersicht",
    ),
    planted(
        "data",
        "      de: Eine Übersicht der eigenen Daten aufbauen\n",
        "      de: Übersicht (TODO)\n",
        &["D114"],
        "      de: Übersicht (TODO)",
    ),
    planted("data", "    effort: 3\n", "    effort: 6\n", &["D106"], "effort: 6"),
    planted("data", "    effort: 3\n", "    effort: low\n", &["D104"], "effort: low"),
    planted("data", "version: 1.", "version: eins.", &["D111"], "version: eins."),
    planted("data", "format: 1\n", "format: 2\n", &["D105"], "format: 2"),
    planted("data", "id: data\n", "id: daten\n", &["D501"], "id: daten"),
    planted(
        "data",
        "  - id: keep-inventory\n",
        "  - id: inventory\n",
        &["D401"],
        "  - id: inventory\n    title:\n      de: Die Datenübersicht",
    ),
    planted(
        "data",
        "    impact: {default: 3, optimizer: 4}",
        "    impact: {default: 3, optimiser: 4}",
        &["D310"],
        "optimiser: 4",
    ),
    planted(
        "data",
        "    learn_from: [optimizer, community_manager]",
        "    learn_from: [optimizer, cautios]",
        &["D310"],
        "cautios",
    ),
    planted(
        "data",
        "    effect: {data.inventory: 2}",
        "    effect: {data.inventory: 4}",
        &["D208"],
        "inventory: 4}",
    ),
    planted(
        "data",
        "    effect: {data.inventory: 2}",
        "    effect: {data.inventry: 2}",
        &["D201"],
        "inventry: 2",
    ),
    planted(
        "data",
        "    effect: {data.uses: +staff_planning}",
        "    effect: {data.uses: +staff_plan}",
        &["D202"],
        "+staff_plan}",
    ),
    planted(
        "data",
        "    effect: {data.inventory: 2}",
        "    effect: {municipality.population: 2000}",
        &["D506"],
        "population: 2000",
    ),
    planted(
        "data",
        "    effect: {data.inventory: 2}",
        "    effect: {data.inventory: +two}",
        &["D512"],
        "+two",
    ),
    planted(
        "strategy",
        "  - id: ",
        "  - {}\n  - id: ",
        &["D102", "D102", "D102", "D102", "D102", "D102", "D102", "D102", "D102"],
        "  - {}",
    ),
    // Expressions
    planted(
        "data",
        "    when: data.inventory <= 1\n",
        "    when: data.inventory <= \n",
        &["D301"],
        "when: data.inventory <= ",
    ),
    planted(
        "data",
        "    when: data.inventory <= 1\n",
        "    when: data.inventory <= 1 &\n",
        &["D301"],
        "<= 1 &",
    ),
    planted(
        "data",
        "    when: data.inventory <= 1\n",
        "    when: data.inventar <= 1\n",
        &["D303"],
        "data.inventar ",
    ),
    planted(
        "data",
        "    when: data.inventory <= 1\n",
        "    when: data.inventory <= \"1\"\n",
        &["D307"],
        "<= \"1\"",
    ),
    planted(
        "data",
        "    when: data.inventory <= 1\n",
        "    when: data.inventory\n",
        &["D307"],
        "when: data.inventory\n",
    ),
    planted(
        "data",
        "    when: count(data.uses) == 0\n",
        "    when: counts(data.uses) == 0\n",
        &["D304"],
        "counts(",
    ),
    planted(
        "data",
        "    when: count(data.uses) == 0\n",
        "    when: count(data.inventory) == 0\n",
        &["D307"],
        "count(data.inventory)",
    ),
    planted(
        "data",
        "    when: count(data.uses) == 0\n",
        "    when: count(data.uses, 1) == 0\n",
        &["D305"],
        "data.uses, 1",
    ),
    planted(
        "data",
        "\"process_optimisation\" !in data.uses\n",
        "\"process\" !in data.uses\n",
        &["D309"],
        "\"process\" !in",
    ),
    planted(
        "data",
        "      - when: type == \"cautious\"",
        "      - when: type == \"careful\"",
        &["D310"],
        "careful",
    ),
    planted("data", "    need: 1 - data.inventory / 3", "    need: 1 - 2 / 3", &["D311"], "2 / 3"),
    planted(
        "data",
        "    need: 1 - data.inventory / 3",
        "    need: data.inventory / 0",
        &["D312"],
        "/ 0",
    ),
    planted(
        "data",
        "        {municipality.name} has recorded",
        "        {municipality.name has recorded",
        &["D314"],
        "name has",
    ),
    planted(
        "data",
        "        {municipality.name} has recorded",
        "        {municipality.nam} has recorded",
        &["D303"],
        "municipality.nam}",
    ),
    planted(
        "base-components",
        "(6 - service_chain(components.in_use))",
        "(6 - service_chan(components.in_use))",
        &["D304"],
        "chan(",
    ),
    planted(
        "base-components",
        "  - name: service_chain\n",
        "  - name: chain\n",
        &["D510", "D304", "D304", "D304", "D304", "D304"],
        "name: chain",
    ),
    planted("staff", "\n    after: [", "\n    after: [training-methodes, ", &["D508"], "methodes"),
    // Reasoning
    planted(
        "data",
        "    when: data.inventory <= 1\n",
        "    when: data.inventory < 0\n",
        &["D601"],
        "< 0",
    ),
    planted(
        "data",
        "    when: data.inventory == 2 && count",
        "    when: data.inventory == 2 && data.inventory < 2 && count",
        &["D601"],
        "inventory < 2",
    ),
    planted(
        "data",
        "    when: data.open_data == 1\n",
        "    when: data.open_data != 1 || data.open_data != 2\n",
        &["D602"],
        "!= 1 ||",
    ),
    planted(
        "data",
        "    effect: {data.inventory: 2}",
        "    effect: {data.inventory: 1}",
        &["D605"],
        "data.inventory: 1}",
    ),
    planted(
        "data",
        "    effect: {data.open_data: 1}",
        "    effect: {data.open_data: 0}",
        &["D606"],
        "data.open_data: 0}",
    ),
    planted(
        "base-components",
        "+form_server, components.planned: -form_server}",
        "+form_server}",
        &["D607"],
        "+form_server}",
    ),
    planted(
        "data",
        "    need: 1 - data.inventory / 3",
        "    need: 2 - data.inventory / 3",
        &["D608"],
        "need: 2",
    ),
    planted(
        "data",
        "    need: 1 - count(data.uses) / 4",
        "    need: 1 - count(data.uses)",
        &["D608"],
        "count(data.uses)\n",
    ),
    planted(
        "data",
        "        {municipality.name} has recorded",
        "        {municipality.name} ({data.open_data}) has recorded",
        &["D318", "D609"],
        "{data.open_data})",
    ),
    planted(
        "staff",
        "staff.participation <= 2 ",
        "staff.participation <= 2 && benchmark(\"data.inventory\") > staff.participation ",
        &["D611", "D616"],
        "benchmark(",
    ),
    planted(
        "data",
        "    when: count(data.uses) == 0\n",
        "    when: count(data.uses) == 0 && count(data.uses) < 4\n",
        &["D612"],
        "< 4",
    ),
    planted(
        "data",
        "    when: count(data.uses) == 0\n",
        "    when: count(data.uses) == 0 || count(data.uses) > 3\n",
        &["D613"],
        "> 3",
    ),
    planted(
        "data",
        "    when: data.inventory <= 1\n",
        "    when: data.inventory <= 1 || data.inventory == 0\n",
        &["D614"],
        "|| data.inventory",
    ),
    planted(
        "data",
        "      - when: municipality.population < 10000\n",
        "      - when: municipality.population < 10000 && municipality.kind == \"kreis\"\n",
        &["D615"],
        "10000 && municipality.kind",
    ),
    planted(
        "data",
        "      - when: data.inventory == 1 && \"automation\" !in",
        "      - when: data.inventory == 2 && \"automation\" !in",
        &["D616"],
        "data.inventory == 2 && \"auto",
    ),
];

#[test]
fn planted_mistakes_are_found_where_they_are() {
    let shares = (0..2).map(|share| PLANTED.iter().skip(share).step_by(2));
    let missed: Vec<String> = std::thread::scope(|scope| {
        let shares: Vec<_> =
            shares.map(|share| scope.spawn(|| share.filter_map(missed).collect())).collect();
        shares
            .into_iter()
            .flat_map(|share| -> Vec<String> { share.join().expect("no check panics") })
            .collect()
    });
    assert!(missed.is_empty(), "{}", missed.join("\n\n"));
}

/// What is found instead of the mistake.
fn missed(planted: &Planted) -> Option<String> {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let pack = copy(planted.pack, folder.path());
    let text = fs::read_to_string(pack.join("pack.yaml")).expect("the pack is copied");
    assert!(text.contains(planted.from), "{}", planted.from);
    let text = text.replacen(planted.from, planted.to, 1);
    fs::write(pack.join("pack.yaml"), &text).expect("the file can be written");
    let at = text.find(planted.at).unwrap_or_else(|| panic!("{} is in the file", planted.at));
    let expected_line = text[..at].matches('\n').count() + 1;
    let checked = check(&[&pack]);
    let is_of_pack = |found: &&Diagnostic| {
        found.location().is_some_and(|location| location.contains("pack.yaml"))
    };
    let found: Vec<&Diagnostic> = checked.diagnostics.iter().filter(is_of_pack).collect();
    let codes: Vec<String> = found.iter().map(|found| found.code()).collect();
    let is_found = codes == planted.codes
        && line(found[0]) == Some(expected_line)
        && checked.found_something()
        && checked.is_incomplete() == planted.codes.contains(&"D105");
    let told = || found.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n  ");
    (!is_found).then(|| {
        format!("{} → {} (line {expected_line}):\n  {codes:?} {}", planted.from, planted.to, told())
    })
}

/// A copy of a shipped pack.
fn copy(pack: &str, into: &Path) -> PathBuf {
    let target = into.join(pack);
    fs::create_dir_all(&target).expect("the folder can be made");
    for entry in fs::read_dir(Path::new("rules").join(pack)).expect("the pack is in the repository")
    {
        let path = entry.expect("the folder can be read").path();
        fs::copy(&path, target.join(path.file_name().expect("a file")))
            .expect("the file can be copied");
    }
    target
}
