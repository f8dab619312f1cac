//! Why a simulated encoder is rejected.

use crate::event::Code;

/// Why a simulated encoder, or what asks for one, is rejected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rejected {
    /// No channel has the stream key.
    UnknownKey,
    /// There is no such channel.
    UnknownChannel,
    /// A stream is named by either its stream key or its channel.
    Unnamed,
    /// The channel of the key is live already, or about to be.
    AlreadyLive,
    /// No encoder is connected to the channel.
    NotLive,
    /// The encoder of the channel connected with another key.
    NotConnected,
    /// The account has as many streams as it may have.
    TooManyStreams,
    /// The video exceeds what a channel of this type takes.
    OverLimit,
    /// The channel does not take this multitrack input, or the stream cannot be taken over.
    Refused(Code),
    /// The stream is to fail instead of going live, and is live.
    CannotFail,
}

impl Rejected {
    /// The status of the response of a local endpoint.
    pub fn status(self) -> u16 {
        match self {
            Self::Unnamed => 400,
            Self::UnknownKey => 403,
            Self::UnknownChannel => 404,
            _ => 409,
        }
    }

    /// Its name.
    pub fn code(self) -> &'static str {
        match self {
            Self::UnknownKey => "UnknownStreamKey",
            Self::UnknownChannel => "NotFound",
            Self::Unnamed => "BadRequest",
            Self::AlreadyLive => "AlreadyLive",
            Self::NotLive => "NotLive",
            Self::NotConnected => "NotConnected",
            Self::TooManyStreams => "TooManyStreams",
            Self::OverLimit => "OverLimit",
            Self::Refused(code) => code.name(),
            Self::CannotFail => "CannotFail",
        }
    }

    /// A sentence for people.
    pub fn message(self) -> String {
        match self {
            Self::UnknownKey => "No channel has this stream key.",
            Self::UnknownChannel => "There is no such channel.",
            Self::Unnamed => "Name the stream by either its streamKey or its channelArn.",
            Self::AlreadyLive => {
                "The channel of this stream key is live already. An encoder with a higher priority can take over."
            }
            Self::NotLive => "The channel is not live.",
            Self::NotConnected => "The channel is live, but by an encoder that connected with another stream key.",
            Self::TooManyStreams => {
                "The account has all the streams that it may have at a time: see --quota concurrent-streams."
            }
            Self::OverLimit => {
                "The resolution or bit rate is more than this type of channel takes: see the event IVS Limit Breach."
            }
            Self::CannotFail => {
                "fail: the stream is live, and only one that starts can fail. Stop it first, or leave fail out."
            }
            Self::Refused(code) => {
                return format!("The encoder is refused: {}. See StreamEvent in the API reference.", code.name());
            }
        }
        .to_owned()
    }
}
