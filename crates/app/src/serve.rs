//! The server, from start to stop: the listener first, so that somebody is answered at once; then the work behind the pages.

use std::io;
use std::net::SocketAddr;
use std::thread;
use std::time::Duration;

use jobs::{Stop, Worker};
use kernel::Clock;
use tokio::net::TcpListener;
use web::App;

/// How long a stop waits for answers that are being given.
const GRACE: Duration = Duration::from_secs(4);
/// Ports tried after the default one when nobody named a port.
const NEXT_PORTS: u16 = 50;

/// What runs beside the pages until the server stops.
pub type Beside = Box<dyn FnOnce(&App, &Stop) + Send>;

/// A server that has its address but answers nobody yet.
pub struct Bound {
    runtime: tokio::runtime::Runtime,
    listener: TcpListener,
    pub address: SocketAddr,
}

/// Takes the address. `or_next` tries the ports after it when it is taken.
pub fn bind(address: SocketAddr, or_next: bool) -> io::Result<Bound> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let mut tried = runtime.block_on(TcpListener::bind(address));
    let mut port = address.port();
    while or_next
        && port < address.port().saturating_add(NEXT_PORTS)
        && matches!(&tried, Err(error) if error.kind() == io::ErrorKind::AddrInUse)
    {
        port += 1;
        tried = runtime.block_on(TcpListener::bind(SocketAddr::new(address.ip(), port)));
    }
    let listener = tried?;
    let address = listener.local_addr()?;
    Ok(Bound { runtime, listener, address })
}

impl Bound {
    /// Answers until SIGTERM or Ctrl-C. `beside` runs on a thread of its own, and is told to stop.
    pub fn run(self, app: App, beside: Option<Beside>) -> io::Result<()> {
        let stop = Stop::default();
        let mut threads = vec![background(&app, &stop)?];
        if let Some(beside) = beside {
            let (app, stop) = (app.clone(), stop.clone());
            threads
                .push(thread::Builder::new().name("beside".to_owned()).spawn(move || beside(&app, &stop))?);
        }
        let router = web::router(app.clone()).into_make_service_with_connect_info::<SocketAddr>();
        let served = self.runtime.block_on(async {
            tokio::spawn(web::live::feed(app.clone()));
            tokio::spawn(follow_site(app.clone()));
            let (closing, closed) = tokio::sync::oneshot::channel::<()>();
            let ending = app.clone();
            let serve = axum::serve(self.listener, router).with_graceful_shutdown(async move {
                asked_to_stop().await;
                tracing::info!("stopping");
                ending.live.close();
                let _ = closing.send(());
            });
            tokio::select! {
                served = serve => served,
                () = async { let _ = closed.await; tokio::time::sleep(GRACE).await } => Ok(()),
            }
        });
        stop.stop();
        for thread in threads {
            // A thread that panicked has said so; the server stops all the same.
            let _ = thread.join();
        }
        self.runtime.shutdown_timeout(Duration::from_millis(200));
        served
    }
}

/// Jobs and listeners of all slices, on a thread of their own.
fn background(app: &App, stop: &Stop) -> io::Result<thread::JoinHandle<()>> {
    let worker = Worker {
        db: app.db.clone(),
        clock: app.clock.clone(),
        node: format!("{}-{}", std::process::id(), kernel::Id::new()),
        jobs: app.slices.iter().flat_map(|slice| slice.jobs.clone()).collect(),
        outside: app.slices.iter().flat_map(|slice| slice.outside.clone()).collect(),
        listeners: app.slices.iter().flat_map(|slice| slice.listeners.clone()).collect(),
    };
    let stop = stop.clone();
    thread::Builder::new().name("work".to_owned()).spawn(move || jobs::work(&worker, &stop))
}

/// What the set-up wizard saved, on this node or another.
async fn follow_site(app: App) {
    loop {
        match app.db.read(|tx| db::setting::read::<web::app::Site>(tx, web::app::Site::SETTING)).await {
            Ok(Some(site)) => app.set_site(site),
            Ok(None) => {}
            Err(error) => {
                let error: db::DbError = error;
                tracing::warn!(%error, "the site's settings could not be read");
            }
        }
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
}

async fn asked_to_stop() {
    let interrupt = tokio::signal::ctrl_c();
    match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
        Ok(mut terminate) => tokio::select! {
            _ = interrupt => {}
            _ = terminate.recv() => {}
        },
        Err(_) => drop(interrupt.await),
    }
}

/// Where the log goes: standard error, so that what a command prints stays clean.
pub fn log(filter: &str, json: bool) {
    let filter = tracing_subscriber::EnvFilter::try_new(filter).unwrap_or_else(|_| "info".into());
    let builder = tracing_subscriber::fmt().with_env_filter(filter).with_writer(io::stderr);
    // A log that is already set up (a test) stays.
    let _ = if json { builder.json().try_init() } else { builder.try_init() };
}

/// The clock of a demo that lives on another day; real otherwise.
pub fn clock_on(day: Option<jiff::civil::Date>) -> Clock {
    let Some(day) = day else { return Clock::real() };
    let zone = crate::house::zone();
    let now = Clock::real().now();
    let time = zone.to_datetime(now.timestamp()).time();
    match zone.to_timestamp(day.to_datetime(time)) {
        Ok(there) => Clock::shifted(kernel::Moment::from_timestamp(there).0 - now.0),
        Err(_) => Clock::real(),
    }
}
