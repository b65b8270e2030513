//! The report as PDF: accessible and archivable in its structure, always the same bytes, and with
//! nothing in it that a profile or a pack could smuggle in. `tests/pdf/run` has a checker of the
//! standards look at it too.

#[cfg(not(feature = "pdf"))]
mod without {
    use assert_cmd::Command;

    #[test]
    fn a_program_without_pdf_says_so_and_what_helps() {
        let run = |arguments: &[&str]| {
            let mut command = Command::cargo_bin("dteam").expect("the binary is built");
            let output =
                command.env_remove("CLICOLOR_FORCE").args(arguments).output().expect("it runs");
            let text = |bytes| String::from_utf8(bytes).expect("the program speaks text");
            (output.status.code(), text(output.stdout), text(output.stderr))
        };
        let (code, said, complaint) = run(&["advise", "profiles/auetal.yaml", "--format", "pdf"]);
        assert_eq!((code, said.as_str()), (Some(2), ""));
        insta::assert_snapshot!("pdf-not-built", complaint);
        let (_, help, _) = run(&["advise", "--help"]);
        assert!(help.contains("- html:") && !help.contains("- pdf:"), "{help}");
    }
}

#[cfg(feature = "pdf")]
mod with {
    use std::collections::BTreeSet;
    use std::io::Write;
    use std::process::{Command, Stdio};

    use dteam::render::{html_main, pdf};
    use dteam::{Advice, Catalog, Language, Options};

    use crate::survey::catalog;
    use crate::{DE, EN, extension};

    fn advise(catalog: &Catalog, profile: &str, language: Language) -> Advice {
        let profile =
            catalog.profile_from_str("profile.yaml", profile).expect("the profile is sound");
        let options = Options::default()
            .language(language)
            .date(jiff::civil::date(2026, 11, 22))
            .likely(true);
        catalog.advise(&profile, &options).expect("no script fails")
    }

    fn shipped(name: &str, language: Language) -> Advice {
        let profile =
            std::fs::read_to_string(format!("profiles/{name}")).expect("it is in the repository");
        advise(catalog(), &profile, language)
    }

    fn made(advice: &Advice) -> Vec<u8> {
        pdf(advice, 5).expect("every report can be typeset")
    }

    /// A file's structure: what stands in it beside its packed parts.
    fn structure(pdf: &[u8]) -> String {
        assert!(pdf.starts_with(b"%PDF-1.7\n"));
        assert!(pdf.ends_with(b"%%EOF") || pdf.ends_with(b"%%EOF\n"));
        pdf.iter()
            .map(|byte| if byte.is_ascii() { char::from(*byte) } else { '\u{fffd}' })
            .collect()
    }

    /// The texts that stand in `structure` after `key`, as `(text)` or in hexadecimal digits.
    fn texts(structure: &str, key: &str) -> Vec<String> {
        let after = structure.split(key).skip(1);
        let texts = after.filter_map(|rest| match rest.strip_prefix("<FEFF") {
            Some(digits) => {
                let (digits, _) = digits.split_once('>')?;
                let units = digits.as_bytes().chunks(4).map(|unit| {
                    let unit = std::str::from_utf8(unit).expect("digits");
                    u16::from_str_radix(unit, 16).expect("digits")
                });
                Some(String::from_utf16(&units.collect::<Vec<_>>()).expect("whole letters"))
            }
            None => Some(rest.strip_prefix('(')?.split_once(')')?.0.to_owned()),
        });
        texts.collect()
    }

