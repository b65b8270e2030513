//! Connections, from the first to the last: bounded in number, none waited for without end, all
//! brought to a proper end.

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::body::Body;
use axum::http::{HeaderValue, Request, Response, StatusCode, header};
use axum::{Extension, Router};
use dteam::web::Overloaded;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::{Service, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::yield_now;
use tokio::time::{sleep, timeout};

use crowd::{Crowd, Room};
use guarded::{Activity, Guarded};

mod crowd;
mod guarded;

/// The maximum time for the head of a request, and for being idle before the next.
const MAX_HEAD: Duration = Duration::from_secs(10);

/// The same for those who are only told that there is no room.
const MAX_HEAD_REFUSED: Duration = Duration::from_secs(2);

/// The maximum size of a request's head, in bytes.
const MAX_HEAD_BYTES: usize = 32 * 1024;

/// The maximum time that requests under way may take once the end is asked for: longer than any
/// request may take.
const MAX_END: Duration = Duration::from_secs(12);

/// The maximum time for accepting those who connected before the end.
const MAX_FAREWELL: Duration = Duration::from_secs(1);

/// The pause after a connection that could not be accepted, such as for want of file handles. At
/// the end, nobody is waiting any more if nobody comes for so long.
const RESPITE: Duration = Duration::from_millis(100);

/// Serves until somebody asks for the end.
pub(super) async fn serve(listener: TcpListener, app: Router) -> io::Result<()> {
    let mut server = Server {
        full: app.clone().layer(Extension(Overloaded)),
        app,
        crowd: Crowd::default(),
        graceful: GracefulShutdown::new(),
    };
    let mut end = std::pin::pin!(asked_to_end()?);
    loop {
        let accepted = tokio::select! {
            () = &mut end => break,
            accepted = listener.accept() => accepted,
        };
        server.receive(accepted).await;
    }
    // A second time, and nobody is waited for any more.
    let again = asked_to_end()?;
    // Some have connected and sent their request, but are not accepted yet.
    let rest = async {
        while let Ok(accepted) = timeout(RESPITE, listener.accept()).await {
            server.receive(accepted).await;
        }
    };
    let _ = timeout(MAX_FAREWELL, rest).await;
    drop(listener);
    // Those who were accepted last are still to be read: who has not been is taken for one who has
    // not asked. Each pause gives some of the connections their turn, even on a machine that is
    // busy otherwise.
    for _ in 0..20 {
        sleep(RESPITE / 10).await;
    }
    tokio::select! {
        () = again => {}
        // Who is still not done is cut off.
        _ = timeout(MAX_END, server.graceful.shutdown()) => {}
    }
    Ok(())
}

struct Server {
    app: Router,
    /// Tells everybody that there is no room.
    full: Router,
    crowd: Crowd,
    graceful: GracefulShutdown,
}

impl Server {
    async fn receive(&mut self, accepted: io::Result<(TcpStream, SocketAddr)>) {
        let Ok((stream, peer)) = accepted else { return sleep(RESPITE).await };
        let (app, max_head, keep_alive) = match self.crowd.room_for(peer.ip()) {
            Room::Served => (&self.app, MAX_HEAD, true),
            Room::Told => (&self.full, MAX_HEAD_REFUSED, false),
            Room::Nowhere => return,
        };
        let app = TowerToHyperService::new(app.clone());
        let answered = service_fn(move |request| answered(app.clone(), request));
        let activity = Arc::new(Activity::default());
        let stream = Guarded::new(stream, Arc::clone(&activity));
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(max_head)
            .max_buf_size(MAX_HEAD_BYTES)
            .keep_alive(keep_alive)
            .serve_connection(TokioIo::new(stream), answered);
        let connection = self.graceful.watch(connection);
        let task = tokio::spawn(async move {
            // Whoever hangs up needs no answer.
            let _ = connection.await;
        });
        self.crowd.enter(peer.ip(), activity, task.abort_handle(), keep_alive);
    }
}

/// The app's answer, one request of each connection in turn: whoever sends many at once does not
/// hold up the others. Who is told to wait is not to have sent the next already.
async fn answered(
    app: TowerToHyperService<Router>,
    request: Request<Incoming>,
) -> Result<Response<Body>, std::convert::Infallible> {
    yield_now().await;
    let mut answer = app.call(request).await?;
    if answer.status() == StatusCode::SERVICE_UNAVAILABLE {
        answer.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
    }
    Ok(answer)
}

/// Ends with Ctrl-C or a request to end.
#[cfg(unix)]
fn asked_to_end() -> io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let (mut interrupt, mut terminate) =
        (signal(SignalKind::interrupt())?, signal(SignalKind::terminate())?);
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
