//! The OpenAPI 3.1 document, built from the route table, so that it cannot tell of what is not there.

use axum::http::Method;
use serde_json::{Map, Value, json};
use utoipa::openapi::{RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};

use crate::route::{Need, Route, Slice};

type Schemas = fn(&mut Vec<(String, RefOr<Schema>)>);

/// What an address under `/api/` takes and gives.
#[derive(Clone)]
pub struct Operation {
    pub id: &'static str,
    pub summary: &'static str,
    takes: Option<Body>,
    gives: Option<Body>,
    status: u16,
    query: Vec<Parameter>,
    if_match: bool,
    takes_files: bool,
}

#[derive(Clone)]
struct Body {
    name: String,
    collect: Schemas,
    list: bool,
}

#[derive(Clone, Copy)]
struct Parameter {
    name: &'static str,
    about: &'static str,
}

/// `operation("createTicket", "Create a ticket")`, then what it takes and gives.
pub fn operation(id: &'static str, summary: &'static str) -> Operation {
    Operation {
        id,
        summary,
        takes: None,
        gives: None,
        status: 200,
        query: Vec::new(),
        if_match: false,
        takes_files: false,
    }
}

impl Operation {
    #[must_use]
    pub fn takes<T: ToSchema>(mut self) -> Self {
        self.takes = Some(Body::of::<T>(false));
        self
    }

    #[must_use]
    pub fn takes_files(mut self) -> Self {
        self.takes_files = true;
        self
    }

    #[must_use]
    pub fn gives<T: ToSchema>(mut self, status: u16) -> Self {
        self.gives = Some(Body::of::<T>(false));
        self.status = status;
        self
    }

    /// A keyset page of `T`; takes `limit` and `after`.
    #[must_use]
    pub fn gives_page<T: ToSchema>(mut self) -> Self {
        self.gives = Some(Body::of::<T>(true));
        self.query.push(Parameter { name: "limit", about: "1 to 200 rows per page; 50 when not said." });
        self.query.push(Parameter { name: "after", about: "The `next` of the page before." });
        self
    }

    #[must_use]
    pub fn gives_nothing(mut self) -> Self {
        self.status = 204;
        self
    }

    #[must_use]
    pub fn query(mut self, name: &'static str, about: &'static str) -> Self {
        self.query.push(Parameter { name, about });
        self
    }

    /// The change needs the version that was read, in `If-Match`.
    #[must_use]
    pub fn if_match(mut self) -> Self {
        self.if_match = true;
        self
    }
}

impl Body {
    fn of<T: ToSchema>(list: bool) -> Self {
        Self { name: T::name().into_owned(), collect: collect::<T>, list }
    }

    fn schema(&self) -> Value {
        let one = json!({"$ref": format!("#/components/schemas/{}", self.name)});
        if !self.list {
            return one;
        }
        json!({
            "type": "object",
            "required": ["items", "next"],
            "properties": {
                "items": {"type": "array", "items": one},
                "next": {"type": ["string", "null"], "description": "give as `after` for the next page"}
            }
        })
    }
}

fn collect<T: ToSchema>(into: &mut Vec<(String, RefOr<Schema>)>) {
    into.push((T::name().into_owned(), <T as PartialSchema>::schema()));
    T::schemas(into);
}

/// The whole document.
pub fn document(slices: &[Slice], version: &str) -> Value {
    let mut paths = Map::new();
    let mut schemas = Map::new();
    for slice in slices {
        for route in &slice.routes {
            let Some(operation) = &route.operation else { continue };
            for body in operation.takes.iter().chain(&operation.gives) {
                let mut found = Vec::new();
                (body.collect)(&mut found);
                for (name, schema) in found {
                    schemas.insert(name, serde_json::to_value(schema).unwrap_or(Value::Null));
                }
            }
            let entry = paths.entry(route.path).or_insert_with(|| Value::Object(Map::new()));
            if let Value::Object(methods) = entry {
                methods.insert(route.method.as_str().to_lowercase(), describe(slice.name, route, operation));
            }
        }
    }
    schemas.insert("Problem".to_owned(), problem_schema());
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Enhet",
            "version": version,
            "license": {"name": "EUPL-1.2", "identifier": "EUPL-1.2"},
            "description": "RFC 3339 times with offset. RFC 9457 errors (problem+json) with a stable `code`."
        },
        "servers": [{"url": "/"}],
        "security": [{"token": []}],
        "paths": paths,
        "components": {
            "schemas": schemas,
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
            "responses": {"Problem": {
                "description": "Refused; `code` says why, `detail` what to do.",
                "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
            }}
        }
    })
}

fn describe(slice: &str, route: &Route, operation: &Operation) -> Value {
    let mut parameters: Vec<Value> = path_parameters(route.path)
        .map(|name| {
            let kind = if name == "number" {
                json!({"type": "integer", "minimum": 1})
            } else {
                json!({"type": "string"})
            };
            json!({"name": name, "in": "path", "required": true, "schema": kind})
        })
        .collect();
    parameters.extend(operation.query.iter().map(|query| {
        json!({"name": query.name, "in": "query", "required": false, "description": query.about,
               "schema": {"type": if query.name == "limit" { "integer" } else { "string" }}})
    }));
    if operation.if_match {
        parameters
            .push(json!({"name": "If-Match", "in": "header", "required": true, "schema": {"type": "string"},
            "description": "The `ETag` of the version that was read."}));
    }
    let mut done = json!({"description": "Done."});
    if let Some(body) = &operation.gives {
        done["content"] = json!({"application/json": {"schema": body.schema()}});
    }
    let mut responses = Map::new();
    responses.insert(operation.status.to_string(), done);
    responses.insert("default".to_owned(), json!({"$ref": "#/components/responses/Problem"}));
    let mut out = json!({
        "operationId": operation.id,
        "summary": operation.summary,
        "tags": [slice],
        "parameters": parameters,
        "responses": responses,
    });
    if let Some(body) = &operation.takes {
        out["requestBody"] =
            json!({"required": true, "content": {"application/json": {"schema": body.schema()}}});
    }
    if operation.takes_files {
        out["requestBody"] = json!({"required": true, "content": {"multipart/form-data": {"schema": {
            "type": "object", "properties": {"file": {"type": "string", "format": "binary"}}}}}});
    }
    if matches!(route.need, Need::Open) {
        out["security"] = json!([]);
    }
    out
}

fn path_parameters(path: &'static str) -> impl Iterator<Item = &'static str> {
    path.split('/').filter_map(|part| part.strip_prefix('{')?.strip_suffix('}'))
}

fn problem_schema() -> Value {
    json!({
        "type": "object",
        "required": ["type", "title", "status", "code"],
        "properties": {
            "type": {"type": "string", "format": "uri-reference"},
            "title": {"type": "string"},
            "status": {"type": "integer"},
            "code": {"type": "string", "description": "Stable; programs look at this."},
            "detail": {"type": "string"},
            "field": {"type": "string"},
            "errors": {"type": "array", "items": {"type": "object", "properties": {
                "field": {"type": "string"}, "code": {"type": "string"}, "detail": {"type": "string"}}}},
            "request_id": {"type": "string"}
        }
    })
}

/// Whether a method may change something; used by the tests that compare faces.
pub fn changes(method: &Method) -> bool {
    !matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS)
}
