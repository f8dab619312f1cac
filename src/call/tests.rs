//! Calls as tables of events: what the machine asks for, and how the call ends.

use super::*;
use crate::endpoint::{DualStack, Endpoint, Fips};
use crate::model::ivs::SERVICE;
use crate::protocol::JsonDocument as Json;
use crate::retry::{Mode, Policy};
use serde_json::{Value, json};

/// 2026-11-28T08:00:00Z.
const NOW: f64 = 1_795_852_800_000.0;

const HOUR: f64 = 3_600_000.0;

const TOO_EARLY: &str = "InvalidSignatureException";

/// An event, as a row of a table has it.
#[derive(Clone, Debug)]
enum On {
    /// The provider gives the credentials of this name.
    Credentials(&'static str),
    /// The provider gives credentials that expire so many milliseconds from now.
    Expiring(&'static str, f64),
    /// The wait is over, and so much time has passed.
    Waited(f64),
    /// An answer: status, headers, body.
    Answer(u16, &'static [(&'static str, &'static str)], Value),
    /// An answer whose body is no JSON object.
    NoJson(u16, &'static [(&'static str, &'static str)]),
    Lost(Loss),
    Ended,
}

use On::{Answer as Got, Credentials as Given, Ended, Expiring, Lost, NoJson, Waited};

/// A client, the calls made with it, and the machine's clock.
struct Bench {
    client: Rc<Client>,
    now: f64,
    /// What the service's clock is ahead of the machine's.
    ahead: f64,
}

impl Bench {
    fn new() -> Self {
        Self::with(Mode::Standard, 3)
    }

    fn with(mode: Mode, max_attempts: u32) -> Self {
        let client = Client::new(Config {
            service: &SERVICE,
            region: "us-west-2".into(),
            endpoint: Endpoint::regional("ivs", "us-west-2", Fips::Any, DualStack::Any).unwrap(),
            retry: Policy::new(mode, max_attempts),
            clock_offset: 0.0,
            user_agent: None,
        });
        Self { client: Rc::new(client), now: NOW, ahead: 0.0 }
    }

    fn call(&self, goal: Goal) -> Call<Json> {
        let operation = SERVICE.operation("GetChannel").unwrap();
        let request = Request {
            method: operation.method,
            path: "/GetChannel".into(),
            query: String::new(),
            body: Some(r#"{"arn":"a"}"#.into()),
        };
        Call::new(Rc::clone(&self.client), operation, request, goal, None, &mut || 7)
    }

    /// Plays a call, and gives a line for each of its steps.
    fn play(&mut self, events: &[On]) -> Vec<String> {
        let mut call = self.call(Goal::Answer);
        let mut step = call.start(self.now);
        let mut lines = vec![line(&step)];
        for event in events {
            step = call.next(self.event(event), self.now, &mut || 0.5);
            lines.push(line(&step));
        }
        lines
    }

    fn event(&mut self, event: &On) -> Event<Json> {
        let credentials = |name: &str, expiration| {
            let credentials = Credentials::new(name, "secret", Some(name.to_owned()));
            Event::Credentials(credentials.map(|credentials| ProvidedCredentials { credentials, expiration }))
        };
        match event.clone() {
            Given(name) => credentials(name, None),
            Expiring(name, left) => credentials(name, Some(self.now + self.ahead + left)),
            Waited(millis) => {
                self.now += millis;
                Event::Waited
            }
            Got(status, headers, body) => self.answer(status, headers, Some(Json::new(body))),
            NoJson(status, headers) => self.answer(status, headers, None),
            Lost(loss) => Event::Lost(loss),
            Ended => Event::Ended,
        }
    }

    fn answer(&self, status: u16, headers: &[(&str, &str)], body: Option<Json>) -> Event<Json> {
        let header = |name| headers.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned());
        Event::Answered(Answer {
            status,
            date: header("date").map_or(self.now + self.ahead, |date| date.parse().unwrap()),
            is_from_cache: header("age").is_some(),
            error_type: header("x-amzn-errortype"),
            x_amz_retry_after: header("x-amz-retry-after"),
            retry_after: header("retry-after"),
            retry_after_date: f64::NAN,
            body,
        })
    }
}

fn line(step: &Step<Json>) -> String {
    match step {
        Step::Credentials => "credentials".into(),
        Step::Wait { millis, after } => format!("wait {millis} after {}", after.as_deref().unwrap_or("-")),
        Step::Send(request) => {
            let header = |name| request.headers.iter().find(|(known, _)| *known == name).unwrap().1.as_str();
            format!("send {} as {}", header("amz-sdk-request"), header("x-amz-security-token"))
        }
        Step::Done(Outcome::Output(body)) => format!("output {}", body.show()),
        Step::Done(Outcome::Url(url)) => format!("url {url}"),
        Step::Done(Outcome::ServiceError { error, retryable, .. }) => {
            format!("error {} {:?} {retryable:?}", error.code, error.message)
        }
        Step::Done(Outcome::Malformed) => "malformed".into(),
        Step::Done(Outcome::Lost(loss)) => format!("lost {loss:?}"),
        Step::Done(Outcome::Ended) => "ended".into(),
        Step::Done(Outcome::NotSigned(error)) => format!("not signed: {}", error.code()),
    }
}

const FIRST: &str = "send attempt=1; max=3 as t1";
const SECOND: &str = "send attempt=2; max=3 as t1";
const THIRD: &str = "send attempt=3; max=3 as t1";

fn fine() -> On {
    Got(200, &[], json!({ "channel": { "arn": "a" } }))
}

const OUTPUT: &str = r#"output {"channel":{"arn":"a"}}"#;

fn refusal(status: u16, code: &'static [(&'static str, &'static str)], message: &str) -> On {
    Got(status, code, json!({ "exceptionMessage": message }))
}

/// Each event with the step that it leads to, after the first question for credentials.
fn check(bench: &mut Bench, name: &str, rows: &[(On, &str)]) {
    let events: Vec<_> = rows.iter().map(|(event, _)| event.clone()).collect();
    let steps = bench.play(&events);
    let expected: Vec<_> = rows.iter().map(|(_, step)| (*step).to_owned()).collect();
    assert_eq!(steps[1..], expected, "{name}");
}

const THROTTLED: &[(&str, &str)] = &[("x-amzn-errortype", "ThrottlingException")];
const UNAVAILABLE: &[(&str, &str)] = &[("x-amzn-errortype", "ServiceUnavailable")];
const EXPIRED: &[(&str, &str)] = &[("x-amzn-errortype", "ExpiredTokenException")];
const CONFLICT: &[(&str, &str)] = &[("x-amzn-errortype", "ConflictException")];

#[test]
fn lost_requests_are_sent_again_and_then_reported() {
    for (loss, name, last) in
        [(Loss::Connection, "NetworkError", "lost Connection"), (Loss::Timeout, "TimeoutError", "lost Timeout")]
    {
        let [first, second] = [50, 100].map(|millis| format!("wait {millis} after {name}"));
        check(
            &mut Bench::new(),
            name,
            &[
                (Given("t1"), FIRST),
                (Lost(loss), &first),
                (Waited(50.0), SECOND),
                (Lost(loss), &second),
                (Waited(100.0), THIRD),
                (Lost(loss), last),
            ],
        );
        check(
            &mut Bench::new(),
            name,
            &[(Given("t1"), FIRST), (Lost(loss), &first), (Waited(50.0), SECOND), (fine(), OUTPUT)],
        );
    }
    let no_response = [(Given("t1"), FIRST), (Lost(Loss::NotAResponse), "lost NotAResponse")];
    check(&mut Bench::new(), "what is no response is final", &no_response);
}

#[test]
fn one_attempt_is_one_attempt() {
    let once = "send attempt=1; max=1 as t1";
    for (event, last) in [
        (Lost(Loss::Connection), "lost Connection"),
        (refusal(503, UNAVAILABLE, "No."), "error ServiceUnavailable \"No.\" Transient"),
        (refusal(403, EXPIRED, "Old."), "error ExpiredTokenException \"Old.\" Transient"),
    ] {
        check(&mut Bench::with(Mode::Standard, 1), last, &[(Given("t1"), once), (event, last)]);
    }
}

#[test]
fn answers_that_say_that_a_retry_may_help_are_retried() {
    for (status, headers, wait) in [
        (500, &[][..], "wait 50 after -"),
        (502, &[], "wait 50 after -"),
        (503, &[], "wait 50 after -"),
        (504, &[], "wait 50 after -"),
        (503, UNAVAILABLE, "wait 50 after ServiceUnavailable"),
        (429, THROTTLED, "wait 250 after ThrottlingException"),
        (429, &[], "wait 250 after -"),
        (400, THROTTLED, "wait 250 after ThrottlingException"),
        (
            429,
            &[("x-amzn-errortype", "ThrottlingException"), ("retry-after", "1")],
            "wait 1000 after ThrottlingException",
        ),
        (503, &[("x-amz-retry-after", "300")], "wait 300 after -"),
        (503, &[("retry-after", "soon")], "wait 50 after -"),
    ] {
        let rows = [(Given("t1"), FIRST), (NoJson(status, headers), wait), (Waited(300.0), SECOND), (fine(), OUTPUT)];
        check(&mut Bench::new(), wait, &rows);
    }
}

#[test]
fn an_error_that_lasts_is_reported_after_three_attempts() {
    for (status, headers, name, kind) in
        [(503, UNAVAILABLE, "ServiceUnavailable", "Transient"), (429, THROTTLED, "ThrottlingException", "Throttling")]
    {
        let mut bench = Bench::new();
        let no = || refusal(status, headers, "No.");
        let steps = bench.play(&[Given("t1"), no(), Waited(50.0), no(), Waited(50.0), no()]);
        assert_eq!(steps[3], SECOND);
        assert_eq!(steps[5], THIRD);
        assert_eq!(steps[6], format!("error {name} \"No.\" {kind}"));
    }
}

#[test]
fn a_service_that_asks_for_an_hour_is_not_asked_again() {
    let hour: &[(&str, &str)] = &[("x-amzn-errortype", "ServiceUnavailable"), ("retry-after", "3600")];
    let last = "error ServiceUnavailable \"No.\" Transient";
    check(&mut Bench::new(), "retry-after", &[(Given("t1"), FIRST), (refusal(503, hour, "No."), last)]);
}

#[test]
fn errors_that_would_come_again_are_reported_at_once() {
    for (event, last) in [
        (
            Got(400, &[("x-amzn-errortype", "ValidationException")], json!({ "message": "m" })),
            "ValidationException \"m\"",
        ),
        (Got(404, &[("x-amzn-errortype", "ResourceNotFoundException")], json!({})), "ResourceNotFoundException \"\""),
        (
            Got(402, &[("x-amzn-errortype", "ServiceQuotaExceededException")], json!({})),
            "ServiceQuotaExceededException \"\"",
        ),
        (NoJson(501, &[]), " \"\""),
        (NoJson(301, &[]), " \"\""),
        (NoJson(307, &[]), " \"\""),
        (NoJson(403, &[]), " \"\""),
        (NoJson(400, &[]), " \"\""),
        // Every form in which AWS's services send a code and a message.
        (NoJson(409, CONFLICT), "ConflictException \"\""),
        (
            Got(409, &[("x-amzn-errortype", "ConflictException:http://internal.amazon.com/coral/")], json!({})),
            "ConflictException \"\"",
        ),
        (
            Got(409, &[("x-amzn-errortype", "ConflictException, ConflictException")], json!({})),
            "ConflictException \"\"",
        ),
        (
            Got(409, &[], json!({ "__type": "com.amazonaws.ivs#ConflictException", "message": "Busy." })),
            "ConflictException \"Busy.\"",
        ),
        (Got(409, &[], json!({ "code": "ConflictException", "Message": "Busy." })), "ConflictException \"Busy.\""),
        (refusal(409, CONFLICT, "Busy."), "ConflictException \"Busy.\""),
        (
            Got(418, &[("x-amzn-errortype", "TeapotException")], json!({ "message": "Short." })),
            "TeapotException \"Short.\"",
        ),
    ] {
        let last = format!("error {last} No");
        check(&mut Bench::new(), &last, &[(Given("t1"), FIRST), (event, &last)]);
    }
}

#[test]
fn a_success_has_a_json_object() {
    let later = json!({ "channel": { "arn": "a", "later": [1] }, "extra": true });
    for (event, last) in [
        (Got(200, &[], json!({})), "output {}"),
        (Got(204, &[], json!({})), "output {}"),
        (Got(200, &[], later), r#"output {"channel":{"arn":"a","later":[1]},"extra":true}"#),
        (NoJson(200, &[]), "malformed"),
    ] {
        check(&mut Bench::new(), last, &[(Given("t1"), FIRST), (event, last)]);
    }
}

#[test]
fn a_wrong_clock_is_corrected_once() {
    for ahead in [HOUR, -HOUR] {
        for code in [TOO_EARLY, "RequestTimeTooSkewed"] {
            let headers: &'static [_] = Vec::leak(vec![("x-amzn-errortype", code)]);
            let retry = format!("wait 0 after {code}");
            let mut bench = Bench { ahead, ..Bench::new() };
            let refused = || refusal(403, headers, "Signature expired");
            check(
                &mut bench,
                code,
                &[(Given("t1"), FIRST), (refused(), &retry), (Waited(0.0), SECOND), (fine(), OUTPUT)],
            );
            assert!((bench.client.clock.at(NOW) - NOW - ahead).abs() < 1.0);
            // The next call signs with the right time, and a service that says the same whatever the clock is believed.
            let kind = if code == TOO_EARLY { "No" } else { "Transient" };
            let last = format!("error {code} \"Signature expired\" {kind}");
            let steps = bench.play(&[refused(), Waited(0.0), refused()]);
            assert_eq!(steps[0], FIRST);
            assert_eq!(steps.iter().find(|step| step.starts_with("error")).unwrap(), &last);
        }
    }
}

#[test]
fn a_wrong_secret_is_no_wrong_clock() {
    let headers: &[(&str, &str)] = &[("x-amzn-errortype", TOO_EARLY)];
    let last = "error InvalidSignatureException \"Mismatch\" No";
    check(&mut Bench::new(), last, &[(Given("t1"), FIRST), (refusal(403, headers, "Mismatch"), last)]);
}

#[test]
fn dates_of_caches_and_dates_that_cannot_be_signed_teach_nothing() {
    for headers in [&[("age", "3600"), ("date", "0")][..], &[("date", "253402300800000")], &[("date", "NaN")]] {
        let mut bench = Bench::new();
        check(&mut bench, "date", &[(Given("t1"), FIRST), (Got(200, headers, json!({})), "output {}")]);
        assert!(bench.client.clock.offset().abs() < 0.5, "{headers:?}");
    }
}

#[test]
fn expired_credentials_are_replaced_once() {
    let expired = || refusal(403, EXPIRED, "Old.");
    let retry = "wait 0 after ExpiredTokenException";
    let last = "error ExpiredTokenException \"Old.\" Transient";
    let mut bench = Bench::new();
    let renewed = "send attempt=2; max=3 as t2";
    let rows = [(Given("t1"), FIRST), (expired(), retry), (Waited(0.0), "credentials"), (Given("t2"), renewed)];
    check(&mut bench, "replaced", &[&rows[..], &[(fine(), OUTPUT)]].concat());
    // The next call has them already.
    assert_eq!(bench.play(&[fine()]), ["send attempt=1; max=3 as t2", OUTPUT]);
    check(&mut Bench::new(), "all expired", &[&rows[..], &[(expired(), last)]].concat());
    let same = [(Given("t1"), FIRST), (expired(), retry), (Waited(0.0), "credentials"), (Given("t1"), last)];
    check(&mut Bench::new(), "the same again", &same);
}

#[test]
fn expired_credentials_are_replaced_by_the_next_call_where_no_attempt_is_left() {
    let mut bench = Bench::with(Mode::Standard, 1);
    let last = "error ExpiredTokenException \"Old.\" Transient";
    let expired = || refusal(403, EXPIRED, "Old.");
    check(&mut bench, "first", &[(Given("t1"), "send attempt=1; max=1 as t1"), (expired(), last)]);
    assert_eq!(bench.play(&[])[0], "credentials");
    check(&mut bench, "the same again", &[(Given("t1"), "send attempt=1; max=1 as t1"), (expired(), last)]);
    check(&mut bench, "another", &[(Given("t2"), "send attempt=1; max=1 as t2"), (fine(), OUTPUT)]);
    assert_eq!(bench.play(&[])[0], "send attempt=1; max=1 as t2");
}

#[test]
fn a_call_whose_credentials_another_one_replaced_uses_the_new_ones() {
    let mut bench = Bench::new();
    let (mut first, mut second) = (bench.call(Goal::Answer), bench.call(Goal::Answer));
    first.start(bench.now);
    first.next(bench.event(&Given("t1")), bench.now, &mut || 0.5);
    assert_eq!(line(&second.start(bench.now)), FIRST);
    for call in [&mut first, &mut second] {
        let step = call.next(bench.event(&refusal(403, EXPIRED, "Old.")), bench.now, &mut || 0.5);
        assert_eq!(line(&step), "wait 0 after ExpiredTokenException");
    }
    assert_eq!(line(&first.next(Event::Waited, bench.now, &mut || 0.5)), "credentials");
    first.next(bench.event(&Given("t2")), bench.now, &mut || 0.5);
    assert_eq!(line(&second.next(Event::Waited, bench.now, &mut || 0.5)), "send attempt=2; max=3 as t2");
}

#[test]
fn credentials_are_asked_for_again_before_they_expire_by_the_services_clock() {
    let mut bench = Bench { ahead: HOUR, ..Bench::new() };
    // The answer corrects the clock, by which the credentials have 59 minutes less than it seemed.
    bench.client.clock.learn(NOW + HOUR, NOW, NOW);
    check(&mut bench, "first", &[(Expiring("t1", HOUR), FIRST), (fine(), OUTPUT)]);
    bench.now += HOUR - 300_001.0;
    assert_eq!(bench.play(&[fine()])[0], FIRST);
    bench.now += 1.0;
    assert_eq!(bench.play(&[])[0], "credentials");
}

#[test]
fn credentials_that_have_expired_already_are_used_by_the_call_that_asked() {
    let mut bench = Bench::new();
    check(&mut bench, "expired", &[(Expiring("t1", -1.0), FIRST), (fine(), OUTPUT)]);
    assert_eq!(bench.play(&[])[0], "credentials");
}

#[test]
fn credentials_that_cannot_be_sent_end_the_call() {
    let rows = [(Given("a\nb"), "not signed: InvalidCredentials")];
    check(&mut Bench::new(), "malformed", &rows);
}

#[test]
fn a_call_can_be_ended_at_every_step() {
    for rows in [
        vec![(Ended, "ended")],
        vec![(Given("t1"), FIRST), (Ended, "ended")],
        vec![(Given("t1"), FIRST), (Lost(Loss::Connection), "wait 50 after NetworkError"), (Ended, "ended")],
        vec![
            (Given("t1"), FIRST),
            (refusal(403, EXPIRED, "Old."), "wait 0 after ExpiredTokenException"),
            (Waited(0.0), "credentials"),
            (Ended, "ended"),
        ],
    ] {
        check(&mut Bench::new(), "ended", &rows);
    }
}

#[test]
fn a_call_that_is_ended_in_the_queue_of_the_rate_limiter_leaves_it() {
    let mut bench = Bench::with(Mode::Adaptive, 1);
    let throttled = || refusal(429, THROTTLED, "Too fast.");
    let steps = bench.play(&[Given("t1"), throttled()]);
    assert_eq!(steps[2], "error ThrottlingException \"Too fast.\" Throttling");
    let (mut queued, mut ended) = (bench.call(Goal::Answer), bench.call(Goal::Answer));
    while let Step::Send(_) = queued.start(bench.now) {
        queued = bench.call(Goal::Answer);
    }
    let wait = |step: &Step<Json>| match step {
        Step::Wait { millis, after: None } => *millis,
        other => panic!("{}", line(other)),
    };
    wait(&ended.start(bench.now));
    assert_eq!(line(&ended.next(Event::Ended, bench.now, &mut || 0.5)), "ended");
    let mut waited = 0.0;
    while let step @ Step::Wait { .. } = queued.next(Event::Waited, bench.now + waited, &mut || 0.5) {
        waited += wait(&step);
        assert!(waited < 60_000.0, "the call in front was ended");
    }
}

#[test]
fn a_presigned_url_is_a_call_that_ends_where_another_sends() {
    let mut bench = Bench::new();
    for (method, host) in [(None, "GetChannel?X-Amz-Algorithm"), (Some("GET".to_owned()), "GetChannel?X-Amz-Algorithm")]
    {
        let mut call = bench.call(Goal::PresignedUrl { method, expires_in: 60 });
        let mut step = call.start(bench.now);
        if let Step::Credentials = step {
            step = call.next(bench.event(&Given("t1")), bench.now, &mut || 0.5);
        }
        let Step::Done(Outcome::Url(url)) = step else { panic!("{}", line(&step)) };
        assert!(url.starts_with(&format!("https://ivs.us-west-2.amazonaws.com/{host}")), "{url}");
        assert!(url.contains("&X-Amz-Expires=60&X-Amz-Security-Token=t1&X-Amz-Signature="), "{url}");
    }
    let mut call = bench.call(Goal::PresignedUrl { method: None, expires_in: 604_801 });
    assert_eq!(line(&call.start(bench.now)), "not signed: InvalidExpiresIn");
}

#[test]
fn a_request_is_signed_for_the_moment_of_each_attempt_with_the_same_body_and_invocation_id() {
    let mut bench = Bench::new();
    let mut call = bench.call(Goal::Answer);
    assert_eq!(call.take_body().as_deref(), Some(r#"{"arn":"a"}"#));
    call.start(bench.now);
    let mut sent = Vec::new();
    for event in [Given("t1"), Lost(Loss::Connection), Waited(1000.0)] {
        if let Step::Send(request) = call.next(bench.event(&event), bench.now, &mut || 0.5) {
            sent.push(request);
        }
    }
    let [first, second] = &sent[..] else { panic!("{sent:?}") };
    let header =
        |request: &SignedRequest, name| request.headers.iter().find(|(known, _)| *known == name).unwrap().1.clone();
    assert_eq!(header(first, "x-amz-date"), "20261128T080000Z");
    assert_eq!(header(second, "x-amz-date"), "20261128T080001Z");
    assert_ne!(header(first, "authorization"), header(second, "authorization"));
    assert_eq!(header(first, "amz-sdk-invocation-id"), header(second, "amz-sdk-invocation-id"));
    assert_eq!(header(first, "content-type"), "application/json");
    assert_eq!((first.method, first.url.as_str()), ("POST", "https://ivs.us-west-2.amazonaws.com/GetChannel"));
}
