//! Connections, from the first to the last: bounded in number, none waited for without end, all brought to a proper end.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{sleep, timeout};

/// Connections at a time; others wait to be accepted.
const MOST_CONNECTIONS: usize = 1024;

/// How long a connection may take for the head of a request, and be idle before the next.
const LONGEST_HEAD: Duration = Duration::from_secs(10);

/// How long requests under way may take once the end is asked for.
const LONGEST_END: Duration = Duration::from_secs(5);

/// The pause after a connection that could not be accepted, such as for want of file handles.
const RESPITE: Duration = Duration::from_millis(100);

/// Serves until somebody asks for the end.
pub(super) async fn serve(listener: TcpListener, app: Router) -> io::Result<()> {
    let graceful = GracefulShutdown::new();
    let places = Arc::new(Semaphore::new(MOST_CONNECTIONS));
    let mut end = std::pin::pin!(asked_to_end()?);
    loop {
        let accepted = async {
            let place = Arc::clone(&places).acquire_owned().await;
            (place, listener.accept().await)
        };
        let (place, stream) = tokio::select! {
            () = &mut end => break,
            accepted = accepted => accepted,
        };
        match (place, stream) {
            (Ok(place), Ok((stream, _))) => connect(stream, place, &app, &graceful),
            _ => sleep(RESPITE).await,
        }
    }
    drop(listener);
    // Who is still not done is cut off.
    let _ = timeout(LONGEST_END, graceful.shutdown()).await;
    Ok(())
}

fn connect(stream: TcpStream, place: OwnedSemaphorePermit, app: &Router, graceful: &GracefulShutdown) {
    let service = TowerToHyperService::new(app.clone());
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(LONGEST_HEAD)
        .serve_connection(TokioIo::new(stream), service);
    let connection = graceful.watch(connection);
    tokio::spawn(async move {
        // Whoever hangs up needs no answer.
        let _ = connection.await;
        drop(place);
    });
}

/// Ends with Ctrl-C or a request to end.
#[cfg(unix)]
fn asked_to_end() -> io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let (mut interrupt, mut terminate) = (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}

#[cfg(not(unix))]
fn asked_to_end() -> io::Result<impl Future<Output = ()>> {
    Ok(async {
        // Where Ctrl-C cannot be caught, it ends the program as usual.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    })
}
