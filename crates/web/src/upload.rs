//! Forms with files. How large a file may be is said on the page first; what is larger is refused before it is read
//! where the sender says its length, and else is thrown away as it comes, while the rest of the form is kept.

use std::time::Duration;

use axum::body::Bytes;
use axum::extract::multipart::Field;
use axum::extract::{DefaultBodyLimit, FromRequest, Multipart, Request};
use axum::http::{HeaderMap, header};
use futures_util::StreamExt;
use kernel::{Refusal, RefusalKind};

use crate::answer::Failure;
use crate::form::Form;

/// The fields beside the files, all together.
const TEXT_MAX: usize = 1_048_576;
const FILES_MAX: usize = 20;

/// What a browser that is told no too early would show instead of our answer is avoided for so long.
const DRAIN: Duration = Duration::from_secs(60);

/// A form with its files.
#[derive(Clone, Debug, Default)]
pub struct Upload {
    pub form: Form,
    pub files: Vec<Sent>,
    /// The first file that was too large. Show the form again with it: its text is all here.
    pub refused: Option<Refusal>,
}

/// A file as it was sent. Nothing in it is trusted: neither its name nor what it says it is.
#[derive(Clone, Debug)]
pub struct Sent {
    pub field: String,
    pub name: String,
    pub content_type: String,
    pub bytes: Bytes,
}

/// Reads a form that may have files of at most `max` bytes each. Takes forms without files too.
pub async fn read(mut request: Request, max: u64) -> Result<Upload, Failure> {
    let max = usize::try_from(max).unwrap_or(usize::MAX);
    let whole = max.saturating_mul(2).max(max.saturating_add(TEXT_MAX));
    if let Some(length) = length(request.headers())
        && length > whole
    {
        drain(request);
        return Err(too_large(max).into());
    }
    if !is_multipart(request.headers()) {
        return plain(request).await;
    }
    DefaultBodyLimit::max(whole).apply(&mut request);
    let mut parts = Multipart::from_request(request, &()).await.map_err(|_| unreadable())?;
    let (mut upload, mut pairs, mut text) = (Upload::default(), Vec::new(), 0_usize);
    while let Some(field) = parts.next_field().await.map_err(|error| broken(&error, max))? {
        let name = field.name().unwrap_or_default().to_owned();
        let Some(file) = field.file_name().map(str::to_owned) else {
            let value = field.text().await.map_err(|error| broken(&error, max))?;
            text = text.saturating_add(value.len());
            if text > TEXT_MAX {
                return Err(Refusal::new(RefusalKind::TooLarge, "form-too-large").into());
            }
            pairs.push((name, value));
            continue;
        };
        let content_type = field.content_type().unwrap_or("application/octet-stream").to_owned();
        match take(field, max).await? {
            Some(bytes) if bytes.is_empty() && file.is_empty() => {}
            Some(bytes) if upload.files.len() < FILES_MAX => {
                upload.files.push(Sent { field: name, name: file, content_type, bytes });
            }
            Some(_) => {
                upload.refused = Some(Refusal::invalid("file", "too-many-files").with("max", FILES_MAX))
            }
            None => upload.refused = Some(too_large(max)),
        }
    }
    upload.form = Form::of(pairs);
    Ok(upload)
}

/// The whole file, or nothing when it is larger than it may be.
async fn take(mut field: Field<'_>, max: usize) -> Result<Option<Bytes>, Failure> {
    let (mut read, mut fits) = (Vec::new(), true);
    while let Some(chunk) = field.chunk().await.map_err(|error| broken(&error, max))? {
        fits = fits && read.len() + chunk.len() <= max;
        if fits {
            read.extend_from_slice(&chunk);
        } else {
            read = Vec::new();
        }
    }
    Ok(fits.then(|| Bytes::from(read)))
}

async fn plain(request: Request) -> Result<Upload, Failure> {
    let body = axum::body::to_bytes(request.into_body(), TEXT_MAX)
        .await
        .map_err(|_| Refusal::new(RefusalKind::TooLarge, "form-too-large"))?;
    let text = std::str::from_utf8(&body).map_err(|_| unreadable())?;
    Ok(Upload { form: Form::parse(text)?, ..Upload::default() })
}

