//! One page with every component in every state.
