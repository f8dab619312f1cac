//! `ivs-wasm-instructions CASE ROUNDS` does one thing of the signer so many times, and prints how many compressions of SHA-256
//! are in one of them. `cargo xtask instructions` runs it under callgrind with two numbers of rounds: what the second costs more
//! is what those rounds cost, without the start of the program.

use std::hint::black_box;
use std::process::ExitCode;

use ivs_wasm::sigv4::{
    CanonicalRequest, Credentials, Error, Payload, Presigning, Request, Settings, Signer, SigningKey, SigningParams,
    Timestamp, string_to_sign,
};
use sha2::block_api::compress256;

/// What the client sends for `getChannel`.
const REQUEST: Request = Request {
    method: "POST",
    host: "ivs.us-west-2.amazonaws.com",
    path: "/GetChannel",
    query: "",
    headers: &[
        ("content-type", "application/json"),
        ("x-amz-user-agent", "ivs-wasm/0.1.0 api/ivs#2020-07-14"),
        ("amz-sdk-invocation-id", "b6a8b0a4-1b1c-4f0e-9d5e-0f8f5d1c2a3b"),
        ("amz-sdk-request", "attempt=1; max=3"),
    ],
    payload: Payload::Bytes(br#"{"arn":"arn:aws:ivs:us-west-2:123456789012:channel/AbCdEfGhIjKl"}"#),
};

/// What `generatePresignedUrl` signs.
const URL: Request = Request {
    query: "arn=arn%3Aaws%3Aivs%3Aus-west-2%3A123456789012%3Achannel%2FAbCdEfGhIjKl",
    headers: &[],
    payload: Payload::Bytes(b""),
    ..REQUEST
};

const EXPIRES_IN: u32 = 3600;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [case, rounds] = arguments.as_slice() else { return usage() };
    let Ok(rounds) = rounds.parse() else { return usage() };
    match run(case, rounds) {
        Ok(Some(compressions)) => {
            println!("{compressions}");
            ExitCode::SUCCESS
        }
        Ok(None) => usage(),
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn usage() -> ExitCode {
    eprintln!("usage: ivs-wasm-instructions sign|presign|derive|compress ROUNDS");
    ExitCode::FAILURE
}

fn run(case: &str, rounds: u32) -> Result<Option<usize>, Error> {
    let credentials = Credentials::new("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", None)?;
    let at = |round: u32| Timestamp::from_epoch_seconds(1_767_225_600 + i64::from(round % 60));
    let params = SigningParams { credentials: &credentials, region: "us-west-2", service: "ivs", timestamp: at(0)? };
    let (settings, signer) = (Settings::default(), Signer::default());
    let compressions = match case {
        "sign" => {
            for round in 0..rounds {
                black_box(signer.sign(black_box(&REQUEST), &SigningParams { timestamp: at(round)?, ..params })?);
            }
            of_signature(&REQUEST, &CanonicalRequest::for_headers(&REQUEST, settings, &params)?, &params)
        }
        "presign" => {
            for round in 0..rounds {
                let params = SigningParams { timestamp: at(round)?, ..params };
                black_box(signer.presign(black_box(&URL), &params, EXPIRES_IN)?);
            }
            of_signature(&URL, Presigning::new(&URL, settings, &params, EXPIRES_IN)?.canonical_request(), &params)
        }
        "derive" => {
            for _ in 0..rounds {
                black_box(SigningKey::derive(black_box(&params)));
            }
            // Four codes of short texts, each with a key that is made ready: both pads, the text, what comes of it. And the pads of
            // the key that comes of it all.
            4 * (2 + 1 + 1) + 2
        }
        "compress" => {
            let mut state = [0; 8];
            for _ in 0..rounds {
                compress256(black_box(&mut state), black_box(&[[0x5a; 64]]));
            }
            1
        }
        _ => return Ok(None),
    };
    Ok(Some(compressions))
}

/// Compressions in the body's hash, the canonical request's, and the code of the string to sign, whose key is ready.
fn of_signature(request: &Request, canonical: &CanonicalRequest, params: &SigningParams) -> usize {
    let code = blocks(string_to_sign(canonical, params).len()) + 1;
    let body = if let Payload::Bytes(bytes) = request.payload { blocks(bytes.len()) } else { 0 };
    body + blocks(canonical.as_str().len()) + code
}

/// Blocks of 64 bytes that a text fills, with the bit behind it and its length in 8 bytes.
fn blocks(length: usize) -> usize {
    (length + 1 + 8).div_ceil(64)
}
