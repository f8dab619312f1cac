//! Starts the server and signs requests to it.

use aws_credential_types::Credentials;
use aws_sigv4::http_request::{SignableBody, SignableRequest, SignatureLocation, SigningSettings, sign};
use aws_sigv4::sign::v4;
use ivs_wasm::model::{Location, ivs::SERVICE};
use ivs_wasm::protocol::percent_encode;
use serde_json::{Value, json};
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, SystemTime};
use ureq::http::{HeaderMap, Request};

/// The server of one test; it is stopped when dropped.
pub struct Server {
    child: Child,
    pub endpoint: String,
    pub region: String,
    pub access_key_id: String,
    pub secret_access_key: String,
    agent: ureq::Agent,
}

/// A response.
#[derive(Debug)]
pub struct Reply {
    pub status: u16,
    pub headers: HeaderMap,
    pub text: String,
}

impl Reply {
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }

    pub fn error_type(&self) -> &str {
        self.header("x-amzn-errortype")
    }
}

pub fn program() -> Command {
    Command::new(env!("CARGO_BIN_EXE_ivs-local"))
}

impl Server {
    pub fn start(arguments: &[&str]) -> Self {
        let mut command = program();
        command.args(["--port", "0", "--json", "--log", "off"]).args(arguments);
        Self::of(command)
    }

    /// The server of a command that prints JSON.
    pub fn of(command: Command) -> Self {
        Self::try_of(command).unwrap_or_else(|sentence| panic!("it does not start: {sentence}"))
    }

