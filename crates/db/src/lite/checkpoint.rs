//! Copies the write-ahead log back in two steps: this helper copies most of it beside the writer,
//! then the writer itself finishes the rest, which is short. A helper alone never catches up under
//! load, and the log would grow without end.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crossbeam_channel::{Receiver, Sender, bounded};
use rusqlite::{Connection, wal::CheckpointMode};

use crate::error::Res;
use crate::open::spawn;

/// Pages in the log (4 kB each) at which a checkpoint begins.
const PAGES: i32 = 4_000;

pub(super) struct Checkpoint {
    ask: Sender<()>,
    copied: Arc<AtomicBool>,
    pages: Arc<std::sync::atomic::AtomicI32>,
}

pub(super) fn start(conn: Connection) -> Res<Checkpoint> {
    let (ask, asked): (Sender<()>, Receiver<()>) = bounded(1);
    let copied = Arc::new(AtomicBool::new(false));
    let done = copied.clone();
    spawn("db-checkpoint", move || {
        while asked.recv().is_ok() {
            match conn.wal_checkpoint_v2(None::<&str>, CheckpointMode::PASSIVE) {
                Ok(_) => done.store(true, Ordering::Release),
                Err(error) => tracing::warn!(%error, "checkpoint put off"),
            }
        }
    })?;
    Ok(Checkpoint { ask, copied, pages: Arc::default() })
}

impl Checkpoint {
    /// Lets SQLite report the length of the log after each commit of the writer.
    pub(super) fn watch(&self, writer: &mut Connection) -> Res<()> {
        let pages = self.pages.clone();
        writer.wal_hook(Some(move |_: &mut rusqlite::hooks::Wal, n: i32| {
            pages.store(n, Ordering::Relaxed);
            Ok(())
        }))?;
        Ok(())
    }

    /// Called by the writer between two batches.
    pub(super) fn step(&self, writer: &Connection) {
        if self.copied.swap(false, Ordering::Acquire) {
            if let Err(error) = writer.wal_checkpoint_v2(None::<&str>, CheckpointMode::PASSIVE) {
                tracing::warn!(%error, "checkpoint put off");
            }
            self.pages.store(0, Ordering::Relaxed);
        } else if self.pages.load(Ordering::Relaxed) >= PAGES {
            // A full channel means that the helper is at it already.
            let _ = self.ask.try_send(());
        }
    }
}