    /// The text of all pages in the order in which it is read, as poppler finds it; nothing where
    /// there is no poppler.
    fn read(pdf: &[u8]) -> Option<String> {
        let mut command = Command::new("pdftotext");
        command
            .args(["-raw", "-enc", "UTF-8", "-", "-"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());
        let mut poppler = command.spawn().ok()?;
        let mut input = poppler.stdin.take().expect("it is piped");
        let pdf = pdf.to_owned();
        let writer = std::thread::spawn(move || input.write_all(&pdf));
        let output = poppler.wait_with_output().expect("poppler ends");
        writer.join().expect("the writer ends").expect("poppler reads all");
        Some(String::from_utf8(output.stdout).expect("poppler writes UTF-8"))
    }

    /// Text without what a line of paper may add or take: blanks, hyphens, places where a line may
    /// end.
    fn letters(text: &str) -> String {
        let added = |letter: &char| {
            letter.is_whitespace() || matches!(letter, '-' | '\u{ad}' | '\u{200b}' | '\u{2060}')
        };
        text.chars().filter(|letter| !added(letter)).collect()
    }

    #[test]
    fn the_same_advice_gives_the_same_bytes() {
        let advice = shipped("quellenried.yaml", DE);
        let first = made(&advice);
        // Other reports in between leave nothing behind.
        made(&advise(catalog(), "{}", EN));
        assert!(first == made(&advice), "two runs differ");
        let dated = structure(&first);
        assert_eq!(texts(&dated, "/CreationDate"), ["D:20261122000000Z"]);
        assert!(dated.contains("<pdfaid:part>2<"));
        // An archive wants a date, and none is invented.
        let mut undated = advice;
        undated.date = None;
        let undated = structure(&made(&undated));
        assert!(!undated.contains("/CreationDate") && !undated.contains("<pdfaid:"), "undated");
        assert!(undated.contains("<pdfuaid:part>1<"));
    }

    #[test]
    fn files_say_what_they_are_and_what_is_seen_in_their_pictures() {
        for (name, language) in [("auetal.yaml", DE), ("kaltenried.yaml", EN)] {
            let advice = shipped(name, language);
            let structure = structure(&made(&advice));
            let held = [
                format!("/Lang({})", language.code()),
                "/MarkInfo<</Marked true".to_owned(),
                "/DisplayDocTitle true".to_owned(),
                "/StructTreeRoot".to_owned(),
                "<pdfuaid:part>1<".to_owned(),
                "<pdfaid:part>2<".to_owned(),
                "<pdfaid:conformance>A<".to_owned(),
            ];
            for held in held {
                assert!(structure.contains(&held), "{name}: {held}");
            }
            let pictures = structure.matches("/S/Figure").count();
            let described = texts(&structure, "/Alt");
            // One for each type, each area that is answered, each line compared.
            let areas = advice.extents.iter().filter(|extent| extent.value.is_some()).count();
            assert_eq!(
                pictures,
                advice.classification.labels.len() + areas + advice.comparison.len()
            );
            assert_eq!(described.len(), pictures);
            for label in advice.classification.labels.values() {
                assert!(
                    described.iter().any(|text| text.starts_with(label.as_str())),
                    "{name}: {label}"
                );
            }

            let bookmarks: BTreeSet<String> = texts(&structure, "/Title").into_iter().collect();
            for step in &advice.steps[..5] {
                assert!(
                    bookmarks.contains(&format!("{}. {}", step.rank, step.title)),
                    "{bookmarks:?}"
                );
            }
            // To each step lead its numbers in both pictures.
            assert!(structure.matches("/Subtype/Link").count() >= 2 * advice.steps.len());
        }
    }

    #[test]
    fn the_report_says_what_the_page_says() {
        let extended = extension::extended();
        let answered = extension::answered(&extended);
        let options = Options::default().language(DE);
        let of_packs = extended.advise(&answered, &options).expect("no script fails");
        for advice in [shipped("kaltenried.yaml", EN), of_packs] {
            let Some(text) = read(&made(&advice)) else {
                println!("poppler is not here, nothing is compared");
                return;
            };
            let text = letters(&text);
            let page = html_main(&advice, 5);
            for said in
                ["<p>", "<li>", "<caption>", "<h2 ", "<dd>", "<td role=\"cell\" class=\"number\""]
            {
                for part in page.split(said).skip(1) {
                    let (_, part) = if said.ends_with('>') {
                        ("", part)
                    } else {
                        part.split_once('>').expect("the tag ends")
                    };
                    let (part, _) = part.split_once("</").expect("the element ends");
                    // Up to the first element within: the rest stands elsewhere on paper.
                    let part = part.split('<').next().unwrap_or_default();
                    let part = part
                        .replace("&quot;", "\"")
                        .replace("&amp;", "&")
                        .replace("&lt;", "<")
                        .replace("&gt;", ">");
                    assert!(text.contains(&letters(&part)), "not in the report: {part}");
                }
            }
            for step in &advice.steps {
                assert!(text.contains(&letters(&step.title)), "{}", step.title);
            }
        }
    }

    #[test]
    fn hostile_texts_are_texts() {
        let hostile = "#panic() $x$ *b* _c_ `r` <a> @b \\\\ // [x] = y";
        let profile = format!(
            "municipality: {{name: \"{hostile}\", kind: stadt, population: 24600}}\ndata: {{inventory: 0}}\n"
        );
        let folder = tempfile::tempdir().expect("a temporary folder");
        let pack = format!(
            "format: 1\nid: trial\nversion: 0.1.0\ntitle: {{de: \"{hostile}\", en: x}}\nabout: {{de: a, en: x}}\n\
             sources:\n  - {{id: guide, title: \"{hostile}\", publisher: \"{hostile}\"}}\nrules:\n  - id: one\n    \
             title: {{de: \"{hostile}\", en: x}}\n    when: data.inventory == 0\n    impact: 5\n    effort: 1\n    \
             why: {{de: \"{hostile}\", en: x}}\n    actions: {{de: [\"{hostile}\", a], en: [a, b]}}\n    effect: {{data.inventory: 3}}\n    \
             source: {{publication: guide, section: \"{hostile}\", facts: [{{title: \"{hostile}\"}}]}}\n"
        );
        std::fs::create_dir(folder.path().join("trial")).expect("the folder can be made");
        std::fs::write(folder.path().join("trial/pack.yaml"), pack)
            .expect("the file can be written");
        let catalog = dteam::load(&[folder.path()]).expect("the pack is sound");
        let advice = advise(&catalog, &profile, DE);
        assert!(advice.steps.iter().any(|step| step.pack == "trial"));
        let made = made(&advice);
        let title = format!("Digitale Kommune: Beratung für {}", hostile.replace("\\\\", "\\"));
        assert!(texts(&structure(&made), "/Title").contains(&title));
    }

    #[test]
    fn any_name_can_be_set() {
        let long = "Donau".repeat(60);
        let wide = "Ort ".repeat(75);
        let names = [
            "\\u0000\\u0007\\u001b[31m\\u009d",
            "\\u202everdreht\\u2066\\u200f",
            "קריית שמונה",
            "مدينة الكويت",
            "北京市 🦊 👩‍👩‍👧 ก้ ",
            "a\\u0323\\u0307\\u0301\\u036f ∂̃ \\ufffd\\ufeff\\u00ad\\u200b\\u2028",
            "\\ue000\\U0010ffff",
            &long,
            &wide,
        ];
        for name in names {
            let profile =
                format!("municipality: {{name: \"{name}\", kind: gemeinde}}\ngoals: [funding]\n");
            let advice = advise(catalog(), &profile, DE);
            made(&advice);
        }
    }

    #[test]
    fn signs_without_a_glyph_are_replaced_and_that_is_said() {
        let text_of = |name: &str| {
            let profile = format!("municipality: {{name: \"{name}\", kind: gemeinde}}\n");
            read(&made(&advise(catalog(), &profile, DE)))
        };
        let (Some(replaced), Some(whole)) = (text_of("Auetal 北京"), text_of("Auetal Ćirić"))
        else {
            println!("poppler is not here, nothing is compared");
            return;
        };
        assert!(
            replaced.contains("Beratung für Auetal ��\n") && replaced.contains("keine Schrift"),
            "{replaced}"
        );
        assert!(
            whole.contains("Beratung für Auetal Ćirić\n") && !whole.contains("keine Schrift"),
            "{whole}"
        );
    }

    #[test]
    fn the_command_line_writes_the_same_file() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("report.pdf");
        let mut command = assert_cmd::Command::cargo_bin("dteam").expect("the binary is built");
        command
            .args([
                "advise",
                "profiles/quellenried.yaml",
                "--format",
                "pdf",
                "--date",
                "2026-11-22",
                "-o",
            ])
            .arg(&path);
        command.assert().success();
        let written = std::fs::read(path).expect("the report is written");
        assert!(written == made(&shipped("quellenried.yaml", DE)));
    }

    #[cfg(unix)]
    #[test]
    fn a_screen_is_spared() {
        let program = assert_cmd::cargo::cargo_bin("dteam");
        let command = format!(
            "{} advise profiles/quellenried.yaml --format pdf --color never",
            program.display()
        );
        let mut screen = rexpect::spawn(&command, Some(60_000)).expect("there is a terminal");
        screen.exp_string("D905").expect("it says what to do");
        let rest = screen.exp_eof().expect("it ends");
        assert!(rest.contains("-o bericht.pdf") && !rest.contains("%PDF"), "{rest}");
    }
}
