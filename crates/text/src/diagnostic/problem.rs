//! Every kind of problem. The wording is in `locales/*.ftl` under the problem's code, the fix in
//! its attributes `help` and `nearest` (used where a similar valid name exists).

use serde::Serialize;
use serde_json::Value;

use crate::language::{Localized, Unclear};

/// What stands in a file where something else was expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Found {
    /// Nothing, or `null`.
    Nothing,
    /// A text, or a word without quotes.
    Text,
    /// A number.
    Number,
    /// `true` or `false`.
    Flag,
    /// A list.
    List,
    /// A mapping of keys to values.
    Map,
}

/// A kind of problem with its particulars. The serialised `problem` is its stable name.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "problem", rename_all = "kebab-case")]
#[allow(missing_docs, reason = "each variant's text is its message in locales/en.ftl")]
pub enum Problem {
    // Files
    NotReadable {
        path: String,
        reason: String,
    },
    NotUtf8 {
        path: String,
        offset: usize,
    },
    Utf16 {
        path: String,
    },
    TooLarge {
        path: String,
        most_kib: usize,
    },
    EmptyFile,
    NotWritable {
        path: String,
        reason: String,
    },
    OutputIsInput {
        path: String,
    },
    OutputExists {
        path: String,
    },
    NotAnEpoch {
        value: String,
    },
    NothingToCheck {
        path: String,
    },
    UnknownCode {
        code: String,
        nearest: Option<String>,
    },
    NotListening {
        address: String,
        reason: String,
    },
    NotAHost {
        value: String,
        nearest: Option<String>,
    },
    NotPrintable {
        reason: String,
    },

    // YAML
    NotYaml {
        detail: String,
        slip: &'static str,
    },
    NotJson {
        detail: String,
        slip: &'static str,
    },
    InvisibleBlank {
        code: String,
    },
    TypographicQuotes,
    TabIndentation,
    SecondDocument,
    KeyNotText,
    UnknownAlias,
    DuplicateKey {
        key: String,
        first_line: usize,
    },
    TooManyNodes {
        most: usize,
    },
    TooDeep,
    MergeKey,
    TagNotAllowed {
        tag: String,
    },
    QuotesNeeded,
    CutAtComma {
        before: String,
        behind: String,
        number: &'static str,
    },
    NotTranslated {
        language: &'static str,
        other: &'static str,
    },
    Unfinished {
        text: String,
    },
    TooManyProblems {
        shown: usize,
    },

    // The form of a file
    UnknownKey {
        key: String,
        known: String,
        nearest: Option<String>,
    },
    MissingKey {
        key: String,
    },
    MissingLanguage {
        language: &'static str,
    },
    WrongKind {
        expected: &'static str,
        found: Found,
    },
    FormatVersion {
        found: String,
        supported: usize,
    },
    NotInRange {
        value: String,
        min: String,
        max: String,
    },
    NotAnAddress {
        value: String,
    },
    NotADate {
        value: String,
    },
    NotAnId {
        value: String,
        /// `name` where expressions read it, else `id`.
        form: &'static str,
        nearest: Option<String>,
    },
    NotASlug {
        value: String,
        nearest: Option<String>,
    },
    EmptyText,
    NotAVersion {
        value: String,
    },

    // Answers of a profile, a case or an effect
    UnknownQuestion {
        question: String,
        /// `top` for a key on its own, which a pack could bring; `below` for one of a group.
        level: &'static str,
        known: String,
        nearest: Option<String>,
    },
    UnknownOption {
        question: String,
        option: String,
        options: String,
        nearest: Option<String>,
    },
    ExpectedOption {
        question: String,
        found: Found,
        options: String,
    },
    ExpectedOptions {
        question: String,
        found: Found,
        options: String,
    },
    ExpectedNumber {
        question: String,
        found: Found,
        min: String,
        max: String,
        nearest: Option<String>,
    },
    ExpectedFlag {
        question: String,
        found: Found,
        nearest: Option<String>,
    },
    ExpectedText {
        question: String,
        found: Found,
    },
    AnswerOutOfRange {
        question: String,
        value: String,
        min: String,
        max: String,
    },
    NotWhole {
        question: String,
        value: String,
        nearest: Option<String>,
    },
    PercentFraction {
        question: String,
        value: String,
        nearest: Option<String>,
    },
    TooManyChoices {
        question: String,
        count: usize,
        limit: usize,
    },
    RepeatedChoice {
        question: String,
        option: String,
    },
    Contradiction {
        question: String,
        /// As the survey explains it.
        #[serde(skip)]
        message: Localized,
    },
    SectionNotMap {
        section: String,
        found: Found,
        questions: String,
    },
    NotAnAssumption {
        text: String,
        nearest: Option<String>,
    },
    AnswerNotPlaced {
        question: String,
    },
    NumberUnclear {
        question: String,
        written: String,
        why: Unclear,
        nearest: Option<String>,
    },
    TextTooLong {
        question: String,
        count: usize,
        max: usize,
    },
    /// A profile was read with another catalog than the one that is to advise it.
    OtherCatalog,

