//! Calls of the API.

use super::Service;
use super::record::{Outcome, Record};
use crate::auth::Access;
use crate::call::Failure;
use crate::error::Error;
use crate::ids;
use crate::input;
use crate::request::{AnswerLost, Request, Response};
use crate::route::Route;
use serde_json::Value;

/// The security headers of the service's responses, some of which are modelled as members.
const HEADERS: [(&str, &str); 5] = [
    ("cache-control", "no-store"),
    ("content-security-policy", "default-src 'none'"),
    // Browsers ignore it on plain HTTP.
    ("strict-transport-security", "max-age=31536000"),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
];

impl Service {
    /// Answers a call: whose signature was verified, or the error of one whose was not.
    pub fn api(
        &mut self,
        route: &Route<'_>,
        request: &Request<'_>,
        access: Result<&Access<'_>, Error>,
    ) -> Result<Response, AnswerLost> {
        let id = self.ids.uuid().to_string();
        let mut record = Record::new(self.now, &id, route.operation.name);
        let result = access.map_err(Failure::from).and_then(|access| {
            record.access_key_id = Some(access.claim.access_key_id.clone());
            record.region = Some(access.claim.region.clone());
            self.call(route, request, access, &mut record)
        });
        let answer = match result {
            Ok(output) => {
                let status = route.operation.success;
                record.outcome = Outcome::Response { status };
                Ok(output.map_or_else(|| Response::empty(status), |output| Response::json(status, &output)))
            }
            Err(Failure::Error(error)) => {
                record.outcome = Outcome::of(&error);
                Ok(Response::error(&error))
            }
            Err(Failure::AnswerLost) => Err(AnswerLost),
        };
        self.records.add(record);
        self.take_events();
        answer.map(|response| response.with(&HEADERS).with(&[("x-amzn-requestid", &id)]))
    }

    fn call(
        &mut self,
        route: &Route<'_>,
        request: &Request<'_>,
        access: &Access<'_>,
        record: &mut Record,
    ) -> Result<Option<Value>, Failure> {
        let labels = route.labels()?;
        let labels: Vec<(&str, &str)> = labels.iter().map(|(name, value)| (*name, value.as_ref())).collect();
        let input = input::decode(route.operation, &labels, request.query, request.body)?;
        record.set_input(&input, request.body.len());
        if access.key.is_some_and(|key| !key.permissions.permit(route.operation)) {
            let user = ids::user_arn(&access.claim.access_key_id);
            return Err(Error::access_denied(&user, route.operation.name, resource(&input)).into());
        }
        let account = self.account(&access.claim.region);
        account.ok_or_else(|| Error::internal("there is no account"))?.call(route.operation, input)
    }
}

/// The ARN of the resource that a call is about, or a star where it is about none.
fn resource(input: &Value) -> &str {
    ["arn", "channelArn", "resourceArn"].iter().find_map(|member| input.get(member)?.as_str()).unwrap_or("*")
}
