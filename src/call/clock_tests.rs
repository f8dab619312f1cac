use super::*;

/// 2026-11-28T08:00:00Z.
const NOW: f64 = 1_795_852_800_000.0;

#[test]
fn the_offset_is_what_the_last_answer_says() {
    let clock = Clock::new(0.0);
    clock.learn(NOW + 3_600_000.0, NOW - 50.0, NOW);
    assert!((clock.at(NOW) - NOW - 3_600_000.0).abs() < 0.5);
    assert!(clock.differs_from(0.0) && !clock.differs_from(3_500_000.0));
}

#[test]
fn dates_that_say_nothing_are_ignored() {
    let clock = Clock::new(7.0);
    // No date, the year 10000, and an answer that took 15 minutes.
    for (date, sent) in [(f64::NAN, NOW), (253_402_300_800_000.0, NOW), (NOW + 9e6, NOW - 900_000.0)] {
        clock.learn(date, sent, NOW);
        assert!((clock.offset() - 7.0).abs() < 0.5, "{date}");
    }
}
