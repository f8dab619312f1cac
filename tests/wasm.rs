//! The wasm as it runs in Node and in browsers: one body of tests for every environment, against a mocked `fetch`.
#![cfg(target_family = "wasm")]
#![allow(missing_docs, clippy::unwrap_used, reason = "tests, of which clippy sees only the helpers")]

use ivs_wasm::js::{Body, Engine, UnknownMembers, hash_bytes, set_signer, sign};
use js_sys::{Function, JSON, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

const ARN: &str = "arn:aws:ivs:us-west-2:123456789012:channel/abcd";

/// The caller's side of a call, as `pkg-template/src/call/caller.ts` has it, without timeouts, aborts and loggers.
const CALLER: &str = "{
    credentials: async () =>
        ({ kind: 'credentials', accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' }),
    wait: async () => ({ kind: 'waited' }),
    headers: () => Object.create({ set(name, value) { this[name] = value } }),
    async send(url, init) {
        try {
            const { status, headers, text } = await this.fetch(url, init);
            let body;
            try { body = JSON.parse(await text() || '{}') } catch {}
            const header = (name) => { try { return headers.get(name) ?? undefined } catch {} };
            if (!Number.isInteger(status)) return { kind: 'notAResponse' };
            return {
                kind: 'answered', status, date: NaN, retryAfterDate: NaN, isFromCache: false,
                errorType: header('x-amzn-errortype'), body: Array.isArray(body) ? undefined : body,
            };
        } catch { return { kind: 'disconnected' } }
    },
    dropped() {},
}";

/// A client whose requests go to a function of `url` and `init` with that body.
struct Client {
    engine: Engine,
    fetch: String,
    caller: &'static str,
}

fn engine(fetch: &str) -> Client {
    let options =
        js("{ service: 'ivs', region: 'us-west-2', retryMode: 'standard', maxAttempts: 2, systemClockOffset: 0 }");
    Client { engine: Engine::new(&options).unwrap(), fetch: fetch.to_owned(), caller: CALLER }
}

fn start(client: &Client, operation: &str, input: &JsValue) -> Promise {
    let caller = js(client.caller);
    Promise::new(&mut |resolve, reject| {
        let fetch = Function::new_with_args("url, init", &client.fetch);
        for (name, end) in [("resolve", resolve), ("reject", reject), ("fetch", fetch)] {
            let _ = Reflect::set(&caller, &name.into(), &end);
        }
        client.engine.call(operation, input.clone(), UnknownMembers::Refuse, 0.0, caller.unchecked_ref());
    })
}

/// Evaluates an expression, such as an input with a getter.
fn js(expression: &str) -> JsValue {
    Function::new_no_args(&format!("return ({expression})")).call0(&JsValue::UNDEFINED).unwrap()
}

/// What a call resolved to, or the failure that it rejected with, as JSON.
async fn call(client: &Client, operation: &str, input: &str) -> Result<String, String> {
    let text = |value: &JsValue| String::from(JSON::stringify(value).unwrap());
    let settled = JsFuture::from(start(client, operation, &js(input))).await;
    settled.map(|output| text(&output)).map_err(|failure| text(&failure))
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
async fn headers_are_set_on_whatever_object_the_caller_gives() {
    let mut client = engine(
        "return { status: 200, text: () => JSON.stringify({ tags: { url, method: init.method, signed: String(init.headers.has('authorization')) } }) }",
    );
    let caller = CALLER.replace("Object.create({ set(name, value) { this[name] = value } })", "new Headers()");
    assert_ne!(caller, CALLER);
    client.caller = caller.leak();
    let output = call(&client, "ListTagsForResource", &format!("{{ resourceArn: '{ARN}' }}")).await.unwrap();
    assert!(output.contains("/tags/arn%3Aaws%3Aivs%3Aus-west-2%3A123456789012%3Achannel%2Fabcd"), "{output}");
    assert!(output.contains(r#""method":"GET","signed":"true""#), "{output}");
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
    for part in [r#""kind":"service""#, r#""code":"ConflictException""#, r#""message":"Busy.""#, r#""retryable":"no""#]
    {
        assert!(report.contains(part), "{part} in {report}");
    }
}

#[wasm_bindgen_test]
async fn hostile_inputs_are_refused_and_nothing_is_sent() {
    let engine = engine("throw new Error('sent')");
    for (input, path, message) in [
        ("{ name: Symbol() }", "input.name", "expected string, got a symbol"),
        ("{ get name() { throw new Error('boom') } }", "input", "could not be read: boom"),
        ("new Proxy({}, { ownKeys() { throw 7 } })", "input", "could not be read: "),
        ("{ tags: new Map([['a', 'b']]) }", "input.tags", "expected an object, got Map"),
        ("{ tags: new Array(4294967295) }", "input.tags", "makes the request hold more than 100,000 values"),
        ("{ name: 'x'.repeat(64 << 20) }", "input.name", "makes the request larger than the 10 MiB"),
        ("{ name: '\\ud800' }", "input.name", "holds half of a surrogate pair"),
        ("{ tags: { 'k\\udc00': 'v' } }", "input.tags", "holds half of a surrogate pair"),
        ("(() => { const a = {}; a.tags = a; return a })()", "input.tags[\\\"tags\\\"]", "expected string, got object"),
        ("() => {}", "input", "expected an object, got a function"),
    ] {
        let report = call(&engine, "CreateChannel", input).await.unwrap_err();
        assert!(report.contains(r#""kind":"validation""#), "{input}: {report}");
        assert!(report.contains(path) && report.contains(message), "{input}: {report}");
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
        ("throw 'no'", r#""kind":"lost""#),
        ("return Promise.reject(new TypeError('Failed to fetch'))", r#""kind":"lost""#),
        ("return null", r#""kind":"lost""#),
        ("return { status: 200, text: () => '<html>' }", r#""kind":"malformed""#),
        ("return { status: 200, text: () => '[]' }", r#""kind":"malformed""#),
        ("return { status: 403, text: () => '<html>No</html>' }", r#""kind":"service""#),
        ("return { get status() { throw 1 } }", r#""kind":"lost""#),
        ("return { text: () => '' }", r#""kind":"lost""#),
        ("return { status: 200, text: () => '{}', headers: { get() { throw 1 } } }", "{}"),
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
async fn the_callers_side_can_end_a_call() {
    for ended in ["credentials", "send"] {
        let mut client = engine("throw new Error('sent')");
        let caller = format!("{{ ...({CALLER}), {ended}: async () => ({{ kind: 'ended' }}) }}");
        client.caller = caller.leak();
        assert_eq!(call(&client, "ListChannels", "{}").await.unwrap_err(), r#"{"kind":"ended"}"#, "{ended}");
    }
}

#[wasm_bindgen_test]
fn an_unknown_service_or_region_is_a_failure() {
    for (options, path) in
        [("{ service: 'x', region: 'us-west-2' }", "config.service"), ("{ service: 'ivs' }", "config.region")]
    {
        let failure = Engine::new(&js(options)).err().unwrap();
        let failure = String::from(JSON::stringify(&failure).unwrap());
        assert!(failure.contains(r#""kind":"validation""#) && failure.contains(path), "{failure}");
    }
}

#[wasm_bindgen_test]
fn a_published_vector_is_signed_the_same() {
    let credentials = "{ accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' }";
    let parameters = format!("{{ region: 'us-east-1', service: 'service', credentials: {credentials} }}");
    set_signer(&js(&parameters)).unwrap();
    let head = "GET /?Param2=value2&Param1=value1 HTTP/1.1\nhost:example.amazonaws.com\n";
    let assert_signed = || {
        let headers = sign(head, Body::Hashed, 1_440_938_160_000.0).unwrap();
        let headers = String::from(JSON::stringify(&headers).unwrap());
        let signature = "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500";
        assert!(headers.contains(signature), "{headers}");
    };
    assert_signed();
    for head in ["GE T / HTTP/1.1\nhost:h\n", "GET\n/ HTTP/1.1\n", "GET /a /b HTTP/1.1\nhost:h\n", ""] {
        hash_bytes(b"the body of a request that is not signed");
        let failure = sign(head, Body::Hashed, 0.0).unwrap_err();
        assert!(String::from(JSON::stringify(&failure).unwrap()).contains("request.method"), "{head}");
    }
    // No body is left for the next signature.
    assert_signed();
}
