use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// What is asked, again and again: the nth request, and the status that answers it.
#[derive(Clone)]
pub struct Ask {
    nth: Arc<dyn Fn(u64) -> Vec<u8> + Send + Sync>,
    status: &'static str,
}

impl Ask {
    pub fn new(status: &'static str, nth: impl Fn(u64) -> Vec<u8> + Send + Sync + 'static) -> Self {
        Self { nth: Arc::new(nth), status }
    }

    /// The same address each time; `headers` end in line ends.
    pub fn get(path: &str, headers: &str) -> Self {
        let request = format!("GET {path} HTTP/1.1\r\nhost: bench\r\n{headers}\r\n").into_bytes();
        Self::new("200", move |_| request.clone())
    }
}

/// How it went.
#[derive(Debug, Default)]
pub struct Load {
    pub rate: f64,
    pub p50: Duration,
    pub p99: Duration,
    pub failed: usize,
    /// The first answer that was not as it should be.
    pub fault: String,
}

/// So many clients, each with one kept connection, ask for so long.
pub fn run(address: SocketAddr, clients: u64, time: Duration, ask: &Ask) -> Load {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    runtime.block_on(async {
        let began = Instant::now();
        let tasks: Vec<_> = (0..clients)
            .map(|client| tokio::spawn(one(address, client, clients, began + time, ask.clone())))
            .collect();
        let (mut took, mut load) = (Vec::new(), Load::default());
        for task in tasks {
            let (times, failed, fault) = task.await.unwrap();
            took.extend(times);
            load.failed += failed;
            if load.fault.is_empty() {
                load.fault = fault;
            }
        }
        load.rate = took.len() as f64 / began.elapsed().as_secs_f64();
        took.sort_unstable();
        let at = |part: usize| took.get(took.len() * part / 100).copied().unwrap_or_default();
        (load.p50, load.p99) = (at(50), at(99));
        load
    })
}

async fn one(
    address: SocketAddr,
    client: u64,
    clients: u64,
    until: Instant,
    ask: Ask,
) -> (Vec<Duration>, usize, String) {
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.set_nodelay(true).unwrap();
    let (mut times, mut failed, mut fault) = (Vec::new(), 0, String::new());
    let mut buffer = Vec::with_capacity(256 * 1024);
    let mut nth = client;
    while Instant::now() < until {
        let request = (ask.nth)(nth);
        nth += clients;
        let asked = Instant::now();
        stream.write_all(&request).await.unwrap();
        answer(&mut stream, &mut buffer).await;
        times.push(asked.elapsed());
        if buffer.get(9..12) != Some(ask.status.as_bytes()) {
            failed += 1;
            if fault.is_empty() {
                fault = String::from_utf8_lossy(&buffer).into_owned();
            }
        }
    }
    (times, failed, fault)
}

/// Reads one whole answer.
async fn answer(stream: &mut TcpStream, buffer: &mut Vec<u8>) {
    buffer.clear();
    let mut whole = None;
    loop {
        let read = stream.read_buf(buffer).await.unwrap();
        assert!(read > 0, "the server closed: {}", String::from_utf8_lossy(buffer));
        if whole.is_none()
            && let Some(head) = buffer.windows(4).position(|end| end == b"\r\n\r\n")
        {
            let text = String::from_utf8_lossy(&buffer[..head]).to_ascii_lowercase();
            let length = text
                .split("content-length: ")
                .nth(1)
                .and_then(|rest| rest.lines().next()?.parse::<usize>().ok());
            whole = Some(length.map(|length| head + 4 + length));
        }
        match whole {
            Some(Some(length)) if buffer.len() >= length => return,
            Some(None) if buffer.ends_with(b"0\r\n\r\n") => return,
            _ => {}
        }
    }
}
