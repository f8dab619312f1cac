use super::*;

fn close(ours: f64, published: f64) -> bool {
    (ours - published).abs() < 1e-9
}

#[test]
fn rates_after_throttling_are_those_that_aws_publishes() {
    let cubic = Cubic::new(10.0, 5.0);
    for (time, rate) in [
        (5.0, 7.0),
        (6.0, 9.648_936_009_66),
        (7.0, 10.000_030_849_917_364),
        (8.0, 10.453_284_520_772_092),
        (9.0, 13.408_697_022_224_185),
        (10.0, 21.266_268_354_273_64),
        (11.0, 36.425_998_516_920_465),
    ] {
        assert!(close(cubic.rate(time), rate), "at {time} s: {}", cubic.rate(time));
    }
}

#[test]
fn rates_with_throttling_in_between_are_those_that_aws_publishes() {
    let mut cubic = Cubic::new(10.0, 5.0);
    let mut rate = 0.0;
    for (throttled, time, expected) in [
        (false, 5.0, 7.0),
        (false, 6.0, 9.648_936_009_66),
        (true, 7.0, 6.754_255_206_761_999),
        (true, 8.0, 4.727_978_644_733_399),
        (false, 9.0, 4.670_125_557_970_046),
        (false, 10.0, 4.770_870_456_867_401),
        (false, 11.0, 6.011_819_748_005_445),
        (false, 12.0, 10.792_973_431_384_178),
    ] {
        if throttled {
            rate = Cubic::new(rate, time).reduced();
            // AWS's table goes on from the reduced rate as the one that was too much.
            cubic = Cubic::new(rate, time);
        } else {
            rate = cubic.rate(time);
        }
        assert!(close(rate, expected), "at {time} s: {rate}");
    }
}

#[test]
fn the_curve_is_back_at_the_rate_that_was_too_much_when_it_says_so() {
    let cubic = Cubic::new(10.0, 0.0);
    assert!(close(cubic.recovery, 1.957_433_820_584_431_7));
    assert!(close(Cubic::new(8.0, 1.0).recovery, 1.817_120_592_832_139_7));
    assert!(close(cubic.rate(cubic.recovery), 10.0));
    assert!(close(cubic.rate(0.0), cubic.reduced()));
}

#[test]
fn cube_roots_are_those_of_the_standard_library() {
    let mut number: f64 = 1e-9;
    while number < 1e9 {
        assert!((cube_root(number) / number.cbrt() - 1.0).abs() < 1e-15, "{number}");
        number *= 1.001;
    }
    assert!(close(cube_root(0.0), 0.0));
}