    /// The same, or what it says on its stderr, if that is a pipe, when it does not start.
    pub fn try_of(mut command: Command) -> Result<Self, String> {
        let mut child = command.stdout(Stdio::piped()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
        if line.is_empty() {
            let output = child.wait_with_output().unwrap();
            return Err(String::from_utf8(output.stderr).unwrap());
        }
        let started: Value = serde_json::from_str(&line).unwrap();
        let text = |name: &str| started[name].as_str().unwrap().to_owned();
        let agent = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .allow_non_standard_methods(true)
            .timeout_global(Some(Duration::from_secs(20)))
            .build()
            .into();
        Ok(Self {
            child,
            endpoint: text("endpoint"),
            region: text("region"),
            access_key_id: text("accessKeyId"),
            secret_access_key: text("secretAccessKey"),
            agent,
        })
    }

    /// Calls it by its address, whatever its name.
    pub fn at_loopback(mut self) -> Self {
        let port = self.endpoint.rsplit(':').next().unwrap();
        self.endpoint = format!("http://127.0.0.1:{port}");
        self
    }

    pub fn process(&mut self) -> &mut Child {
        &mut self.child
    }

    pub fn host(&self) -> &str {
        self.endpoint.strip_prefix("http://").unwrap()
    }

    pub fn send(&self, request: &Request<String>) -> Reply {
        self.try_send(request).unwrap()
    }

    fn try_send(&self, request: &Request<String>) -> Result<Reply, ureq::Error> {
        let has_body = !request.body().is_empty() || request.method() == "POST";
        let (head, body) = request.clone().into_parts();
        let result = if has_body {
            self.agent.run(Request::from_parts(head, body))
        } else {
            self.agent.run(Request::from_parts(head, ()))
        };
        let mut response = result?;
        Ok(Reply {
            status: response.status().as_u16(),
            headers: response.headers().clone(),
            text: response.body_mut().read_to_string()?,
        })
    }

    /// A request that is not signed.
    pub fn request(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Request<String> {
        let mut request = Request::builder().method(method).uri(format!("{}{path}", self.endpoint));
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        request.body(body.to_owned()).unwrap()
    }

    pub fn plain(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Reply {
        self.send(&self.request(method, path, headers, body))
    }

    /// The request of an operation, not yet signed: labels in the path, query members in the query, the rest in the body.
    pub fn operation(&self, name: &str, input: &Value) -> Request<String> {
        let operation = SERVICE.operation(name).unwrap();
        let (mut path, mut query, mut body) = (operation.path.to_owned(), Vec::new(), serde_json::Map::new());
        for (member, value) in input.as_object().unwrap() {
            match operation.input.members().iter().find(|known| known.name == member).map(|known| known.location) {
                Some(Location::Label) => {
                    path = path.replace(&format!("{{{member}}}"), &percent_encode(value.as_str().unwrap()));
                }
                Some(Location::Query) => query.extend(
                    value
                        .as_array()
                        .unwrap()
                        .iter()
                        .map(|item| format!("{member}={}", percent_encode(item.as_str().unwrap()))),
                ),
                _ => drop(body.insert(member.clone(), value.clone())),
            }
        }
        if !query.is_empty() {
            path = format!("{path}?{}", query.join("&"));
        }
        let in_body = operation.input.members().iter().any(|member| member.location == Location::Body);
        let body = if in_body { Value::Object(body).to_string() } else { String::new() };
        self.request(operation.method.as_str(), &path, &[("content-type", "application/json")], &body)
    }

    /// Signs and sends.
    pub fn call(&self, name: &str, input: Value) -> Reply {
        self.send(&Signing::of(self).sign(self.operation(name, &input)))
    }

    /// Signs and sends; `None` if the connection ends without an answer.
    pub fn try_call(&self, name: &str, input: Value) -> Option<Reply> {
        gone(self.try_send(&Signing::of(self).sign(self.operation(name, &input))))
    }

    /// The output of an operation that must succeed, with the modelled status.
    pub fn ok(&self, name: &str, input: Value) -> Value {
        let reply = self.call(name, input);
        let operation = SERVICE.operation(name).unwrap();
        assert_eq!(reply.status, operation.success, "{name}: {reply:?}");
        assert_eq!(reply.error_type(), "", "{name}");
        if operation.output.is_some() {
            assert_eq!(reply.header("content-type"), "application/json");
            return reply.json();
        }
        assert_eq!(reply.text, "", "{name}");
        Value::Null
    }

    /// The message of an operation that must fail with that error of the model.
    pub fn fails(&self, name: &str, input: Value, code: &str) -> String {
        let reply = self.call(name, input);
        assert_eq!(reply.error_type(), code, "{name}: {reply:?}");
        assert_eq!(reply.status, SERVICE.exception(code).unwrap().status, "{name}");
        let errors = SERVICE.operation(name).unwrap().errors;
        assert!(errors.iter().any(|error| error.name == code), "{code} is not an error of {name}");
        let message = text(&reply.json()["message"]);
        // Some clients read the one, some the other.
        assert_eq!(reply.json(), json!({ "message": message, "exceptionMessage": message }), "{name}");
        message
    }

    /// A channel, as (its ARN, the value of its stream key).
    pub fn channel(&self, input: Value) -> (String, String) {
        let created = self.ok("CreateChannel", input);
        (text(&created["channel"]["arn"]), text(&created["streamKey"]["value"]))
    }

    /// Posts JSON to a local endpoint.
    pub fn local(&self, path: &str, input: Value) -> Reply {
        self.plain("POST", path, &[("content-type", "application/json")], &input.to_string())
    }

    /// The same; `None` if the connection ends without an answer.
    pub fn try_local(&self, path: &str, input: Value) -> Option<Reply> {
        gone(self.try_send(&self.request("POST", path, &[("content-type", "application/json")], &input.to_string())))
    }

    pub fn go_live(&self, stream_key: &str) -> String {
        let reply = self.local("/_local/encoder/start", json!({ "streamKey": stream_key }));
        assert_eq!(reply.status, 200, "{reply:?}");
        text(&reply.json()["streamId"])
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// `None` if the connection ended without an answer, or there was none.
fn gone(reply: Result<Reply, ureq::Error>) -> Option<Reply> {
    match reply {
        Ok(reply) => Some(reply),
        Err(ureq::Error::Io(_) | ureq::Error::Protocol(_) | ureq::Error::ConnectionFailed) => None,
        Err(error) => panic!("{error}"),
    }
}

pub fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("{value} is not text")).to_owned()
}

/// How a request is signed.
pub struct Signing<'a> {
    pub access_key_id: &'a str,
    pub secret_access_key: &'a str,
    pub session_token: Option<&'a str>,
    pub region: &'a str,
    pub service: &'a str,
    pub time: SystemTime,
    /// In the query, and for how long, instead of in headers.
    pub presigned: Option<Duration>,
    pub unsigned_headers: &'a [&'a str],
}

impl<'a> Signing<'a> {
    /// As the server requires it.
    pub fn of(server: &'a Server) -> Self {
        Self {
            access_key_id: &server.access_key_id,
            secret_access_key: &server.secret_access_key,
            session_token: None,
            region: &server.region,
            service: "ivs",
            time: SystemTime::now(),
            presigned: None,
            unsigned_headers: &[],
        }
    }

    pub fn sign(&self, mut request: Request<String>) -> Request<String> {
        let mut settings = SigningSettings::default();
        settings.excluded_headers = Some(self.unsigned_headers.iter().map(|name| (*name).to_owned().into()).collect());
        if let Some(lifetime) = self.presigned {
            settings.signature_location = SignatureLocation::QueryParams;
            settings.expires_in = Some(lifetime);
        }
        let token = self.session_token.map(str::to_owned);
        let identity = Credentials::from_keys(self.access_key_id, self.secret_access_key, token).into();
        let params = v4::SigningParams::builder()
            .identity(&identity)
            .region(self.region)
            .name(self.service)
            .time(self.time)
            .settings(settings)
            .build()
            .unwrap()
            .into();
        let headers = request.headers().iter().map(|(name, value)| (name.as_str(), value.to_str().unwrap()));
        let signable = SignableRequest::new(
            request.method().as_str(),
            request.uri().to_string(),
            headers,
            SignableBody::Bytes(request.body().as_bytes()),
        );
        let (instructions, _) = sign(signable.unwrap(), &params).unwrap().into_parts();
        instructions.apply_to_request_http1x(&mut request);
        request
    }
}
