use super::*;

// The published cases are in `tests/endpoint_cases.rs`, and `tests/peers` compares all regions with botocore.
#[test]
fn regions_have_the_suffix_of_their_partition() {
    for (region, host) in [
        ("eusc-de-east-1", "ivs.eusc-de-east-1.amazonaws.eu"),
        ("us-isof-south-1", "ivs.us-isof-south-1.csp.hci.ic.gov"),
        ("aws-iso-b-global", "ivs.aws-iso-b-global.sc2s.sgov.gov"),
        ("xx-nowhere-9", "ivs.xx-nowhere-9.amazonaws.com"),
    ] {
        assert_eq!(Endpoint::regional("ivs", region, Fips::Any, DualStack::Any).unwrap().host, host);
    }
}

#[test]
fn a_region_that_could_change_the_host_is_refused() {
    for region in ["us-west-2.evil.example", "a/b", "a@b", "-a", "a-", "ü", "a b", &"a".repeat(64)] {
        assert_eq!(Endpoint::regional("ivs", region, Fips::Any, DualStack::Any), Err(Error::InvalidRegion), "{region}");
    }
    assert_eq!(Endpoint::regional("ivs", "", Fips::Any, DualStack::Any), Err(Error::MissingRegion));
}

fn endpoint_override() -> Endpoint {
    Endpoint { scheme: "http:".into(), host: "localhost:8087".into(), base_path: "/ivs".into() }
}

#[test]
fn an_endpoint_override_replaces_the_regional_endpoint_and_excludes_its_options() {
    let endpoint = Endpoint::resolve("ivs", "us-west-2", Fips::Any, DualStack::Any, Some(endpoint_override())).unwrap();
    assert_eq!(endpoint.host, "localhost:8087");
    assert_eq!(
        Endpoint::resolve("ivs", "", Fips::Any, DualStack::Any, Some(endpoint_override())),
        Err(Error::MissingRegion),
        "the signature names the region"
    );
    for (fips, dual_stack) in [(Fips::Required, DualStack::Any), (Fips::Any, DualStack::Required)] {
        assert_eq!(
            Endpoint::resolve("ivs", "us-west-2", fips, dual_stack, Some(endpoint_override())),
            Err(Error::OptionWithEndpoint)
        );
    }
}

#[test]
fn urls_are_made_of_base_url_path_and_query() {
    let regional = Endpoint::regional("ivs", "us-west-2", Fips::Any, DualStack::Any).unwrap();
    let path = regional.path("/tags/x");
    assert_eq!(regional.url(&path, ""), "https://ivs.us-west-2.amazonaws.com/tags/x");
    let overridden =
        Endpoint::resolve("ivs", "us-west-2", Fips::Any, DualStack::Any, Some(endpoint_override())).unwrap();
    let path = overridden.path("/tags/x");
    assert_eq!(overridden.url(&path, "a=b"), "http://localhost:8087/ivs/tags/x?a=b");
}
