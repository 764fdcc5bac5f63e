//! `enhet`: the binary.

fn main() -> std::process::ExitCode {
    app::cli::run().into()
}