/// A browser shows an answer only when it has sent all: what it still sends is read and thrown away.
/// Who asked first (`Expect: 100-continue`) is told no at once and sends nothing.
fn drain(request: Request) {
    if request.headers().contains_key(header::EXPECT) {
        return;
    }
    tokio::spawn(tokio::time::timeout(DRAIN, async move {
        let mut body = request.into_body().into_data_stream();
        while let Some(Ok(_)) = body.next().await {}
    }));
}

fn length(headers: &HeaderMap) -> Option<usize> {
    headers.get(header::CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}

fn is_multipart(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    kind.is_some_and(|kind| kind.starts_with("multipart/form-data"))
}

fn unreadable() -> Refusal {
    Refusal::new(RefusalKind::Invalid, "form-unreadable")
}

fn broken(error: &axum::extract::multipart::MultipartError, max: usize) -> Failure {
    if error.status() == axum::http::StatusCode::PAYLOAD_TOO_LARGE {
        too_large(max).into()
    } else {
        unreadable().into()
    }
}

/// The refusal of a file that is too large, in whole megabytes as the page says it.
pub fn too_large(max: usize) -> Refusal {
    Refusal { field: Some("file"), ..Refusal::new(RefusalKind::TooLarge, "file-too-large") }
        .with("megabytes", max / 1_000_000)
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;

    fn sent(parts: &[(&str, Option<&str>, &str)], length: Option<usize>) -> Request {
        let mut body = String::new();
        for (name, file, content) in parts {
            let file = file.map(|file| format!("; filename=\"{file}\"")).unwrap_or_default();
            body.push_str(&format!(
                "--x\r\nContent-Disposition: form-data; name=\"{name}\"{file}\r\n\r\n{content}\r\n"
            ));
        }
        body.push_str("--x--\r\n");
        let mut request = Request::builder()
            .method("POST")
            .uri("/")
            .header("content-type", "multipart/form-data; boundary=x");
        if let Some(length) = length {
            request = request.header("content-length", length);
        }
        request.body(Body::from(body)).expect("a request")
    }

    #[tokio::test]
    async fn text_and_files_come_apart() {
        let request =
            sent(&[("title", None, "Nätet"), ("file", Some("a.txt"), "hej"), ("file", Some(""), "")], None);
        let upload = read(request, 1_000_000).await.expect("read");
        assert_eq!(upload.form.text("title"), "Nätet");
        assert_eq!(upload.files.len(), 1);
        assert_eq!((upload.files[0].name.as_str(), &upload.files[0].bytes[..]), ("a.txt", &b"hej"[..]));
    }

    #[tokio::test]
    async fn a_file_too_large_does_not_take_the_text_with_it() {
        let large = "x".repeat(1_500_000);
        let upload =
            read(sent(&[("file", Some("a.txt"), &large), ("title", None, "Nätet")], None), 1_000_000)
                .await
                .expect("read");
        assert_eq!(upload.form.text("title"), "Nätet");
        assert!(upload.files.is_empty());
        assert_eq!(upload.refused.expect("refused").code, "file-too-large");
    }

    #[tokio::test]
    async fn what_says_that_it_is_too_large_is_not_read() {
        let failure = read(sent(&[], Some(300_000_000)), 100_000_000).await.expect_err("refused");
        assert_eq!((failure.0.code, failure.0.kind), ("file-too-large", RefusalKind::TooLarge));
        let endless = read(sent(&[("file", Some("a"), &"x".repeat(2_500_000))], None), 1_000_000).await;
        assert_eq!(endless.expect_err("refused").0.code, "file-too-large");
    }

    #[tokio::test]
    async fn a_form_without_files_is_read_too() {
        let request = Request::builder()
            .method("POST")
            .uri("/")
            .body(Body::from("title=N%C3%A4tet"))
            .expect("a request");
        assert_eq!(read(request, 1_000).await.expect("read").form.text("title"), "Nätet");
    }
}
