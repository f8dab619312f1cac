use super::*;

fn close(ours: f64, expected: f64) -> bool {
    (ours - expected).abs() < 1e-9
}

/// A limiter that has been asked for a token at time 0, and not yet engaged.
fn started() -> Limiter {
    let limiter = Limiter::new();
    assert!(close(limiter.take(&mut None, 0.0), 0.0));
    limiter
}

/// One that was throttled at 1 s, when it had measured `rate` requests per second.
fn throttled(rate: f64) -> Limiter {
    let limiter = started();
    let mut state = limiter.state.get();
    // The answer that is throttled is counted too.
    state.responses = rate / SMOOTHING - 1.0;
    limiter.state.set(state);
    limiter.answered(true, 1000.0);
    assert!(close(limiter.state.get().measured, rate));
    limiter
}

/// How long a call waits that asks again after each delay.
fn waits(limiter: &Limiter, turn: &mut Option<f64>, since: f64) -> f64 {
    let mut now = since;
    loop {
        match limiter.take(turn, now) {
            0.0 => return now - since,
            wait => now += wait,
        }
    }
}

/// The table that AWS publishes, by a clock that shows `start` at first.
fn published_rates(start: f64, tolerance: f64) {
    let limiter = Limiter::new();
    assert!(close(limiter.take(&mut None, start), 0.0));
    for (throttled, millis, measured, fill_rate) in [
        (false, 200.0, 0.0, 0.5),
        (false, 400.0, 0.0, 0.5),
        (false, 600.0, 4.8, 0.5),
        (false, 800.0, 4.8, 0.5),
        (false, 1000.0, 4.16, 0.5),
        (false, 1200.0, 4.16, 0.6912),
        (false, 1400.0, 4.16, 1.0976),
        (false, 1600.0, 5.632, 1.6384),
        (false, 1800.0, 5.632, 2.3328),
        (true, 2000.0, 4.3264, 3.028_48),
        (false, 2200.0, 4.3264, 3.486_639_173_470_259_8),
        (false, 2400.0, 4.3264, 3.821_874_416_040_255_4),
        (false, 2600.0, 5.665_28, 4.053_385_727_709_987),
        (false, 2800.0, 5.665_28, 4.200_373_108_479_455),
        (false, 3000.0, 4.333_056, 4.282_036_558_348_658),
        (true, 3200.0, 4.333_056, 2.997_425_590_844_06),
        (false, 3400.0, 4.333_056, 3.452_226_394_386_346_3),
    ] {
        limiter.answered(throttled, start + millis);
        let state = limiter.state.get();
        assert!((state.measured - measured).abs() < tolerance, "measured at {millis} ms: {}", state.measured);
        assert!((state.fill_rate - fill_rate).abs() < tolerance, "fill rate at {millis} ms: {}", state.fill_rate);
    }
}

#[test]
fn rates_are_those_that_aws_publishes() {
    published_rates(0.0, 1e-9);
}

#[test]
fn rates_are_the_same_by_a_clock_that_has_run_since_1970() {
    // Its seconds have no more than seven decimals.
    published_rates(1.795_381_2e12, 1e-5);
}

#[test]
fn the_first_wait_after_throttling_is_the_one_that_the_sdk_has() {
    for (throttled_at, wait) in [(500.0, 892.857_142_857_142_8), (1000.0, 1_785.714_285_714_285_6), (2000.0, 2000.0)] {
        let limiter = started();
        limiter.answered(true, throttled_at);
        assert!(close(waits(&limiter, &mut None, throttled_at), wait), "throttled at {throttled_at} ms");
    }
}

#[test]
fn answers_of_one_window_are_measured_when_the_next_begins() {
    let limiter = started();
    for millis in [100.0, 200.0, 300.0, 400.0, 490.0] {
        limiter.answered(false, millis);
        assert!(close(limiter.state.get().measured, 0.0));
    }
    limiter.answered(false, 500.0);
    assert!(close(limiter.state.get().measured, 12.0 * SMOOTHING));
}

