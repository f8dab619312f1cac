//! What the policy decides in the adaptive mode.

#![expect(clippy::float_cmp, reason = "exact delays are compared exactly")]

use super::Failure::Throttling;
use super::*;

#[test]
fn an_adaptive_client_waits_for_its_turn_before_a_retry_and_before_other_calls() {
    let policy = Policy::new(Mode::Adaptive, 3);
    let mut first = policy.attempts(None);
    assert_eq!(policy.admit(&mut first, 0.0), 0.0);
    first.begin();
    // One answer in half a second, smoothed: 1.6 a second, of which 0.7 are left.
    assert_eq!(policy.failed(&mut first, Throttling, None, 0.2, 500.0), Decision::Retry { after: 100.0 });
    let token = 1000.0 / 1.12;
    let [mut second, mut third] = [policy.attempts(None), policy.attempts(None)];
    // No call waits longer than half a second before asking again.
    assert_eq!(policy.admit(&mut second, 500.0), 500.0);
    assert_eq!(policy.admit(&mut first, 600.0), 500.0);
    assert_eq!(policy.admit(&mut third, 600.0), 500.0);
    assert!((policy.admit(&mut second, 1000.0) - (token - 500.0)).abs() < 1e-9);
    assert_eq!(policy.admit(&mut second, 500.0 + token), 0.0);
    // The first call is next: it came back after its wait of 100 ms.
    assert!(policy.admit(&mut first, 500.0 + 1.9 * token) > 0.0);
    assert_eq!(policy.admit(&mut first, 500.0 + 2.0 * token), 0.0);
    policy.withdraw(&mut third);
    assert_eq!(policy.admit(&mut second, 500.0 + 3.0 * token), 0.0);
}

/// What came of the requests of 20 callers in 100 s, each one after the other, to a service that bears 10 a second and
/// answers after 50 ms: how many were throttled, how many were not, and the longest wait for a turn.
fn busy_service(mode: Mode) -> (u32, u32, f64) {
    let policy = Policy::new(mode, 3);
    // When each caller asks next, since when it does, and whether it awaits an answer, which is throttled or not.
    let mut callers: [(f64, f64, Option<bool>, Attempts); 20] = Default::default();
    let (mut second, mut left) = (0.0, 10);
    let (mut throttled, mut served, mut longest) = (0, 0, 0.0_f64);
    loop {
        let (now, since, answer, attempts) = callers.iter_mut().min_by(|one, other| one.0.total_cmp(&other.0)).unwrap();
        if *now >= 100_000.0 {
            return (throttled, served, longest);
        }
        match answer.take() {
            Some(true) => drop(policy.failed(attempts, Throttling, None, 0.0, *now)),
            Some(false) => policy.succeeded(attempts, *now),
            None => {
                let wait = policy.admit(attempts, *now);
                if wait > 0.0 {
                    *now += wait;
                    continue;
                }
                longest = longest.max(*now - *since);
                if (*now / 1000.0).floor() > second {
                    (second, left) = ((*now / 1000.0).floor(), 10);
                }
                *answer = Some(left == 0);
                (throttled, served) = if left == 0 { (throttled + 1, served) } else { (throttled, served + 1) };
                left -= i32::from(left > 0);
                *now += 50.0;
                continue;
            }
        }
        *since = *now;
    }
}

#[test]
fn an_adaptive_client_adapts_to_a_busy_service_without_long_waits() {
    let (throttled, served, waited) = busy_service(Mode::Standard);
    assert!((served, waited) == (1000, 0.0) && throttled > 30_000, "{throttled} of {served}, {waited} ms");
    let (throttled, served, waited) = busy_service(Mode::Adaptive);
    assert!(throttled * 5 < served && served > 600 && waited < 7000.0, "{throttled} of {served}, {waited} ms");
}
