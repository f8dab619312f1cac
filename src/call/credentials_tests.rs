use super::*;

fn provided(id: &str, expiration: Option<f64>) -> ProvidedCredentials {
    ProvidedCredentials { credentials: Credentials::new(id, "secret", None).unwrap(), expiration }
}

#[test]
fn credentials_are_used_until_five_minutes_before_they_expire() {
    let cache = CredentialsCache::default();
    assert!(cache.usable(0.0, None).is_none());
    cache.keep(provided("AKID", Some(1_000_000.0)), 0.0);
    assert!(cache.usable(699_999.0, None).is_some());
    assert!(cache.usable(700_000.0, None).is_none());
    // Shorter ones as long as they last.
    cache.keep(provided("AKID", Some(1_000_000.0)), 800_000.0);
    assert!(cache.usable(999_999.0, None).is_some());
    assert!(cache.usable(1_000_000.0, None).is_none());
    cache.keep(provided("AKID", None), 0.0);
    assert!(cache.usable(1e15, None).is_some());
}

#[test]
fn refused_credentials_are_not_used_again_and_are_recognised() {
    let cache = CredentialsCache::default();
    let refused = cache.keep(provided("AKID", None), 0.0);
    assert!(cache.usable(0.0, Some(&refused)).is_none());
    assert!(Rc::ptr_eq(&refused, &cache.keep(provided("AKID", None), 0.0)));
    let renewed = cache.keep(provided("AKID2", None), 0.0);
    assert!(!Rc::ptr_eq(&refused, &renewed));
    assert!(cache.usable(0.0, Some(&refused)).is_some_and(|usable| Rc::ptr_eq(&usable, &renewed)));
}
