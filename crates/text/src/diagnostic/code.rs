//! The numbers of problems: short names that never change, for people to look up and for other
//! programs to refer to.

/// Each problem's name and number. A number is for ever: one that is no longer in use is not given
/// again.
const NUMBERS: &[(&str, u16)] = &[
    // Files
    ("not-readable", 1),
    ("not-utf8", 2),
    ("too-large", 3),
    ("empty-file", 4),
    ("not-writable", 5),
    ("output-is-input", 6),
    ("output-exists", 7),
    ("not-an-epoch", 8),
    ("nothing-to-check", 9),
    ("unknown-code", 10),
    // YAML
    ("not-yaml", 11),
    ("tab-indentation", 12),
    ("second-document", 13),
    ("key-not-text", 14),
    ("unknown-alias", 15),
    ("duplicate-key", 16),
    ("too-many-nodes", 17),
    ("too-deep", 18),
    ("merge-key", 19),
    ("tag-not-allowed", 20),
    ("too-many-problems", 21),
    ("quotes-needed", 22),
    // Connections
    ("not-listening", 23),
    // Standard output
    ("not-printable", 24),
    // JSON, and what cannot be seen
    ("not-json", 30),
    ("invisible-blank", 31),
    ("typographic-quotes", 32),
    ("utf16", 33),
    // Hosts
    ("not-a-host", 35),
    // The form of a file
    ("unknown-key", 101),
    ("missing-key", 102),
    ("missing-language", 103),
    ("wrong-kind", 104),
    ("format-version", 105),
    ("not-in-range", 106),
    ("not-a-date", 107),
    ("not-an-id", 108),
    ("not-a-slug", 109),
    ("empty-text", 110),
    ("not-a-version", 111),
    ("cut-at-comma", 112),
    ("not-translated", 113),
    ("unfinished", 114),
    // Answers of a profile, a case or an effect
    ("unknown-question", 201),
    ("unknown-option", 202),
    ("expected-option", 203),
    ("expected-options", 204),
    ("expected-number", 205),
    ("expected-flag", 206),
    ("expected-text", 207),
    ("answer-out-of-range", 208),
    ("not-whole", 209),
    ("percent-fraction", 210),
    ("too-many-choices", 211),
    ("repeated-choice", 212),
    ("contradiction", 213),
    ("section-not-map", 214),
    ("not-an-assumption", 215),
    ("answer-not-placed", 216),
    ("number-unclear", 217),
    ("text-too-long", 220),
    ("other-catalog", 221),
    // Expressions
    ("expression-syntax", 301),
    ("expression-unsupported", 302),
    ("unknown-path", 303),
    ("unknown-function", 304),
    ("argument-count", 305),
    ("argument-kind", 306),
    ("type-mismatch", 307),
    ("incomparable", 308),
    ("unknown-compared-option", 309),
    ("unknown-municipality-type", 310),
    ("whole-number-division", 311),
    ("division-by-zero", 312),
    ("no-benchmark", 313),
    ("unclosed-placeholder", 314),
    ("too-many-placeholders", 315),
    ("stray-brace", 316),
    ("number-too-large", 317),
    ("value-left-out", 318),
    // Survey, typology, benchmarks
    ("duplicate-id", 401),
    ("unknown-section", 402),
    ("unknown-kind-of-question", 403),
    ("too-many-options", 404),
    ("question-kind", 405),
    ("centre-sum", 406),
    ("centre-incomplete", 407),
    ("value-count", 408),
    ("shares-sum", 409),
    ("option-needed", 410),
    ("option-not-allowed", 411),
    ("too-many-questions", 412),
    ("question-within-question", 413),
    ("unreadable-path", 414),
    ("unknown-language", 415),
    // Packs
    ("pack-id-not-folder", 501),
    ("duplicate-pack", 502),
    ("action-count", 503),
    ("actions-differ", 504),
    ("never-valid", 505),
    ("effect-on-fixed", 506),
    ("unknown-table", 507),
    ("unknown-rule", 508),
    ("after-cycle", 509),
    ("function-not-defined", 510),
    ("script-syntax", 511),
    ("effect-on-flag-or-number", 512),
    ("script-failed", 513),
    ("not-a-rules-folder", 514),
    ("no-rules", 515),
    ("nothing-changed", 516),
    ("off-and-changed", 517),
    ("own-rule-changed", 518),
    ("rule-changed-twice", 519),
    ("unknown-pack", 520),
    ("pack-name-taken", 521),
    ("revision-not-readable", 522),
    ("unknown-publication", 530),
    ("section-not-in-source", 531),
    ("not-an-address", 532),
    ("date-in-future", 533),
    // Found by trying out the answers there can be
    ("never-fires", 601),
    ("always-fires", 602),
    ("same-step", 603),
    ("contained-in", 604),
    ("effect-keeps-firing", 605),
    ("effect-changes-nothing", 606),
    ("effect-contradicts", 607),
    ("leaves-range", 608),
    ("placeholder-unanswered", 609),
    ("unread-question", 610),
    ("wrong-scale", 611),
    ("test-always-true", 612),
    ("test-always-false", 613),
    ("test-without-influence", 614),
    ("variant-never-chosen", 615),
    ("note-never-added", 616),
    ("not-proven", 617),
    ("no-number", 618),
    ("more-overlaps", 619),
    ("no-outcome", 620),
    ("variant-always-chosen", 621),
    ("note-always-added", 622),
    // Cases
    ("rule-named-twice", 701),
    ("nothing-expected", 702),
    ("unknown-basis", 703),
    ("case-not-updated", 704),
    ("no-packs", 705),
    ("no-case-matches", 706),
    ("no-cases", 707),
    ("no-such-part", 708),
    ("cases-not-added", 709),
    // Many profiles
    ("no-records", 801),
    ("cell-count", 802),
    ("cell-not-closed", 803),
    ("options-not-separated", 804),
    ("record-not-utf8", 805),
    ("record-too-large", 806),
    ("array-not-closed", 807),
    ("not-an-array", 808),
    ("empty-record", 809),
    ("run-unfinished", 810),
    ("nothing-to-resume", 811),
    ("resumed-otherwise", 812),
    ("input-changed", 813),
    ("output-changed", 814),
    ("forms-mixed", 815),
    ("no-input", 816),
    ("bounds-not-rising", 817),
    ("output-twice", 818),
    ("record-not-json", 819),
    ("record-not-object", 820),
    ("run-under-way", 821),
    ("journal-changed", 822),
    ("empty-input", 823),
    ("not-a-report", 824),
    ("column-without-name", 830),
    ("unknown-encoding", 831),
    ("input-not-utf8", 832),
    ("not-one-object-a-line", 840),
    ("id-not-exact", 841),
    ("after-the-list", 842),
    // Council papers
    ("unknown-step", 901),
    ("nothing-to-decide", 902),
    ("for-council-papers", 903),
    // The report as PDF
    ("pdf-not-built", 904),
    ("pdf-to-terminal", 905),
    ("pdf-not-made", 906),
];

/// The number of a problem of that name, such as `D012`.
pub fn number(name: &str) -> Option<String> {
    NUMBERS.iter().find(|(known, _)| *known == name).map(|(_, number)| written(*number))
}

/// The name of the problem that `code` means, a number or a name in any case.
pub fn name(code: &str) -> Option<&'static str> {
    let folded = code.to_lowercase();
    let found = NUMBERS
        .iter()
        .find(|(name, number)| *name == folded || written(*number).to_lowercase() == folded);
    found.map(|(name, _)| *name)
}

/// The names and numbers of all problems, in the order of their numbers.
pub fn all() -> impl Iterator<Item = (&'static str, String)> {
    NUMBERS.iter().map(|(name, number)| (*name, written(*number)))
}

fn written(number: u16) -> String {
    format!("D{number:03}")
}
