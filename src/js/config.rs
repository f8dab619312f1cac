//! Reading the configuration.

use super::report::Report;
use crate::client::Config;
use crate::client::credentials::CredentialsSource;
use crate::client::transport::Transport;
use crate::endpoint::{self, DualStack, Endpoint, Fips};
use crate::js_value;
use crate::sigv4::Credentials;
use js_sys::Function;
use wasm_bindgen::prelude::*;

/// Reads each field of a configuration object once. What is missing is looked for in the environment variables that AWS's
/// tools share, where there are any.
pub fn read(config: &JsValue, environment: &JsValue) -> Result<Config, Report> {
    if !config.is_object() {
        return Err(Report::config("config", "expected an object"));
    }
    let region = text(config, "config", "region")?
        .or_else(|| variable(environment, &["AWS_REGION", "AWS_DEFAULT_REGION"]))
        .unwrap_or_default();
    let endpoint = read_endpoint(config, environment, &region)?;
    let transport = match read_field(config, "config", "fetch")? {
        None => Transport::Fetch,
        Some(value) => Transport::Function(
            value
                .dyn_into::<Function>()
                .map_err(|_| Report::config("config.fetch", "expected a function such as fetch"))?,
        ),
    };
    let credentials = match read_field(config, "config", "credentials")? {
        Some(credentials) => read_credentials(&credentials)?,
        None => credentials_of_environment(environment)?,
    };
    Ok(Config {
        region,
        endpoint,
        credentials: CredentialsSource::Fixed(credentials),
        transport,
        user_agent: read_user_agent(config)?,
    })
}

/// A header's value goes into the signature as UTF-8 and over the wire as Latin-1: only ASCII is the same in both.
fn read_user_agent(config: &JsValue) -> Result<Option<String>, Report> {
    let own = text(config, "config", "customUserAgent")?;
    if own.as_ref().is_some_and(|own| !own.bytes().all(|byte| matches!(byte, b' '..=b'~'))) {
        return Err(Report::config("config.customUserAgent", "must be printable ASCII: it is sent in a header"));
    }
    Ok(own)
}

fn read_endpoint(config: &JsValue, environment: &JsValue, region: &str) -> Result<Endpoint, Report> {
    let fips = if flag(config, "useFipsEndpoint")? { Fips::Required } else { Fips::Any };
    let dual_stack = if flag(config, "useDualstackEndpoint")? { DualStack::Required } else { DualStack::Any };
    let own = text(config, "config", "endpoint")?
        .or_else(|| variable(environment, &["AWS_ENDPOINT_URL_IVS", "AWS_ENDPOINT_URL"]));
    // The region is needed, and checked, with an endpoint of one's own too: the signature names it.
    Endpoint::of_region(region, fips, dual_stack)
        .and_then(|of_region| match own {
            None => Ok(of_region),
            Some(url) if (fips, dual_stack) == (Fips::Any, DualStack::Any) => Endpoint::of_url(&url),
            Some(_) => Err(endpoint::Error::OptionWithEndpoint),
        })
        .map_err(|error| Report::config(&("config.".to_owned() + error.field()), &error.to_string()))
}

/// Reads `{ accessKeyId, secretAccessKey, sessionToken }`.
pub fn read_credentials(value: &JsValue) -> Result<Credentials, Report> {
    let part = |name: &str, required: bool| -> Result<Option<String>, Report> {
        match js_value::get(value, name) {
            Ok(part) if part.is_string() => Ok(js_value::text(&part)),
            Ok(part) if (part.is_undefined() || part.is_null()) && !required => Ok(None),
            Ok(_) => Err(Report::credentials("`credentials.".to_owned() + name + "` must be a string")),
            Err(_) => Err(Report::credentials("`credentials.".to_owned() + name + "` could not be read")),
        }
    };
    if !value.is_object() {
        return Err(Report::credentials(
            "`credentials` must be an object { accessKeyId, secretAccessKey, sessionToken? }",
        ));
    }
    Ok(Credentials::new(
        part("accessKeyId", true)?.unwrap_or_default(),
        part("secretAccessKey", true)?.unwrap_or_default(),
        part("sessionToken", false)?,
    )?)
}

fn credentials_of_environment(environment: &JsValue) -> Result<Credentials, Report> {
    let pair = variable(environment, &["AWS_ACCESS_KEY_ID"]).zip(variable(environment, &["AWS_SECRET_ACCESS_KEY"]));
    let (access_key_id, secret_access_key) = pair.ok_or_else(|| {
        Report::credentials(
            "there are no credentials: give `credentials`, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY where \
             there is an environment",
        )
    })?;
    Ok(Credentials::new(access_key_id, secret_access_key, variable(environment, &["AWS_SESSION_TOKEN"]))?)
}

/// The first of the environment variables that is set and not empty.
fn variable(environment: &JsValue, names: &[&str]) -> Option<String> {
    names
        .iter()
        .find_map(|name| js_value::text(&js_value::get(environment, name).ok()?).filter(|value| !value.is_empty()))
}

/// A field that is there.
pub fn read_field(object: &JsValue, path: &str, name: &str) -> Result<Option<JsValue>, Report> {
    match js_value::get(object, name) {
        Ok(value) if value.is_undefined() || value.is_null() => Ok(None),
        Ok(value) => Ok(Some(value)),
        Err(thrown) => Err(Report::config(
            &(path.to_owned() + "." + name),
            &("could not be read: ".to_owned() + &js_value::describe_thrown(&thrown)),
        )),
    }
}

/// A field that is text.
pub fn text(object: &JsValue, path: &str, name: &str) -> Result<Option<String>, Report> {
    match read_field(object, path, name)? {
        None => Ok(None),
        Some(value) => js_value::text(&value)
            .map(Some)
            .ok_or_else(|| Report::config(&(path.to_owned() + "." + name), "expected string")),
    }
}

fn flag(object: &JsValue, name: &str) -> Result<bool, Report> {
    match read_field(object, "config", name)? {
        None => Ok(false),
        Some(value) => {
            value.as_bool().ok_or_else(|| Report::config(&("config.".to_owned() + name), "expected true or false"))
        }
    }
}
