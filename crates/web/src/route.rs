//! One line for each address: method, path, permission, handler. A slice is its list of such lines, and the rest
//! that the app needs to know of it.

use axum::Router;
use axum::handler::Handler;
use axum::http::Method;
use axum::routing::{MethodFilter, MethodRouter, on};
use kernel::{Actor, Permission};

use crate::app::App;
use crate::guard;
use crate::openapi::Operation;

/// What a visitor must have to come in.
#[derive(Clone, Copy, Debug)]
pub enum Need {
    /// Open to all, signed in or not.
    Open,
    /// Anybody who has signed in.
    SignedIn,
    /// Whoever has a role that holds the permission.
    May(&'static Permission),
}

pub const OPEN: Need = Need::Open;
pub const SIGNED_IN: Need = Need::SignedIn;

impl From<&'static Permission> for Need {
    fn from(permission: &'static Permission) -> Self {
        Self::May(permission)
    }
}

impl Need {
    pub fn is_met(self, actor: &Actor) -> bool {
        match self {
            Self::Open => true,
            Self::SignedIn => !actor.is_nobody(),
            Self::May(permission) => actor.may(permission),
        }
    }
}

#[derive(Clone)]
pub struct Route {
    pub method: Method,
    pub path: &'static str,
    pub need: Need,
    pub operation: Option<Operation>,
    handler: MethodRouter<App>,
}

macro_rules! verbs {
    ($($name:ident $filter:ident),*) => {$(
        pub fn $name<H, T>(path: &'static str, need: impl Into<Need>, handler: H) -> Route
        where
            H: Handler<T, App>,
            T: 'static,
        {
            Route {
                method: Method::$filter,
                path,
                need: need.into(),
                operation: None,
                handler: on(MethodFilter::$filter, handler),
            }
        }
    )*};
}
verbs!(get GET, post POST, put PUT, patch PATCH, delete DELETE);

impl Route {
    /// Describes it in the OpenAPI document; every address under `/api/` has one.
    #[must_use]
    pub fn doc(mut self, operation: Operation) -> Self {
        self.operation = Some(operation);
        self
    }

    /// Lets the body be larger than the 2 MiB that do for forms and JSON.
    #[must_use]
    pub fn body_limit(mut self, bytes: usize) -> Self {
        self.handler = self.handler.layer(axum::extract::DefaultBodyLimit::max(bytes));
        self
    }

    /// Hangs the route on the router, behind its own permission.
    pub(crate) fn mount(&self, router: Router<App>) -> Router<App> {
        let guarded =
            self.handler.clone().layer(axum::middleware::from_fn_with_state(self.need, guard::permit));
        router.route(self.path, guarded)
    }
}

/// A place in a menu. Which menu and in what order is the app's to say; who sees it follows from the permission.
#[derive(Clone, Copy, Debug)]
pub struct MenuItem {
    /// Text key of the label.
    pub label: &'static str,
    pub href: &'static str,
    /// Symbol in the icon sprite.
    pub icon: &'static str,
    pub room: Room,
    pub need: Need,
    /// Text key of the heading that it stands under, if any.
    pub group: Option<&'static str>,
    /// The second key after G.
    pub go: Option<char>,
    /// Lower comes first.
    pub order: u8,
}

/// The calm room for those who ask, the dense one for those who work here all day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    Reading,
    Work,
}

/// One line of a search answer or of the palette.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    pub title: String,
    pub detail: String,
    pub href: String,
    pub icon: &'static str,
    /// Text key of the word in front: ticket, person, device …
    pub kind: &'static str,
}

/// Finds what the reader may see, at most `limit` rows.
pub type Finder = fn(&mut db::Tx<'_>, &Actor, &str, i64) -> Result<Vec<Hit>, kernel::Refusal>;

/// Everything the app needs to know of a slice.
#[derive(Clone, Default)]
pub struct Slice {
    pub name: &'static str,
    pub routes: Vec<Route>,
    pub texts: Option<texts::Source>,
    pub menu: Vec<MenuItem>,
    pub jobs: Vec<jobs::Job>,
    pub outside: Vec<jobs::OutsideJob>,
    pub listeners: Vec<jobs::Listener>,
    pub finder: Option<Finder>,
    /// Further pages of what somebody chooses for themselves: text key and address, linked from `/installningar`.
    pub settings: Vec<(&'static str, &'static str)>,
}