    // Expressions
    ExpressionSyntax {
        detail: String,
        slip: &'static str,
        /// What is written, where another operator is meant; empty otherwise.
        written: String,
        instead: String,
    },
    ExpressionUnsupported {
        what: String,
    },
    UnknownPath {
        path: String,
        nearest: Option<String>,
    },
    UnknownFunction {
        name: String,
        nearest: Option<String>,
    },
    ArgumentCount {
        function: String,
        expected: usize,
        found: usize,
    },
    ArgumentKind {
        function: String,
        expected: String,
        found: String,
    },
    TypeMismatch {
        expected: String,
        found: String,
    },
    Incomparable {
        left: String,
        right: String,
    },
    UnknownComparedOption {
        question: String,
        option: String,
        options: String,
        nearest: Option<String>,
    },
    UnknownMunicipalityType {
        name: String,
        types: String,
        nearest: Option<String>,
    },
    WholeNumberDivision,
    DivisionByZero,
    NumberTooLarge {
        number: String,
    },
    NoBenchmark {
        question: String,
        available: String,
    },
    UnclosedPlaceholder,
    TooManyPlaceholders {
        most: usize,
    },
    StrayBrace,
    ValueLeftOut {
        value: String,
        language: &'static str,
    },

    // Survey, typology, benchmarks
    DuplicateId {
        id: String,
    },
    UnknownSection {
        section: String,
        nearest: Option<String>,
    },
    UnknownKindOfQuestion {
        kind: String,
        kinds: String,
        nearest: Option<String>,
    },
    TooManyOptions {
        most: usize,
    },
    TooManyQuestions {
        most: usize,
    },
    QuestionWithinQuestion {
        inner: String,
        outer: String,
    },
    QuestionKind {
        question: String,
        expected: &'static str,
    },
    CentreSum {
        id: String,
        sum: String,
        expected: String,
    },
    CentreIncomplete {
        id: String,
        option: String,
    },
    ValueCount {
        expected: usize,
        found: usize,
    },
    SharesSum {
        sum: String,
    },
    OptionNeeded {
        question: String,
    },
    OptionNotAllowed {
        question: String,
    },

    // Packs
    PackIdNotFolder {
        id: String,
        folder: String,
    },
    DuplicatePack {
        id: String,
        first: String,
    },
    ActionCount {
        found: usize,
    },
    ActionsDiffer {
        language: &'static str,
        count: usize,
        other: &'static str,
        other_count: usize,
    },
    NeverValid,
    NotDays,
    NotOneOf {
        key: String,
        name: String,
        known: String,
        nearest: Option<String>,
    },
    EffectOnFixed {
        question: String,
    },
    UnknownTable {
        table: String,
    },
    UnknownPublication {
        publication: String,
        known: String,
        nearest: Option<String>,
    },
    SectionNotInSource {
        section: String,
        known: String,
        nearest: Option<String>,
    },
    DateInFuture {
        date: String,
        today: String,
    },
    UnknownRule {
        rule: String,
        nearest: Option<String>,
    },
    UnknownFact {
        fact: String,
        nearest: Option<String>,
    },
    RecheckBeforeChecked {
        checked: String,
        recheck: String,
    },
    NoStatesQuestion,
    UnknownCertainty {
        certainty: String,
        known: String,
        nearest: Option<String>,
    },
    RecheckDue {
        fact: String,
        checked: String,
        recheck: String,
    },
    UnusedFact {
        fact: String,
    },
    AfterCycle {
        cycle: String,
        rules: usize,
    },
    FunctionNotDefined {
        name: String,
        arguments: usize,
    },
    ScriptSyntax {
        detail: String,
    },
    EffectOnFlagOrNumber {
        question: String,
    },
    ScriptFailed {
        rule: String,
        function: String,
        detail: String,
    },
    UnreadablePath {
        path: String,
    },
    UnknownLanguage {
        language: String,
        known: String,
        nearest: Option<String>,
    },
    NothingChanged,
    OffAndChanged {
        key: String,
    },
    OwnRuleChanged {
        rule: String,
    },
    RuleChangedTwice {
        rule: String,
        one: String,
        other: String,
    },
    NotARulesFolder {
        path: String,
    },
    NoRules {
        path: String,
    },
    UnknownPack {
        pack: String,
        known: String,
        nearest: Option<String>,
    },
    PackNameTaken {
        id: String,
    },