#[test]
fn a_steady_rate_is_measured_as_it_is() {
    let limiter = started();
    for second in 1..=20 {
        limiter.answered(false, f64::from(second) * 1000.0);
    }
    assert!(close(limiter.state.get().measured, 1.0));
}

#[test]
fn no_call_waits_before_the_service_throttles() {
    let limiter = started();
    for request in 0..1000 {
        assert!(close(limiter.take(&mut None, f64::from(request)), 0.0));
        limiter.answered(false, f64::from(request));
    }
}

#[test]
fn calls_that_wait_at_once_get_one_token_after_the_other_in_their_order() {
    // 10 a second was too much, so that 7 a second are left.
    let limiter = throttled(10.0);
    let mut queue = [None; 5];
    for (place, turn) in queue.iter_mut().enumerate() {
        assert!(close(limiter.take(turn, 1000.0), [1000.0 / 7.0, 2000.0 / 7.0, 3000.0 / 7.0, 500.0, 500.0][place]));
    }
    // 300 ms later two tokens are there, whoever asks first.
    let sent: Vec<bool> = queue.iter_mut().rev().map(|turn| limiter.take(turn, 1300.0) == 0.0).collect();
    assert_eq!(sent, [false, false, false, true, true]);
    // Who comes now is after the three that are left.
    assert!(close(waits(&limiter, &mut None, 1300.0), 6000.0 / 7.0 - 300.0));
}

#[test]
fn calls_that_wait_are_let_go_sooner_when_the_rate_rises() {
    let limiter = throttled(10.0);
    let mut queue = [None; 20];
    for turn in &mut queue {
        limiter.take(turn, 1000.0);
    }
    let last = queue.last_mut().unwrap();
    let mut now = 1000.0;
    while limiter.take(last, now) > 0.0 {
        now += 100.0;
        limiter.answered(false, now);
    }
    // At 7 a second it would have been 20 / 7 s.
    assert!(now < 1000.0 + 20_000.0 / 8.5, "{now}");
}

#[test]
fn who_leaves_the_queue_makes_room_for_the_next_who_comes() {
    let limiter = throttled(10.0);
    limiter.take(&mut None, 1000.0);
    let mut second = None;
    let wait = limiter.take(&mut second, 1000.0);
    limiter.leave(&mut second);
    assert!(close(limiter.take(&mut None, 1000.0), wait));
    // It has left already.
    limiter.leave(&mut second);
    assert!(close(limiter.take(&mut None, 1000.0), wait * 1.5));
}

#[test]
fn tokens_are_saved_up_for_a_second_of_calls_and_no_longer() {
    let limiter = throttled(10.0);
    for _ in 0..7 {
        assert!(close(limiter.take(&mut None, 60_000.0), 0.0));
    }
    assert!(close(limiter.take(&mut None, 60_000.0), 1000.0 / 7.0));
}

#[test]
fn a_service_that_bears_nothing_is_still_called_every_two_seconds() {
    let limiter = started();
    for second in 1..=20 {
        limiter.answered(true, f64::from(second) * 1000.0);
    }
    assert!(close(limiter.state.get().fill_rate, MIN_RATE));
    assert!(close(limiter.state.get().capacity, MIN_CAPACITY));
}

#[test]
fn a_clock_that_is_put_back_neither_fills_the_bucket_nor_stops_it() {
    let limiter = throttled(10.0);
    let back = -3_600_000.0;
    assert!(close(limiter.take(&mut None, 1000.0), 1000.0 / 7.0));
    assert!(close(limiter.take(&mut None, back), 2000.0 / 7.0));
    assert!(close(limiter.take(&mut None, back + 2000.0 / 7.0), 1000.0 / 7.0));
    limiter.answered(false, back + 1000.0);
    assert!(limiter.state.get().measured < 10.0);
    assert!(limiter.state.get().fill_rate > MIN_RATE);
}
