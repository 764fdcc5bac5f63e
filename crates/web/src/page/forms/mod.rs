//! Fields with their label, hint and error.
