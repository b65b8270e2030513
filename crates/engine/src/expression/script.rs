//! The functions of a pack's `.rhai` files, run by Rhai in a sandbox: they get their arguments, and
//! nothing else.
//!
//! There are no modules, files, clock or `eval` (left out of the build or switched off), no output,
//! and every call has limits.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock, RwLock};

use rhai::packages::{
    ArithmeticPackage, BasicArrayPackage, BasicIteratorPackage, BasicMapPackage, BasicMathPackage,
    BasicStringPackage, LogicPackage, MoreStringPackage, Package,
};
use rhai::{AST, Dynamic, Engine, EvalAltResult, ImmutableString, Position, Scope};

use dteam_text::diagnostic::{Location, SourceFile};
use dteam_text::language::Localized;

/// Far more than a rule's calculation needs: some hundred.
const MAX_OPERATIONS: u64 = 10_000;

/// One operation may look at a whole list or text, so these have to be short for a call to be over
/// soon; a question has 64 options at most.
const MAX_LIST_LENGTH: usize = 100;
const MAX_TEXT_LENGTH: usize = 1_000;

/// Longer scripts are refused: Rhai's parser takes time that grows with the square of some of their
/// parts.
pub const MAX_SCRIPT_BYTES: usize = 32 * 1024;

/// The kinds of value a function takes and returns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A number.
    Number,
    /// Yes or no.
    Flag,
    /// A text, or the id of an option.
    Text,
    /// The ids of options.
    List,
}

impl Kind {
    /// The names, in the order of the variants.
    pub const NAMES: [&'static str; 4] = ["number", "flag", "text", "list"];

    /// The names of the kinds a function can return.
    pub const RETURNED: [&'static str; 2] = ["number", "flag"];

    /// The kind of that name.
    pub fn named(name: &str) -> Option<Kind> {
        [Kind::Number, Kind::Flag, Kind::Text, Kind::List]
            .into_iter()
            .find(|kind| kind.name() == name)
    }

    /// Its name in `pack.yaml`.
    pub fn name(self) -> &'static str {
        Kind::NAMES[self as usize]
    }
}

/// A function as the pack declares it.
#[derive(Debug)]
pub struct Function {
    /// Its name in expressions.
    pub name: String,
    /// What it takes.
    pub arguments: Vec<Kind>,
    /// What it returns: a number or a flag.
    pub returns: Kind,
    /// What it is for, in the handbook.
    pub help: Localized,
    /// The scripts that define it.
    pub script: Arc<Script>,
    /// What calls came to.
    pub known: Known,
}

/// The scripts of a pack: one to those that call it.
#[derive(Debug)]
pub struct Script {
    pub(super) compiled: AST,
    /// The files, in their order.
    pub files: Vec<Arc<SourceFile>>,
}

impl Script {
    /// Whether there is a function of that name that takes this number of arguments.
    pub fn defines(&self, name: &str, arguments: usize) -> bool {
        self.compiled
            .iter_functions()
            .any(|defined| defined.name == name && defined.params.len() == arguments)
    }
}

/// A script that is none: its file, and what is wrong where.
pub type NoScript<'f> = (&'f Arc<SourceFile>, Position, String);

/// What calls of a function came to. A function sees its arguments and nothing else, so the same
/// arguments have the same outcome, and running a script takes a hundred times as long as looking
/// it up.
#[derive(Debug, Default)]
pub struct Known(RwLock<HashMap<Box<[u64]>, Outcome>>);

/// As many as are worth their memory; arguments that vary without end do not come again.
const MAX_KNOWN: usize = 4096;

impl Known {
    /// What a call with these arguments came to.
    pub fn get(&self, arguments: &[u64]) -> Option<Outcome> {
        self.0.read().ok()?.get(arguments).copied()
    }

    fn add(&self, arguments: &[u64], outcome: Outcome) {
        // Nobody waits for it: what is not kept is computed again.
        let Ok(mut known) = self.0.try_write() else { return };
        if known.len() >= MAX_KNOWN {
            known.clear();
        }
        known.insert(arguments.into(), outcome);
    }
}

/// An argument of a call.
#[derive(Debug)]
pub enum Argument<'a> {
    /// A number.
    Number(f64),
    /// Yes or no.
    Flag(bool),
    /// A text, or the id of an option.
    Text(&'a str),
    /// The ids of options.
    List(Vec<&'a str>),
}

/// What a call came to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Outcome {
    /// A number.
    Number(f64),
    /// Yes or no.
    Flag(bool),
}

