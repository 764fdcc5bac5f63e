use std::fs::{File, OpenOptions};
use std::io::{BufRead, BufReader, Read, Seek, SeekFrom, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::house::Server;
use crate::table::{Row, median};

/// The ceiling: the same framework on the same runtime in a process of its own, answering a word.
pub struct Bare {
    child: Child,
    pub address: SocketAddr,
}

impl Bare {
    pub fn start() -> Self {
        let program = std::env::current_exe().unwrap();
        let mut child = Command::new(program).arg("--bare").stdout(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        Self { child, address: line.trim().parse().unwrap() }
    }
}

impl Drop for Bare {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What `--bare` does, until it is killed.
pub fn answer_barely() {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        println!("{}", listener.local_addr().unwrap());
        let router = axum::Router::new().route("/", axum::routing::get(|| async { "hello" }));
        axum::serve(listener, router).await.unwrap();
    });
}

/// The disk that the database is on.
pub struct Disk(PathBuf);

impl Disk {
    pub fn beside(folder: &Path) -> Self {
        Self(folder.join("probe"))
    }

    /// Middle and slowest per cent of 200 writes of 8 kB, each synced; in milliseconds.
    pub fn probe(&self) -> (f64, f64) {
        let mut file = OpenOptions::new().create(true).truncate(true).write(true).open(&self.0).unwrap();
        let block = [7_u8; 8_192];
        let mut took: Vec<f64> = (0..200)
            .map(|_| {
                let began = Instant::now();
                file.write_all(&block).unwrap();
                file.sync_data().unwrap();
                began.elapsed().as_secs_f64() * 1e3
            })
            .collect();
        took.sort_by(f64::total_cmp);
        (took[100], took[198])
    }
}

pub fn resident_mib(process: u32) -> f64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).unwrap();
    let line = status.lines().find(|line| line.starts_with("VmRSS")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse::<f64>().unwrap() / 1024.0
}

/// Start, memory when nobody does anything, the size of the binary, and how much a first visit loads.
pub fn at_rest(idle: Duration) -> Vec<Row> {
    let folder = tempfile::tempdir().unwrap();
    let begin = || {
        let began = Instant::now();
        let server = Server::start(&["serve"], folder.path(), None);
        while get(server.address, "/logga-in", "").0 != 200 {
            std::thread::sleep(Duration::from_millis(1));
        }
        (began.elapsed().as_secs_f64() * 1e3, server)
    };
    drop(begin());
    let starts: Vec<f64> = (0..5).map(|_| begin().0).collect();
    let (_, server) = begin();
    std::thread::sleep(idle);
    let mib = resident_mib(server.id());
    drop(server);
    let size = std::fs::metadata(crate::house::PROGRAM).unwrap().len() as f64 / 1024.0 / 1024.0;
    let start = median(&starts);
    let mut rows = vec![
        Row::aimed(
            "start to first page, empty",
            format!("{start:.0} ms"),
            "≤ 200 ms".to_owned(),
            start <= 200.0,
        ),
        Row::aimed(
            &format!("resident {} s after start", idle.as_secs()),
            format!("{mib:.1} MiB"),
            "≤ 40 MiB".to_owned(),
            mib <= 40.0,
        ),
        Row::aimed("binary", format!("{size:.1} MiB"), "≤ 40 MiB".to_owned(), size <= 40.0),
    ];
    let folder = tempfile::tempdir().unwrap();
    let demo = Server::start(&["demo", "--days", "30"], folder.path(), None);
    demo.ready();
    let visits = [
        ("portal", "maria.lindqvist@ljusvik.example", "/hjalp", 40.0),
        ("agent", "johan.astrom@ljusvik.example", "/arenden", 60.0),
    ];
    for (name, mail, path, most) in visits {
        let cookie = format!("cookie: {}\r\n", demo.sign_in(mail));
        if get(demo.address, path, &cookie).0 == 200 {
            let (figure, sum) = weight(demo.address, path, &cookie);
            rows.push(Row::aimed(
                &format!("first load, {name}"),
                figure,
                format!("≤ {most} kB"),
                sum <= most,
            ));
        }
    }
    rows.push(Row::new("demo resident", format!("{:.1} MiB", resident_mib(demo.id()))));
    rows
}

/// A page with everything that it loads, as packed as it travels.
fn weight(address: SocketAddr, path: &str, cookie: &str) -> (String, f64) {
    let packed = |path: &str, cookie: &str| {
        let (_, body) = get(address, path, &format!("{cookie}accept-encoding: br\r\n"));
        body.len() as f64 / 1e3
    };
    let page = String::from_utf8_lossy(&get(address, path, cookie).1).into_owned();
    let mut files = links(&page);
    for sheet in files.clone().iter().filter(|file| file.ends_with(".css")) {
        let text = String::from_utf8_lossy(&get(address, sheet, "").1).into_owned();
        // A second alphabet is fetched only by a page that has one of its letters.
        files.extend(links(&text).into_iter().filter(|file| !file.contains("-ext")));
    }
    files.sort();
    files.dedup();
    let html = packed(path, cookie);
    let rest: Vec<f64> = files.iter().map(|file| packed(file, "")).collect();
    let sum = html + rest.iter().sum::<f64>();
    (format!("{sum:.1} kB: page {html:.1}, {} files", files.len()), sum)
}

/// Addresses of our own files in a page or a style sheet, without what is behind a `#`.
fn links(text: &str) -> Vec<String> {
    let mut found: Vec<String> = text
        .match_indices("/tillgangar/")
        .map(|(at, _)| {
            text[at..].split(['"', '\'', ')', '#', ' ', '>']).next().unwrap_or_default().to_owned()
        })
        .collect();
    found.sort();
    found.dedup();
    found
}

/// One request on a connection of its own: status and body, unpacked only from its chunks.
pub fn get(address: SocketAddr, path: &str, headers: &str) -> (u16, Vec<u8>) {
    let reply = send(
        address,
        format!("GET {path} HTTP/1.1\r\nhost: bench\r\nconnection: close\r\n{headers}\r\n").as_bytes(),
    );
    (reply.status, reply.body)
}

pub struct Reply {
    pub status: u16,
    pub head: String,
    pub body: Vec<u8>,
}

pub fn send(address: SocketAddr, request: &[u8]) -> Reply {
    let mut stream = TcpStream::connect(address).unwrap();
    stream.write_all(request).unwrap();
    let mut all = Vec::new();
    stream.read_to_end(&mut all).unwrap();
    let end = all.windows(4).position(|end| end == b"\r\n\r\n").unwrap_or(all.len().saturating_sub(4));
    let head = String::from_utf8_lossy(&all[..end]).into_owned();
    let mut body = all.split_off(end + 4);
    if head.to_ascii_lowercase().contains("transfer-encoding: chunked") {
        body = unchunked(&body);
    }
    let status = head.get(9..12).and_then(|status| status.parse().ok()).unwrap_or(0);
    Reply { status, head, body }
}

fn unchunked(mut rest: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    while let Some(line) = rest.windows(2).position(|end| end == b"\r\n") {
        let size = usize::from_str_radix(std::str::from_utf8(&rest[..line]).unwrap_or("0"), 16).unwrap_or(0);
        if size == 0 {
            break;
        }
        out.extend_from_slice(&rest[line + 2..line + 2 + size]);
        rest = &rest[line + 4 + size..];
    }
    out
}

/// The size of a file that may not be there.
pub fn size_of(path: &Path) -> Option<u64> {
    let mut file = File::open(path).ok()?;
    file.seek(SeekFrom::End(0)).ok()
}
