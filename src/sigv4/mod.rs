//! AWS Signature Version 4: proof, in a header or in the query, that the holder of an access key made a request.
//!
//! It depends on no service, reads no clock and sends nothing. Strings and bytes go in, strings come out:
//!
//! ```
//! use ivs_wasm::sigv4::{Credentials, Payload, Request, Settings, Signer, SigningParams, Timestamp};
//!
//! let credentials = Credentials::new("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", None)?;
//! let params = SigningParams {
//!     credentials: &credentials,
//!     region: "us-east-1",
//!     service: "service",
//!     timestamp: Timestamp::from_epoch_millis(1_440_938_160_000.0)?,
//! };
//! let request =
//!     Request { method: "GET", host: "example.amazonaws.com", path: "/", query: "", headers: &[], payload: Payload::Bytes(b"") };
//!
//! let signed = Signer::new(Settings::default()).sign(&request, &params)?;
//! assert_eq!(signed.date, "20150830T123600Z");
//! assert!(signed.authorization.ends_with("5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"));
//! # Ok::<(), ivs_wasm::sigv4::Error>(())
//! ```
//!
//! - [`Signer`] does all of the steps: [`sign`](Signer::sign) gives [`SignedHeaders`], [`presign`](Signer::presign) a
//!   query. It keeps the last [`SigningKey`].
//! - [`Request`] is what is signed; [`SigningParams`] are the [`Credentials`], the [`Timestamp`], region and service;
//!   [`Settings`] are variations that some services require.
//! - The steps, under AWS's names: [`CanonicalRequest`] (or [`Presigning`], for a signature in the query),
//!   [`string_to_sign`], [`SigningKey::derive`], [`SigningKey::signature`], [`authorization`].
//! - [`Error`] is malformed input, the only thing that can go wrong.
//!
//! See <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html>.

mod canonical_headers;
mod canonical_request;
mod credentials;
mod date;
mod error;
mod pairs;
mod payload;
mod presign;
mod request;
mod settings;
mod signature;
mod signer;
mod signing_key;
mod string_to_sign;
mod uri;

pub use canonical_request::CanonicalRequest;
pub use credentials::Credentials;
pub use date::Timestamp;
pub use error::Error;
pub use payload::{Payload, PayloadHasher, payload_hash};
pub use presign::{MAX_EXPIRES_IN, Presigning};
pub use request::{Request, SigningParams};
pub use settings::{ContentSha256, PathEncoding, PathNormalization, SessionToken, Settings};
pub use signature::authorization;
pub use signer::{SignedHeaders, Signer};
pub use signing_key::SigningKey;
pub use string_to_sign::string_to_sign;

/// The one algorithm of Signature Version 4.
const ALGORITHM: &str = "AWS4-HMAC-SHA256";