    // Found by trying out the answers there can be
    NeverFires,
    AlwaysFires,
    SameStep {
        other: String,
    },
    ContainedIn {
        other: String,
    },
    EffectKeepsFiring,
    EffectChangesNothing {
        question: String,
    },
    CoversCircle {
        rule: String,
    },
    ComesBetween {
        rule: String,
        between: String,
    },
    NeverCovers {
        rule: String,
    },
    ComesTooLate {
        rule: String,
    },
    EffectContradicts {
        question: String,
        message: String,
    },
    LeavesRange {
        key: &'static str,
        value: String,
        min: String,
        max: String,
    },
    PlaceholderUnanswered {
        question: String,
    },
    UnreadQuestion {
        question: String,
    },
    WrongScale {
        left: String,
        right: String,
    },
    TestAlwaysTrue {
        test: String,
    },
    TestAlwaysFalse {
        test: String,
    },
    TestWithoutInfluence {
        test: String,
    },
    VariantNeverChosen,
    NoteNeverAdded,
    VariantAlwaysChosen,
    NoteAlwaysAdded,
    NotProven,
    NoNumber {
        key: &'static str,
    },
    MoreOverlaps {
        count: usize,
    },
    NoOutcome,

    // Cases
    RuleNamedTwice {
        rule: String,
        list: String,
    },
    NothingExpected {
        key: String,
    },
    CasesNotAdded {
        path: String,
    },
    RevisionNotReadable {
        revision: String,
        reason: String,
    },
    NoSuchPart {
        rule: String,
        key: String,
        count: usize,
    },
    UnknownBasis {
        basis: String,
        nearest: Option<String>,
    },
    CaseNotUpdated {
        case: String,
    },
    NoPacks,
    NoCaseMatches {
        filter: String,
    },
    NoCases {
        path: String,
    },

    // Many profiles
    NoRecords {
        path: String,
    },
    CellCount {
        found: usize,
        expected: usize,
    },
    CellNotClosed,
    OptionsNotSeparated {
        question: String,
        nearest: Option<String>,
    },
    RecordNotUtf8,
    RecordTooLarge {
        most_kib: usize,
    },
    ArrayNotClosed,
    NotAnArray,
    EmptyRecord,
    RecordNotJson {
        detail: String,
        slip: &'static str,
    },
    NotOneObjectALine {
        lines: usize,
        form: &'static str,
    },
    AfterTheList,
    IdNotExact {
        id: String,
    },
    RecordNotObject {
        found: Found,
    },
    RunUnfinished {
        path: String,
    },
    NothingToResume {
        path: String,
    },
    ResumedOtherwise {
        setting: String,
        before: String,
        now: String,
    },
    InputChanged {
        path: String,
    },
    OutputChanged {
        path: String,
    },
    FormsMixed {
        path: String,
        other: String,
    },
    NoInput,
    BoundsNotRising,
    OutputTwice {
        path: String,
    },
    ColumnWithoutName {
        column: usize,
    },
    UnknownEncoding {
        encoding: String,
        nearest: Option<String>,
    },
    InputNotUtf8 {
        path: String,
        encoding: &'static str,
    },
    RunUnderWay {
        path: String,
        process: String,
        since: String,
    },
    JournalChanged {
        path: String,
    },
    EmptyInput {
        path: String,
    },
    NotAReport {
        path: String,
    },

    // Workbooks
    WorkbookNotReadable {
        path: String,
        why: &'static str,
    },
    UnknownSheet {
        path: String,
        sheet: String,
        known: String,
        nearest: Option<String>,
    },
    FormulasWithoutValue {
        path: String,
        sheet: String,
        cells: String,
    },
    CellError {
        error: String,
    },
    HiddenRows {
        path: String,
        sheet: String,
        rows: String,
    },
    HiddenColumns {
        path: String,
        sheet: String,
        columns: String,
    },
    MergedCells {
        path: String,
        sheet: String,
        cells: String,
    },
    WorkbooksNotBuilt {
        path: String,
    },
    OtherSheets {
        path: String,
        sheet: String,
        others: String,
    },
    OneMunicipality {
        path: String,
        count: usize,
    },

