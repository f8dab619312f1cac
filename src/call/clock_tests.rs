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

/// 9999-12-31T23:59:59Z.
const END: f64 = 253_402_300_799_000.0;

#[test]
fn an_offset_that_leads_beyond_what_can_be_signed_is_forgotten() {
    let clock = Clock::new(7.0);
    clock.learn(END, NOW, NOW);
    assert!((clock.at(NOW) - END).abs() < 0.5, "it can be signed in that second");
    assert!((clock.at(NOW + 2_000.0) - NOW - 2_007.0).abs() < 0.5, "what was configured holds again");
    // The year 1, of a machine whose clock is then set back by a day.
    clock.learn(-62_135_596_800_000.0, NOW, NOW);
    assert!((clock.at(NOW - 86_400_000.0) - NOW + 86_399_993.0).abs() < 0.5);
}

#[test]
fn an_offset_is_learned_again_after_one_was_forgotten() {
    let clock = Clock::new(0.0);
    clock.learn(END, NOW, NOW);
    clock.at(NOW + 2_000.0);
    clock.learn(NOW + 60_000.0, NOW, NOW);
    assert!((clock.at(NOW) - NOW - 60_000.0).abs() < 0.5);
}
