//! A mail server of our own that says what the story wants, and keeps what it is given.

use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};

use mail::{SmtpSettings, Tls};

/// What it has been given: to whom, and the whole mail.
type Taken = Arc<Mutex<Vec<(String, String)>>>;

/// What it answers to `RCPT TO`, by address.
type Answer = fn(&str) -> &'static str;

pub struct Server {
    pub taken: Taken,
    port: u16,
}

impl Server {
    /// Serves until the test ends.
    pub fn open(answer: Answer) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let taken = Taken::default();
        let kept = taken.clone();
        std::thread::spawn(move || {
            for visitor in listener.incoming().flatten() {
                let _ = talk(&visitor, answer, &kept);
            }
        });
        Self { taken, port }
    }

    pub fn settings(&self) -> SmtpSettings {
        SmtpSettings {
            host: "127.0.0.1".to_owned(),
            port: self.port,
            user: None,
            password: None,
            from: "it@ljusvik.example".to_owned(),
            tls: Tls::None,
        }
    }
}

fn talk(visitor: &TcpStream, answer: Answer, taken: &Taken) -> std::io::Result<()> {
    let mut say = visitor.try_clone()?;
    let mut lines = BufReader::new(visitor.try_clone()?).lines();
    say.write_all(b"220 test\r\n")?;
    let mut to = String::new();
    while let Some(line) = lines.next().transpose()? {
        let reply = match line.split([' ', ':']).next().unwrap_or_default() {
            "EHLO" => "250-test\r\n250 8BITMIME\r\n",
            "MAIL" => "250 ok\r\n",
            "RCPT" => {
                to = line.split(['<', '>']).nth(1).unwrap_or_default().to_owned();
                answer(&to)
            }
            "DATA" => {
                say.write_all(b"354 go on\r\n")?;
                let mut mail = String::new();
                for line in lines.by_ref().map_while(Result::ok).take_while(|line| line != ".") {
                    mail.push_str(line.strip_prefix('.').unwrap_or(&line));
                    mail.push_str("\r\n");
                }
                taken.lock().expect("the box").push((to.clone(), mail));
                "250 taken\r\n"
            }
            "QUIT" => {
                say.write_all(b"221 bye\r\n")?;
                return Ok(());
            }
            _ => "250 ok\r\n",
        };
        say.write_all(reply.as_bytes())?;
    }
    Ok(())
}