    // Council papers
    NotAPeriod {
        text: String,
    },
    NotHalfDays,
    NoColumnForPlan,
    AskedTwice {
        rule: String,
        one: String,
        other: String,
    },
    PeriodOutside {
        rule: Option<String>,
        period: String,
        first: String,
        last: String,
    },
    NoTimeToPlan,
    FixedNotOpen {
        rule: String,
        part_of: Option<String>,
    },
    FixedTooEarly {
        rule: String,
        period: String,
        awaited: String,
    },
    FixedWithoutRoom {
        rule: String,
        period: String,
    },
    FixedSettled {
        rule: String,
        period: String,
        by: String,
    },
    NotAPlan {
        path: String,
        reason: String,
    },
    TeamOfOne,
    SameName {
        name: String,
        first: String,
        other: String,
    },
    NoGroups {
        question: String,
    },
    GroupOfOne {
        group: String,
    },

    // Pages that need no server
    NotAnApp {
        path: String,
    },
    AppOfOtherVersion {
        path: String,
        theirs: String,
        ours: String,
    },
    NoAppTemplate {
        path: String,
    },
    AppToTerminal,

    // Calls from other languages
    NotARequest {
        reason: String,
    },
    UnknownCall {
        call: String,
        nearest: Option<String>,
    },
    NullPointer {
        argument: &'static str,
    },
    CaughtFault {
        detail: String,
    },
    NotACatalog,
    NoStart,
    StrayFile {
        path: String,
    },
    NotServed {
        reason: String,
    },

    UnknownStep {
        step: String,
        known: String,
        nearest: Option<String>,
    },
    NothingToDecide,
    ForCouncilPapers {
        option: String,
    },
    // The report as PDF
    PdfNotBuilt,
    PdfToTerminal,
    PdfNotMade {
        reason: String,
    },
}

impl Problem {
    /// The stable code, such as `D202`.
    pub fn code(&self) -> String {
        super::code::number(&self.name()).unwrap_or_default()
    }

    /// The stable name, such as `unknown-option`.
    pub fn name(&self) -> String {
        match serde_json::to_value(self) {
            Ok(Value::Object(mut fields)) => match fields.remove("problem") {
                Some(Value::String(code)) => code,
                _ => String::new(),
            },
            _ => String::new(),
        }
    }

    /// The question whose answer is at fault by itself: another answer would fix it.
    pub fn faulty_answer(&self) -> Option<&str> {
        match self {
            Problem::UnknownOption { question, .. }
            | Problem::ExpectedOption { question, .. }
            | Problem::ExpectedOptions { question, .. }
            | Problem::ExpectedNumber { question, .. }
            | Problem::ExpectedFlag { question, .. }
            | Problem::ExpectedText { question, .. }
            | Problem::AnswerOutOfRange { question, .. }
            | Problem::NotWhole { question, .. }
            | Problem::NumberUnclear { question, .. }
            | Problem::TextTooLong { question, .. }
            | Problem::TooManyChoices { question, .. }
            | Problem::RepeatedChoice { question, .. } => Some(question),
            _ => None,
        }
    }

    /// The question whose answer is at fault, by itself or beside another.
    pub fn question(&self) -> Option<&str> {
        match self {
            Problem::Contradiction { question, .. } | Problem::PercentFraction { question, .. } => {
                Some(question)
            }
            _ => self.faulty_answer(),
        }
    }

    /// The file or folder it names, where it is about one.
    pub fn path(&self) -> Option<&str> {
        match self {
            Problem::NotReadable { path, .. }
            | Problem::NotUtf8 { path, .. }
            | Problem::Utf16 { path }
            | Problem::InputNotUtf8 { path, .. }
            | Problem::EmptyInput { path }
            | Problem::NotAReport { path }
            | Problem::NotAnApp { path }
            | Problem::AppOfOtherVersion { path, .. }
            | Problem::NoAppTemplate { path }
            | Problem::WorkbookNotReadable { path, .. }
            | Problem::UnknownSheet { path, .. }
            | Problem::FormulasWithoutValue { path, .. }
            | Problem::HiddenRows { path, .. }
            | Problem::HiddenColumns { path, .. }
            | Problem::MergedCells { path, .. }
            | Problem::WorkbooksNotBuilt { path }
            | Problem::OtherSheets { path, .. }
            | Problem::OneMunicipality { path, .. }
            | Problem::TooLarge { path, .. }
            | Problem::NotWritable { path, .. }
            | Problem::OutputIsInput { path }
            | Problem::OutputExists { path }
            | Problem::NothingToCheck { path }
            | Problem::DuplicatePack { first: path, .. }
            | Problem::NotARulesFolder { path }
            | Problem::NoRules { path }
            | Problem::NoCases { path }
            | Problem::NoRecords { path }
            | Problem::StrayFile { path } => Some(path),
            _ => None,
        }
    }

    /// Answers that cannot both be right, or hardly can.
    pub fn is_contradiction(&self) -> bool {
        matches!(self, Problem::Contradiction { .. })
    }
}
