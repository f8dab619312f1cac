use super::*;

fn path(path: &str, path_normalization: PathNormalization, path_encoding: PathEncoding) -> String {
    let mut out = String::new();
    push_path(&mut out, path, Settings { path_normalization, path_encoding, ..Settings::default() });
    out
}

#[test]
fn the_path_is_normalized_and_encoded_as_the_settings_say() {
    use PathEncoding::{Double, Single};
    use PathNormalization::{Keep, Normalize};
    let tags = "/tags/arn%3Aaws%3Aivs//../x";
    assert_eq!(path(tags, Normalize, Double), "/tags/x");
    assert_eq!(path(tags, Keep, Double), "/tags/arn%253Aaws%253Aivs//../x");
    assert_eq!(path(tags, Keep, Single), "/tags/arn%3Aaws%3Aivs//../x");
    for (normalization, encoding) in [(Normalize, Double), (Normalize, Single), (Keep, Double), (Keep, Single)] {
        assert_eq!(path("", normalization, encoding), "/");
        assert_eq!(path("a", normalization, encoding), "/a");
    }
}

#[test]
fn parameters_are_sorted_by_name_and_then_by_value() {
    let of = |query| {
        let mut out = String::new();
        push_query(&mut out, query);
        out
    };
    assert_eq!(of("tagKeys=b&tagKeys=a&tagKeys"), "tagKeys=&tagKeys=a&tagKeys=b");
    assert_eq!(of("a-b=1&a=2&A=3&%61=1"), "A=3&a=1&a=2&a-b=1");
    assert_eq!(of("&&a=b=c&=&"), "=&a=b%3Dc");
    assert_eq!(of("a=1+2%2B3"), "a=1%202%2B3");
}