impl Outcome {
    /// The number, if it is one.
    pub fn number(self) -> Option<f64> {
        match self {
            Outcome::Number(number) => Some(number),
            Outcome::Flag(_) => None,
        }
    }

    /// The flag, if it is one.
    pub fn flag(self) -> Option<bool> {
        match self {
            Outcome::Flag(flag) => Some(flag),
            Outcome::Number(_) => None,
        }
    }
}

/// A call that came to nothing: an error in the script, or a limit reached.
#[derive(Debug, Clone, PartialEq)]
pub struct Failure {
    /// A keyword for what has words of our own in each language, else the engine's words.
    pub detail: String,
    /// The name of the function.
    pub function: String,
    /// Where the function is called.
    pub location: Location,
    /// The rule that was being evaluated, by its index in the catalog.
    pub rule: Option<usize>,
}

/// Where scripts run. Made when the first one is called: most catalogs have none.
#[derive(Debug, Default)]
pub struct Scripts {
    sandbox: OnceLock<Engine>,
    /// What calls came to, where they are to be remembered: with the same arguments, a function
    /// always comes to the same.
    remembered: Option<Mutex<HashMap<Called, Result<Outcome, String>>>>,
    /// A script, and the one that runs in its place.
    instead: Option<(Arc<Script>, Script)>,
}

/// A call: the function's address, and its arguments.
type Called = (usize, Vec<Key>);

#[derive(Debug, PartialEq, Eq, Hash)]
enum Key {
    Number(u64),
    Flag(bool),
    Text(String),
    List(Vec<String>),
}

impl From<&Argument<'_>> for Key {
    fn from(argument: &Argument<'_>) -> Self {
        match argument {
            Argument::Number(number) => Key::Number(number.to_bits()),
            Argument::Flag(flag) => Key::Flag(*flag),
            Argument::Text(text) => Key::Text((*text).to_owned()),
            Argument::List(items) => {
                Key::List(items.iter().map(|item| (*item).to_owned()).collect())
            }
        }
    }
}

