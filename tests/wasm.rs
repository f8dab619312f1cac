//! The wasm as it runs in Node and in browsers: one body of tests for every environment, against a mocked `fetch`.
#![cfg(target_family = "wasm")]
#![allow(missing_docs, clippy::unwrap_used, reason = "tests, of which clippy sees only the helpers")]

use ivs_wasm::js::{Engine, sign};
use js_sys::{Function, JSON, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

const ARN: &str = "arn:aws:ivs:us-west-2:123456789012:channel/abcd";

/// An engine whose requests go to a function of `url` and `init` with that body.
fn engine(fetch: &str) -> Engine {
    engine_with(Some(Function::new_with_args("url, init", fetch)))
}

fn engine_with(fetch: Option<Function>) -> Engine {
    let fetch = fetch.map_or(JsValue::UNDEFINED, Into::into);
    Engine::new("ivs\0us-west-2", 0, 2, 0.0, &fetch).unwrap()
}

/// The caller's side of a call, as `pkg-template/src/call.js` has it, without timeouts, aborts and loggers.
const CALL: &str = "{
    ready: () => ['AKIDEXAMPLE', 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY'],
    begin: (parts, method, headers, body) =>
        ({ method, headers: JSON.parse(headers), body, signal: new AbortController().signal }),
    async answer(pending) {
        try {
            const { status, headers, text } = await pending;
            this.headers = headers;
            let body;
            try { body = JSON.parse(await text() || '{}') } catch {}
            return [status, Array.isArray(body) ? undefined : body];
        } catch (error) {
            return [0, 0, error];
        }
    },
    header(name) {
        try { return this.headers.get(name) ?? undefined } catch {}
    },
    attempted() {},
    dropped() {},
}";

fn start(engine: &Engine, operation: &str, input: &JsValue) -> Promise {
    start_with(engine, operation, input, CALL)
}

fn start_with(engine: &Engine, operation: &str, input: &JsValue, call: &str) -> Promise {
    let call = js(call);
    Promise::new(&mut |resolve, reject| {
        for (name, end) in [("resolve", resolve), ("reject", reject)] {
            Reflect::set(&call, &name.into(), &end).unwrap();
        }
        engine.call(operation, input.clone(), true, call.clone(), None, None);
    })
}

/// Evaluates an expression, such as an input with a getter.
fn js(expression: &str) -> JsValue {
    Function::new_no_args(&format!("return ({expression})")).call0(&JsValue::UNDEFINED).unwrap()
}

/// As the package's own JavaScript reads a report.
const READ: &str = "([kind, subject, name, message]) =>
    ({ kind, name, message: message || (kind === 'validation' ? subject.map((pair) => pair.join(': ')).join() : String(subject)) })";

/// What a call resolved to, or rejected with, as JSON.
async fn call(engine: &Engine, operation: &str, input: &str) -> Result<String, String> {
    let promise = start(engine, operation, &js(input));
    let text = |value: &JsValue| String::from(JSON::stringify(value).unwrap());
    let read: Function = js(READ).unchecked_into();
    JsFuture::from(promise)
        .await
        .map(|output| text(&output))
        .map_err(|report| text(&read.call1(&JsValue::UNDEFINED, &report).unwrap()))
}

#[wasm_bindgen_test]
async fn a_call_is_signed_sent_and_decoded() {
    let engine = engine(
        r#"
        const { method, headers, body } = init;
        const sent = [url, method, body, Object.keys(headers).sort().join(), headers.authorization.slice(0, 39)];
        const output = { channel: { arn: "a", new: 1 }, sent };
        return { status: 200, text: () => JSON.stringify(output) };
        "#,
    );
    assert_eq!(
        call(&engine, "CreateChannel", "{ name: 'ü', authorized: false, type: undefined }").await.unwrap(),
        r#"{"channel":{"arn":"a","new":1},"sent":["https://ivs.us-west-2.amazonaws.com/CreateChannel","POST","{\"name\":\"ü\",\"authorized\":false}","amz-sdk-invocation-id,amz-sdk-request,authorization,content-type,x-amz-date,x-amz-user-agent","AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE"]}"#
    );
}

#[wasm_bindgen_test]
async fn the_global_fetch_is_looked_up_at_each_call_and_gets_a_headers_object() {
    let original = Reflect::get(&js_sys::global(), &"fetch".into()).unwrap();
    let engine = engine_with(None);
    js("globalThis.fetch = async (url, { method, headers }) => ({
        status: 200,
        text: () => JSON.stringify({ tags: { url, method, signed: String(headers.has('authorization')) } }),
    })");
    let output = call(&engine, "ListTagsForResource", &format!("{{ resourceArn: '{ARN}' }}")).await;
    Reflect::set(&js_sys::global(), &"fetch".into(), &original).unwrap();
    let output = output.unwrap();
    assert!(output.contains("/tags/arn%3Aaws%3Aivs%3Aus-west-2%3A123456789012%3Achannel%2Fabcd"), "{output}");
    assert!(output.contains(r#""method":"GET","signed":"true""#), "{output}");
}

#[wasm_bindgen_test]
async fn a_page_that_broke_what_requests_are_made_of_gets_an_error() {
    for broken in ["fetch", "Headers"] {
        let original = Reflect::get(&js_sys::global(), &broken.into()).unwrap();
        js(&format!("globalThis.{broken} = function () {{ throw 'broken' }}"));
        let report = call(&engine_with(None), "ListChannels", "{}").await;
        Reflect::set(&js_sys::global(), &broken.into(), &original).unwrap();
        assert!(report.unwrap_err().contains("broken"));
    }
}

#[wasm_bindgen_test]
async fn timestamps_are_dates_both_ways() {
    let engine = engine(
        "return { status: 200, text: () => JSON.stringify({ targetStartAt: JSON.parse(init.body).targetStartAt }) }",
    );
    let input = js(&format!("{{ channelArn: '{ARN}', durationSeconds: 30, targetStartAt: new Date(1767323045000) }}"));
    let output = JsFuture::from(start(&engine, "InsertAdBreak", &input)).await.unwrap();
    let at = Reflect::get(&output, &"targetStartAt".into()).unwrap();
    assert!((at.unchecked_into::<js_sys::Date>().get_time() - 1_767_323_045_000.0).abs() < 0.5);
}

#[wasm_bindgen_test]
async fn an_empty_body_is_an_output_without_members() {
    let engine = engine("return { status: 204, text: async () => '' }");
    assert_eq!(call(&engine, "DeleteChannel", &format!("{{ arn: '{ARN}' }}")).await.unwrap(), "{}");
}

#[wasm_bindgen_test]
async fn an_error_of_the_service_is_reported_with_its_code_and_message() {
    let engine = engine(
        r#"return {
            status: 409,
            headers: new Map([["x-amzn-errortype", "ConflictException:http://x"], ["x-amzn-requestid", "id-2"]]),
            text: () => '{"exceptionMessage":"Busy."}',
        }"#,
    );
    let report = call(&engine, "ListChannels", "{}").await.unwrap_err();
    for part in [r#""kind":"service""#, r#""name":"ConflictException""#, r#""message":"Busy.""#] {
        assert!(report.contains(part), "{part} in {report}");
    }
}

#[wasm_bindgen_test]
async fn hostile_inputs_are_refused_and_nothing_is_sent() {
    let engine = engine("throw new Error('sent')");
    for (input, problem) in [
        ("{ name: Symbol() }", "input.name: expected string, got a symbol"),
        ("{ get name() { throw new Error('boom') } }", "input: could not be read: boom"),
        ("new Proxy({}, { ownKeys() { throw 7 } })", "input: could not be read: "),
        ("{ tags: new Map([['a', 'b']]) }", "input.tags: expected an object, got Map"),
        ("{ tags: new Array(4294967295) }", "input.tags: makes the request hold more than 100,000 values"),
        ("{ name: 'x'.repeat(64 << 20) }", "input.name: makes the request larger than the 10 MiB"),
        ("{ name: '\\ud800' }", "input.name: holds half of a surrogate pair"),
        ("(() => { const a = {}; a.tags = a; return a })()", "input.tags.tags"),
        ("() => {}", "input: expected an object, got a function"),
    ] {
        let report = call(&engine, "CreateChannel", input).await.unwrap_err();
        assert!(report.contains(r#""kind":"validation""#), "{input}: {report}");
        let problem = problem.replace("input.tags.tags", "input.tags[\\\"tags\\\"]: expected string, got object");
        assert!(report.contains(&problem), "{input}: {report}");
    }
}

#[wasm_bindgen_test]
async fn members_of_a_class_are_read() {
    let engine = engine("return { status: 200, text: () => init.body }");
    let class = "new (class { name = 'own'; get latencyMode() { return 'LOW' } })()";
    let output = call(&engine, "CreateChannel", class).await.unwrap();
    assert_eq!(output, r#"{"name":"own","latencyMode":"LOW"}"#);
}

#[wasm_bindgen_test]
async fn whatever_a_transport_does_the_promise_settles() {
    for (fetch, part) in [
        ("throw 'no'", r#""kind":"lost","message":"no""#),
        ("return Promise.reject(new TypeError('Failed to fetch'))", "TypeError: Failed to fetch"),
        ("return Promise.reject('stop')", r#""kind":"lost","message":"stop""#),
        ("return null", r#""kind":"lost""#),
        ("return { status: 200, text: () => '<html>' }", r#""kind":"malformed""#),
        ("return { status: 200, text: () => '[]' }", r#""kind":"malformed""#),
        ("return { status: 403, text: () => '<html>No</html>' }", r#""kind":"service""#),
        ("return { get status() { throw 1 } }", r#""kind":"lost""#),
        ("return { status: 200, text: () => '{}', headers: { get() { throw 1 } } }", ""),
    ] {
        let outcome = call(&engine(fetch), "ListChannels", "{}").await;
        let text = outcome.unwrap_or_else(|report| report);
        assert!(text.contains(part), "{fetch}: {text}");
    }
}

#[wasm_bindgen_test]
async fn a_request_is_sent_again_until_it_is_answered_well() {
    let engine = engine(
        "globalThis.sentBefore = !globalThis.sentBefore;
        const a = init.headers['amz-sdk-request'];
        return { status: globalThis.sentBefore ? 503 : 200, text: () => JSON.stringify({ a }) };",
    );
    let output = call(&engine, "ListChannels", "{}").await.unwrap();
    assert_eq!(output, r#"{"a":"attempt=2; max=2"}"#);
}

#[wasm_bindgen_test]
async fn what_the_callers_side_throws_is_what_the_call_fails_with() {
    let engine = engine("throw new Error('sent')");
    for call in [
        "{ ready() { throw 'over' } }",
        "{ ready: () => Promise.reject('over') }",
        "{ ready: () => ['a', 'b'], begin() { throw 'over' }, attempted() {} }",
    ] {
        let report = JsFuture::from(start_with(&engine, "ListChannels", &js("{}"), call)).await.unwrap_err();
        let [kind, subject] = [0, 1].map(|index| Reflect::get_u32(&report, index).unwrap().as_string().unwrap());
        assert_eq!((kind.as_str(), subject.as_str()), ("thrown", "over"), "{call}");
    }
}

#[wasm_bindgen_test]
fn a_published_vector_is_signed_the_same() {
    let texts = "us-east-1\0AKIDEXAMPLE\0wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY\0\0service\0GET\0example.amazonaws.com\0/\0\
        Param2=value2&Param1=value1\0\0";
    let headers = sign(texts.into(), None, 0, 1_440_938_160_000.0, None).unwrap();
    let signature = "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500";
    assert!(headers.contains(signature), "{headers}");
}
