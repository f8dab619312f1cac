//! What the policy decides, as tables: what comes of an attempt, what the policy says to that, and what is then in the
//! bucket.

#![expect(clippy::float_cmp, reason = "waits of whole milliseconds are exactly that")]

use super::*;
use Failure::{ClockSkew, Connection, ExpiredCredentials, Final, Server, Throttling, Timeout};
use Then::{GivesUp, Succeeds, Waits};
use What::{Answer, Asks, Lost, Success};
use proptest::prelude::*;

/// What comes of an attempt.
enum What {
    /// An unsuccessful answer of this status and code.
    Answer(u16, &'static str),
    /// One that also asks to wait for so many milliseconds.
    Asks(u16, f64),
    /// A failure that is not classified by status and code.
    Lost(Failure),
    Success,
}

/// What the policy says to that. After all but the first, the next step is the first attempt of another call.
enum Then {
    Waits(f64),
    GivesUp,
    Succeeds,
}

/// Calls of a client in the standard mode, one after the other.
struct Scenario {
    name: &'static str,
    max_attempts: u32,
    /// What is in the bucket at first.
    tokens: u32,
    random: f64,
    /// What comes of each attempt, what the policy says, and what is then in the bucket.
    steps: &'static [(What, Then, u32)],
}

/// How most scenarios begin; the waits in them are the longest possible.
const USUAL: Scenario = Scenario { name: "", max_attempts: 3, tokens: 500, random: 1.0, steps: &[] };

const SCENARIOS: &[Scenario] = &[
    // The eight scenarios that AWS publishes for its SDKs, with our base of 100 ms in place of theirs of 1 s.
    Scenario {
        name: "succeeds after retries",
        steps: &[(Answer(500, ""), Waits(100.0), 495), (Answer(500, ""), Waits(200.0), 490), (Success, Succeeds, 495)],
        ..USUAL
    },
    Scenario {
        name: "fails after the last attempt",
        steps: &[
            (Answer(502, ""), Waits(100.0), 495),
            (Answer(502, ""), Waits(200.0), 490),
            (Answer(502, ""), GivesUp, 490),
        ],
        ..USUAL
    },
    Scenario {
        name: "the bucket is empty after one retry",
        tokens: 5,
        steps: &[(Answer(500, ""), Waits(100.0), 0), (Answer(502, ""), GivesUp, 0)],
        ..USUAL
    },
    Scenario { name: "the bucket is empty", tokens: 0, steps: &[(Answer(500, ""), GivesUp, 0)], ..USUAL },
    Scenario {
        name: "each wait is twice the one before",
        max_attempts: 5,
        steps: &[
            (Answer(500, ""), Waits(100.0), 495),
            (Answer(500, ""), Waits(200.0), 490),
            (Answer(500, ""), Waits(400.0), 485),
            (Answer(500, ""), Waits(800.0), 480),
            (Answer(500, ""), GivesUp, 480),
        ],
        ..USUAL
    },
    Scenario {
        name: "no wait is longer than 20 s",
        max_attempts: 8,
        steps: &[
            (Answer(429, ""), Waits(500.0), 495),
            (Answer(429, ""), Waits(1000.0), 490),
            (Answer(429, ""), Waits(2000.0), 485),
            (Answer(429, ""), Waits(4000.0), 480),
            (Answer(429, ""), Waits(8000.0), 475),
            (Answer(429, ""), Waits(16_000.0), 470),
            (Answer(429, ""), Waits(20_000.0), 465),
            (Answer(429, ""), GivesUp, 465),
        ],
        ..USUAL
    },
    Scenario {
        name: "retries stop when the bucket is empty",
        max_attempts: 5,
        tokens: 10,
        steps: &[(Answer(500, ""), Waits(100.0), 5), (Answer(502, ""), Waits(200.0), 0), (Answer(503, ""), GivesUp, 0)],
        ..USUAL
    },
    Scenario {
        name: "a call that succeeds puts back what its last retry took",
        max_attempts: 5,
        tokens: 15,
        steps: &[
            (Answer(500, ""), Waits(100.0), 10),
            (Answer(502, ""), Waits(200.0), 5),
            (Success, Succeeds, 10),
            (Answer(500, ""), Waits(100.0), 5),
            (Success, Succeeds, 10),
        ],
        ..USUAL
    },
    // What they leave open.
    Scenario {
        name: "a call that succeeds at once puts back one token, and the bucket holds no more than 500",
        tokens: 498,
        steps: &[(Success, Succeeds, 499), (Success, Succeeds, 500), (Success, Succeeds, 500)],
        ..USUAL
    },
    Scenario {
        name: "throttling and a timeout, which costs twice as much",
        steps: &[
            (Answer(400, "ThrottlingException"), Waits(500.0), 495),
            (Lost(Timeout), Waits(200.0), 485),
            (Success, Succeeds, 495),
        ],
        ..USUAL
    },
    Scenario {
        name: "a timeout finds too few tokens where a broken connection finds enough",
        tokens: 9,
        steps: &[(Lost(Timeout), GivesUp, 9), (Lost(Connection), Waits(100.0), 4), (Lost(Connection), GivesUp, 4)],
        ..USUAL
    },
    Scenario {
        name: "half of the longest waits",
        random: 0.5,
        steps: &[(Answer(503, ""), Waits(50.0), 495), (Answer(503, "Throttling"), Waits(500.0), 490)],
        ..USUAL
    },
    Scenario { name: "no wait at all", random: 0.0, steps: &[(Answer(504, ""), Waits(0.0), 495)], ..USUAL },
    Scenario {
        name: "one attempt only",
        max_attempts: 1,
        steps: &[
            (Answer(500, ""), GivesUp, 500),
            (Answer(429, ""), GivesUp, 500),
            (Lost(Connection), GivesUp, 500),
            (Lost(Timeout), GivesUp, 500),
            (Lost(ClockSkew), GivesUp, 500),
            (Lost(ExpiredCredentials), GivesUp, 500),
            (Success, Succeeds, 500),
        ],
        ..USUAL
    },
    Scenario {
        name: "what the caller has to change",
        steps: &[
            (Answer(400, "ValidationException"), GivesUp, 500),
            (Answer(402, "ServiceQuotaExceededException"), GivesUp, 500),
            (Answer(403, "AccessDeniedException"), GivesUp, 500),
            (Answer(403, "PendingVerification"), GivesUp, 500),
            (Answer(403, "InvalidSignatureException"), GivesUp, 500),
            (Answer(404, "ChannelNotBroadcasting"), GivesUp, 500),
            (Answer(409, "ConflictException"), GivesUp, 500),
            (Answer(500, ""), Waits(100.0), 495),
            (Answer(404, "ResourceNotFoundException"), GivesUp, 495),
        ],
        ..USUAL
    },
    Scenario {
        name: "a clock that is off is worth one attempt, at once and for nothing",
        max_attempts: 5,
        tokens: 0,
        steps: &[(Answer(403, "RequestTimeTooSkewed"), Waits(0.0), 0), (Answer(403, "RequestExpired"), GivesUp, 0)],
        ..USUAL
    },
    Scenario {
        name: "so are credentials that have expired",
        max_attempts: 5,
        tokens: 0,
        steps: &[(Answer(403, "ExpiredTokenException"), Waits(0.0), 0), (Answer(400, "ExpiredToken"), GivesUp, 0)],
        ..USUAL
    },
    Scenario {
        name: "and both, after which the call pays for what the service does",
        max_attempts: 5,
        steps: &[
            (Lost(ClockSkew), Waits(0.0), 500),
            (Lost(ExpiredCredentials), Waits(0.0), 500),
            (Answer(500, ""), Waits(400.0), 495),
            (Lost(ClockSkew), GivesUp, 495),
            (Lost(ClockSkew), Waits(0.0), 495),
            (Success, Succeeds, 496),
        ],
        ..USUAL
    },
    Scenario {
        name: "a service that asks for time gets at least that, up to 20 s",
        random: 0.5,
        max_attempts: 4,
        steps: &[
            (Asks(429, 1500.0), Waits(1500.0), 495),
            (Asks(429, 100.0), Waits(500.0), 490),
            (Asks(503, 20_000.0), Waits(20_000.0), 485),
            (Success, Succeeds, 490),
            (Asks(429, 20_001.0), GivesUp, 490),
            (Asks(403, 0.0), GivesUp, 490),
        ],
        ..USUAL
    },
];

#[test]
fn the_standard_mode_does_what_the_table_says() {
    for scenario in SCENARIOS {
        let policy = Policy::new(Mode::Standard, scenario.max_attempts);
        policy.tokens.set(scenario.tokens);
        let mut attempts = policy.attempts(None);
        let mut made = 0;
        for (step, (what, then, tokens)) in scenario.steps.iter().enumerate() {
            let place = (scenario.name, step);
            assert_eq!(policy.admit(&mut attempts, 0.0), 0.0, "{place:?}");
            attempts.begin();
            made += 1;
            let (failure, asked) = match what {
                Answer(status, code) => (Some(classify(*status, code)), None),
                Asks(status, millis) => (Some(classify(*status, "")), Some(*millis)),
                Lost(failure) => (Some(*failure), None),
                Success => (None, None),
            };
            let decision = failure.map(|why| policy.failed(&mut attempts, why, asked, scenario.random, 0.0));
            if decision.is_none() {
                policy.succeeded(&attempts, 0.0);
            }
            let expected = match then {
                Waits(after) => Some(Decision::Retry { after: *after }),
                GivesUp => Some(Decision::GiveUp),
                Succeeds => None,
            };
            assert_eq!(decision, expected, "{place:?}");
            assert_eq!(policy.tokens.get(), *tokens, "{place:?}");
            assert_eq!(attempts.made(), made, "{place:?}");
            if !matches!(then, Waits(_)) {
                attempts = policy.attempts(None);
                made = 0;
            }
        }
    }
}

proptest! {
    #[test]
    fn whatever_happens_waits_attempts_and_tokens_stay_within_their_bounds(
        adaptive in any::<bool>(),
        max_attempts in 1..40_u32,
        events in prop::collection::vec((0..4_usize, 0..8_usize, prop::option::of(0.0..30_000.0), 0.0..=1.0, -100.0..2000.0), 0..400),
    ) {
        let policy = Policy::new(if adaptive { Mode::Adaptive } else { Mode::Standard }, max_attempts);
        // Calls that run at once.
        let mut calls: [Attempts; 4] = Default::default();
        let mut now = 1.7e12;
        for (call, event, asked, random, passed) in events {
            now += passed;
            let call = &mut calls[call];
            let wait = policy.admit(call, now);
            prop_assert!((0.0..=500.0).contains(&wait) && (adaptive || wait == 0.0));
            call.begin();
            let failures = [Connection, Timeout, Throttling, Server, ClockSkew, ExpiredCredentials, Final];
            let Some(failure) = failures.get(event) else {
                policy.succeeded(call, now);
                prop_assert!(policy.tokens.get() <= BUCKET_CAPACITY);
                *call = policy.attempts(None);
                continue;
            };
            let decision = policy.failed(call, *failure, asked, random, now);
            prop_assert!(policy.tokens.get() <= BUCKET_CAPACITY);
            match decision {
                Decision::Retry { after } => {
                    let free = matches!(event, 4 | 5);
                    prop_assert!((0.0..=MAX_DELAY).contains(&after) && event < 6);
                    prop_assert!(free || after >= asked.unwrap_or(0.0));
                    prop_assert!(call.made() < max_attempts);
                }
                Decision::GiveUp => *call = policy.attempts(None),
            }
        }
    }
}