impl Scripts {
    /// Compiles a pack's scripts, as far as they can be; and what is wrong with the others.
    pub fn compile<'f>(&self, files: &'f [Arc<SourceFile>]) -> (Script, Vec<NoScript<'f>>) {
        let mut wrong = Vec::new();
        let mut compiled = AST::empty();
        for file in files {
            match self.engine().compile(file.text.as_ref()) {
                Ok(script) => compiled = compiled.merge(&script),
                Err(error) => wrong.push((file, error.position(), error.err_type().to_string())),
            }
        }
        (Script { compiled, files: files.to_vec() }, wrong)
    }

    /// Scripts among which the pack's `script` runs as if its file at `position` had another text;
    /// `None` if that is no script.
    pub fn with_changed(script: &Arc<Script>, position: usize, text: &str) -> Option<Scripts> {
        let mut files = script.files.clone();
        let file = files.get_mut(position)?;
        *file = SourceFile::new(file.name.clone(), text);
        let mut scripts = Scripts::remembering();
        let (changed, wrong) = scripts.compile(&files);
        let is_script = wrong.is_empty();
        drop(wrong);
        scripts.instead = Some((Arc::clone(script), changed));
        is_script.then_some(scripts)
    }

    /// Where the same calls come over and over again, with functions that stay where they are.
    pub fn remembering() -> Self {
        Scripts { remembered: Some(Mutex::default()), ..Scripts::default() }
    }

    /// Whether functions remember their calls themselves. Where calls are counted they do not: what
    /// others have asked must not show.
    pub fn functions_remember(&self) -> bool {
        self.remembered.is_none()
    }

    /// How many calls are remembered.
    pub fn remembered(&self) -> usize {
        self.remembered
            .as_ref()
            .map_or(0, |remembered| remembered.lock().map_or(0, |remembered| remembered.len()))
    }

    /// Calls the function, and remembers the outcome for these arguments where they have a key.
    pub fn call(
        &self,
        function: &Function,
        arguments: &[Argument<'_>],
        key: Option<&[u64]>,
    ) -> Result<Outcome, String> {
        let Some(remembered) = &self.remembered else {
            let outcome = self.run(function, arguments);
            if let (Ok(outcome), Some(key)) = (&outcome, key) {
                function.known.add(key, *outcome);
            }
            return outcome;
        };
        let called =
            (std::ptr::from_ref(function).addr(), arguments.iter().map(Key::from).collect());
        let known = remembered.lock().ok().and_then(|remembered| remembered.get(&called).cloned());
        known.unwrap_or_else(|| {
            let outcome = self.run(function, arguments);
            if let Ok(mut remembered) = remembered.lock() {
                remembered.insert(called, outcome.clone());
            }
            outcome
        })
    }

    fn run(&self, function: &Function, arguments: &[Argument<'_>]) -> Result<Outcome, String> {
        let arguments: Vec<Dynamic> = arguments.iter().map(dynamic).collect();
        let script = match &self.instead {
            Some((script, instead)) if Arc::ptr_eq(script, &function.script) => instead,
            _ => function.script.as_ref(),
        };
        let returned: Dynamic = self
            .engine()
            .call_fn(&mut Scope::new(), &script.compiled, &function.name, arguments)
            .map_err(|error| root_cause(*error))?;
        let outcome = match function.returns {
            Kind::Flag => returned.as_bool().ok().map(Outcome::Flag),
            _ => number(&returned).map(Outcome::Number),
        };
        outcome.ok_or_else(|| match (returned.is_float(), function.returns) {
            (true, Kind::Number) => "not-finite".to_owned(),
            (_, Kind::Flag) => "not-a-flag".to_owned(),
            _ => "not-a-number".to_owned(),
        })
    }

    fn engine(&self) -> &Engine {
        self.sandbox.get_or_init(sandbox)
    }
}

fn sandbox() -> Engine {
    let mut engine = Engine::new_raw();
    ArithmeticPackage::new().register_into_engine(&mut engine);
    LogicPackage::new().register_into_engine(&mut engine);
    BasicMathPackage::new().register_into_engine(&mut engine);
    BasicStringPackage::new().register_into_engine(&mut engine);
    MoreStringPackage::new().register_into_engine(&mut engine);
    BasicArrayPackage::new().register_into_engine(&mut engine);
    BasicIteratorPackage::new().register_into_engine(&mut engine);
    BasicMapPackage::new().register_into_engine(&mut engine);
    // The language's core package is left out: `sleep` in it would outlast every limit of
    // operations. A function that carries arguments along doubles what it carries with each turn,
    // within few operations.
    engine.set_allow_anonymous_fn(false);
    for symbol in ["eval", "print", "debug", "Fn", "call", "curry"] {
        engine.disable_symbol(symbol);
    }
    engine.set_strict_variables(true);
    engine.set_fail_on_invalid_map_property(true);
    engine.set_max_operations(MAX_OPERATIONS);
    engine.set_max_expr_depths(32, 16);
    engine.set_max_call_levels(16);
    engine.set_max_string_size(MAX_TEXT_LENGTH);
    engine.set_max_array_size(MAX_LIST_LENGTH);
    engine.set_max_map_size(MAX_LIST_LENGTH);
    engine.set_max_variables(100);
    engine.set_max_functions(200);
    engine
}

fn dynamic(argument: &Argument<'_>) -> Dynamic {
    match argument {
        Argument::Number(number) => Dynamic::from_float(*number),
        Argument::Flag(flag) => Dynamic::from_bool(*flag),
        Argument::Text(text) => Dynamic::from(ImmutableString::from(*text)),
        Argument::List(items) => items
            .iter()
            .map(|item| Dynamic::from(ImmutableString::from(*item)))
            .collect::<rhai::Array>()
            .into(),
    }
}

fn number(value: &Dynamic) -> Option<f64> {
    let number = value.as_float().ok().or_else(|| value.as_int().ok().map(|whole| whole as f64))?;
    number.is_finite().then_some(number)
}

/// The error itself, without the wrapping of the calls it went through.
fn root_cause(error: EvalAltResult) -> String {
    match error {
        EvalAltResult::ErrorInFunctionCall(_, _, inner, _) => root_cause(*inner),
        EvalAltResult::ErrorTooManyOperations(_) => "operations".to_owned(),
        EvalAltResult::ErrorStackOverflow(_) => "calls".to_owned(),
        EvalAltResult::ErrorDataTooLarge(..) => "size".to_owned(),
        other => other.to_string(),
    }
}
