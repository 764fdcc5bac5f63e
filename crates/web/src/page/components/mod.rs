//! The smaller parts of a page. Each takes plain data and words already said; none asks the database.
//!
//! - acts: [`Button`], [`Dialog`], [`Composer`]
//! - people: [`initials`], [`avatar`], [`who`], [`person`]
//! - state: [`status`], [`tag`], [`priority`], [`verdict`], [`due`]
//! - lists: [`Table`], [`Facts`], [`Pairs`], [`Item`]s, [`Figure`]s, [`doors`], [`tasks`], [`Answers`], [`flow`], [`Pager`]
//! - time: [`timeline`] of [`Entry`], [`talk`], [`prose`], [`day_bars`]
//! - remarks: [`Notice`], [`strip`], [`empty`], [`clash`]
//! - the top of a page: [`backlink`], [`crumbs`], [`list_head`], [`views`]

mod avatar;
mod button;
mod composer;
mod days;
mod dialog;
mod facts;
mod head;
mod lists;
mod notice;
mod pager;
mod status;
mod table;
mod timeline;

pub use avatar::{Avatar, avatar, avatar_named, initials, nobody};
pub use button::Button;
pub use composer::{Composer, Receiver, send_also};
pub use days::{DayBar, Stretch, day_bars};
pub use dialog::Dialog;
pub use facts::{Facts, Source};
pub use head::{View, backlink, crumbs, list_head, title_row, views};
pub use lists::{
    Answers, Door, Figure, Item, Pairs, Step, Task, doors, figures, flow, items, person, tasks, who,
};
pub use notice::{Notice, clash, empty, strip};
pub use pager::{Pager, with};
pub use status::{
    Mark, Pace, Tone, Verdict, due, priority, priority_icon, priority_mark, status, status_tag, tag,
    time_bar, verdict,
};
pub use table::{Row, Sorted, Table};
pub use timeline::{Entry, FileLink, attached, prose, talk, timeline};
