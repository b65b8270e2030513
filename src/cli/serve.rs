//! `dteam serve`

use std::convert::Infallible;
use std::future::pending;
use std::io::Write;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::thread::available_parallelism;

use clap::Args;
use dteam::web::{LiveSite, Remark, Settings, host_name};
use dteam::{Diagnostic, Invalid, Language};
use dteam_text::diagnostic::Problem;
use tokio::net::TcpListener;

use super::expected::{Expected, whole};
use super::{Common, Outcome, input, languages, output, problems};

mod connections;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[arg(help = "cli-serve-port")]
    #[arg(long, value_name = "cli-value-number", default_value_t = 7878, value_parser = whole(0..=u16::MAX))]
    port: u16,
    #[arg(help = "cli-serve-bind")]
    #[arg(long, value_name = "cli-value-address", default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST), value_parser = address)]
    bind: IpAddr,
    #[arg(long, value_name = "cli-value-host", help = "cli-serve-host")]
    host: Vec<String>,
    #[arg(long, help = "cli-serve-open")]
    open: bool,
    #[arg(help = "cli-serve-lang")]
    #[arg(long, value_parser = languages(), value_name = "cli-value-language")]
    lang: Option<Language>,
    #[arg(long, value_name = "cli-value-dir", help = "cli-rules-folder")]
    rules: Vec<PathBuf>,
    #[arg(help = "cli-date-stands")]
    #[arg(long, value_name = "cli-value-date", value_parser = input::date)]
    date: Option<jiff::civil::Date>,
}

impl Arguments {
    pub fn common(&self) -> Common {
        Common { lang: self.lang, rules: self.rules.clone(), ..Common::plain(None) }
    }
}

pub(super) fn run(arguments: &Arguments, common: &Common) -> Result<Outcome, Invalid> {
    // A date that cannot be read is said now, not to the first visitor.
    input::reference_date(arguments.date)?;
    refuse_strange_hosts(&arguments.host)?;
    let catalog = common.catalog()?;
    let address = SocketAddr::new(arguments.bind, arguments.port);
    let failed = |error: std::io::Error| not_listening(address, &error);
    // One thread serves the connections, others do the work.
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(failed)?;
    runtime.block_on(async {
        let listener = TcpListener::bind(address).await.map_err(failed)?;
        let address = listener.local_addr().map_err(failed)?;
        let site = LiveSite::new(catalog, settings(arguments))?;
        let app = site.router();
        announce(arguments, common.language(), address)?;
        tokio::select! {
            ended = connections::serve(listener, app) => ended.map_err(failed),
            never = reload(&site, common) => match never {},
        }
    })?;
    Ok(Outcome::Done)
}

/// Reads the rules anew whenever SIGHUP asks for it. Where they have mistakes, these are shown, and
/// the site stays as it is.
#[cfg(unix)]
async fn reload(site: &LiveSite, common: &Common) -> Infallible {
    use tokio::signal::unix::{SignalKind, signal};
    let Ok(mut asked) = signal(SignalKind::hangup()) else { return pending().await };
    loop {
        // Without a driver for signals, nobody can ask.
        if asked.recv().await.is_none() {
            return pending().await;
        }
        match common.catalog().and_then(|catalog| site.replace(catalog)) {
            Ok(()) => hint(&Remark::Reloaded.written(common.language())),
            Err(invalid) => problems::show(&invalid.diagnostics, common),
        }
    }
}

#[cfg(not(unix))]
async fn reload(_: &LiveSite, _: &Common) -> Infallible {
    pending().await
}

/// An address as it is written elsewhere too: `[::1]` as in a browser, `localhost` for this
/// machine.
fn address(text: &str) -> Result<IpAddr, Expected> {
    let bare = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(text);
    match bare.eq_ignore_ascii_case("localhost") {
        true => Ok(IpAddr::V4(Ipv4Addr::LOCALHOST)),
        false => bare.parse().map_err(|_| Expected::new("cli-expected-address")),
    }
}

/// A name that no browser gives would never match.
fn refuse_strange_hosts(hosts: &[String]) -> Result<(), Invalid> {
    let strange = hosts.iter().filter(|host| host_name(host).is_none());
    let diagnostics: Vec<Diagnostic> = strange.map(|host| not_a_host(host)).collect();
    if diagnostics.is_empty() { Ok(()) } else { Err(Invalid { diagnostics }) }
}

fn not_a_host(written: &str) -> Diagnostic {
    let written = written.trim();
    // From `https://name:port/path`, the name.
    let rest = written.split_once("://").map_or(written, |(_, rest)| rest);
    let rest = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let name = match rest.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|digit| digit.is_ascii_digit()) => name,
        _ => rest,
    };
    let value = if written.is_empty() { "empty" } else { written };
    Diagnostic::unlocated(Problem::NotAHost { value: value.to_owned(), nearest: host_name(name) })
}

fn settings(arguments: &Arguments) -> Settings {
    let date = arguments.date;
    Settings {
        language: arguments.lang,
        date: Box::new(move || input::reference_date(date).ok()),
        hosts: hosts(arguments),
        at_once: available_parallelism().map_or(2, usize::from),
        examples: dteam::EXAMPLES,
        ..Settings::default()
    }
}

/// On this machine alone, no other name is ours. Beyond it, names are the network's affair unless
/// some are given.
fn hosts(arguments: &Arguments) -> Option<Vec<String>> {
    let own = ["localhost", "127.0.0.1", "[::1]"].map(str::to_owned);
    let bind = match arguments.bind {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => format!("[{address}]"),
    };
    let is_open = !arguments.bind.is_loopback() && arguments.host.is_empty();
    (!is_open)
        .then(|| own.into_iter().chain([bind]).chain(arguments.host.iter().cloned()).collect())
}

fn announce(arguments: &Arguments, language: Language, address: SocketAddr) -> Result<(), Invalid> {
    // Where one listens at every address, this machine has one of them.
    let shown = match address.ip().is_unspecified() {
        true => format!("http://localhost:{}/", address.port()),
        false => format!("http://{address}/"),
    };
    if !address.ip().is_loopback() {
        hint(&Remark::Beyond(&address.to_string()).written(language));
    }
    output::print(&format!("{}\n", Remark::Serving(&shown).written(language)))?;
    if arguments.open && !opened(&shown) {
        hint(&Remark::NotOpened.written(language));
    }
    Ok(())
}

fn hint(text: &str) {
    // If not even this can be written, there is nobody left to tell.
    let _ = writeln!(std::io::stderr().lock(), "{text}");
}

/// Whether the browser could be asked to open the address.
fn opened(address: &str) -> bool {
    let (program, arguments): (&str, &[&str]) = match std::env::consts::OS {
        "macos" => ("open", &[]),
        "windows" => ("cmd", &["/C", "start", ""]),
        _ => ("xdg-open", &[]),
    };
    let mut command = Command::new(program);
    command
        .args(arguments)
        .arg(address)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command.spawn().is_ok()
}

fn not_listening(address: SocketAddr, error: &std::io::Error) -> Invalid {
    let reason = match error.kind() {
        std::io::ErrorKind::AddrInUse => "in-use".to_owned(),
        std::io::ErrorKind::PermissionDenied => "no-permission".to_owned(),
        std::io::ErrorKind::AddrNotAvailable => "not-ours".to_owned(),
        _ => error.to_string(),
    };
    Problem::NotListening { address: address.to_string(), reason }.into()
}
