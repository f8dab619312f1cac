use super::super::Payload;
use super::*;

fn lines(headers: &[(&str, &str)]) -> Result<String, Error> {
    let request = Request { method: "GET", host: "h", path: "/", query: "", headers, payload: Payload::Bytes(b"") };
    let mut out = String::new();
    CanonicalHeaders::new(&request, &|_| false, &[])?.push_lines(&mut out);
    Ok(out)
}

#[test]
fn names_are_lowered_and_sorted_and_values_merged_in_their_order() {
    let headers = [("X-B", "2"), ("a", " 1  \t 2 "), ("x-b", "1"), ("X-b", ""), ("i", "é")];
    assert_eq!(lines(&headers).unwrap(), "a:1 2\nhost:h\ni:é\nx-b:2,1,\n");
}

#[test]
fn a_host_header_takes_the_place_of_the_host() {
    assert_eq!(lines(&[("Host", "other:8080")]).unwrap(), "host:other:8080\n");
}

#[test]
fn headers_that_change_on_the_way_are_not_signed() {
    let names = [
        "authorization connection expect keep-alive te trailer transfer-encoding upgrade user-agent",
        "accept-encoding forwarded max-forwards via x-forwarded-for X-Forwarded-Proto",
        "proxy-authenticate Proxy-Authorization proxy-connection sec-fetch-mode sec-ch-ua",
        "traceparent TraceState baggage x-amzn-trace-id b3 x-b3-traceid X-B3-Sampled uber-trace-id",
        "uberctx-user sentry-trace x-datadog-trace-id X-Cloud-Trace-Context",
    ];
    for name in names.into_iter().flat_map(|line| line.split(' ')) {
        assert_eq!(lines(&[(name, "x")]).unwrap(), "host:h\n", "{name}");
    }
}

#[test]
fn headers_whose_names_only_resemble_those_are_signed() {
    let names = "accept b x-b3 cache-control content-encoding content-type date proxy section sec tea x-amz-meta-via \
                 x-amzn-trace x-traceparent x-forwarded";
    for name in names.split(' ') {
        let mut expected = [format!("{name}:x"), "host:h".to_owned()];
        expected.sort();
        assert_eq!(lines(&[(name, "x")]).unwrap(), format!("{}\n{}\n", expected[0], expected[1]));
    }
}

#[test]
fn a_second_host_and_a_host_header_that_is_no_host_are_refused() {
    for headers in [[("host", "a"), ("Host", "a")], [("x-a", ""), ("host", "")], [("x-a", ""), ("HOST", "a, b")]] {
        assert_eq!(lines(&headers), Err(Error::Host), "{headers:?}");
    }
    assert_eq!(lines(&[("host", " example.com:81 ")]).unwrap(), "host:example.com:81\n");
}

#[test]
fn names_and_values_that_http_forbids_are_refused_even_where_they_are_not_signed() {
    assert_eq!(lines(&[("a b", "")]), Err(Error::HeaderName("a?b".into())));
    assert_eq!(lines(&[("", "")]), Err(Error::HeaderName(String::new())));
    assert_eq!(lines(&[("a\r\nb", "")]), Err(Error::HeaderName("a??b".into())));
    for value in ["a\nb", "a\n", "a\r", "a\rb", "\0", "\u{7f}", "\u{c}", "a\r\nb"] {
        assert_eq!(lines(&[("user-agent", value)]), Err(Error::HeaderValue("user-agent".into())), "{value:?}");
    }
    assert_eq!(lines(&[("a", "1\r\n 2\n\t3")]).unwrap(), "a:1 2 3\nhost:h\n");
}

#[test]
fn hosts_that_are_not_hosts_are_refused() {
    for host in ["", "a b", "a/b", "u@h", "h\n", "ü", "h?", "h#"] {
        let request = Request { method: "GET", host, path: "/", query: "", headers: &[], payload: Payload::Bytes(b"") };
        assert_eq!(CanonicalHeaders::new(&request, &|_| false, &[]).err(), Some(Error::Host), "{host:?}");
    }
    for host in ["example.com", "127.0.0.1:8087", "[::1]:8087"] {
        assert!(is_host(host));
    }
}
