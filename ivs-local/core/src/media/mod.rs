//! The test picture of a live channel, as HLS: its playlists, and its segments with the metadata that was put in.
//!
//! Nothing is stored: a segment is made when it is asked for, of its number and of the metadata of its two seconds.

#![allow(clippy::cast_possible_truncation, reason = "what is written has so many bits and no more")]

mod bits;
mod h264;
mod id3;
mod playlist;
mod transport_stream;

pub use playlist::{SEGMENTS_LISTED, media_playlist, multivariant_playlist};

use transport_stream::{Packets, Sample};

/// Seconds that a segment lasts.
pub const SEGMENT_SECONDS: u64 = 2;

/// Segments of the time before the stream went live, so that players need not wait for the first.
pub const LEAD: u64 = 3;

const PICTURES_PER_SECOND: u64 = 10;

/// What times of presentation are counted in, a second.
const CLOCK: u64 = 90_000;

/// Metadata of a segment.
pub struct Timed<'a> {
    /// Milliseconds since the stream went live.
    pub at: u64,
    pub text: &'a str,
}

/// The number of the segment that has what was put in so many milliseconds after the stream went live.
pub fn segment_at(milliseconds: u64) -> u64 {
    milliseconds / (SEGMENT_SECONDS * 1000) + LEAD
}

/// A segment: an MPEG transport stream of pictures, the first of which needs no other.
pub fn segment(number: u64, metadata: &[Timed]) -> Vec<u8> {
    let mut packets = Packets::of_segment(number);
    let pictures = SEGMENT_SECONDS * PICTURES_PER_SECOND;
    let mut items = metadata.iter().peekable();
    for picture in 0..pictures {
        let time = (number * pictures + picture) * CLOCK / PICTURES_PER_SECOND;
        packets.picture(&Sample { time, data: h264::access_unit(number, picture) }, picture == 0);
        let next = time + CLOCK / PICTURES_PER_SECOND;
        while let Some(item) = items.next_if(|item| presented_at(item) < next || picture == pictures - 1) {
            packets.metadata(&Sample { time: presented_at(item), data: id3::tag(item.text) });
        }
    }
    packets.into_bytes()
}

fn presented_at(item: &Timed) -> u64 {
    item.at * CLOCK / 1000 + LEAD * SEGMENT_SECONDS * CLOCK
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn metadata_is_in_the_segment_of_its_time() {
        assert_eq!((segment_at(0), segment_at(1999), segment_at(2000)), (LEAD, LEAD, LEAD + 1));
        let at = presented_at(&Timed { at: 2000, text: "" });
        let first = segment_at(2000) * SEGMENT_SECONDS * CLOCK;
        assert_eq!(at, first);
    }

    #[test]
    fn segments_are_whole_packets_of_constant_number() {
        let plain = segment(7, &[]);
        assert!(plain.len().is_multiple_of(188) && plain.chunks(188).all(|packet| packet[0] == 0x47));
        for number in 0..45 {
            // What continues the counters of packets from segment to segment relies on it.
            assert_eq!(segment(number, &[]).len(), plain.len(), "segment {number}");
        }
        let text = "x".repeat(1024);
        let items = [Timed { at: 8000, text: &text }, Timed { at: 8000, text: "" }, Timed { at: 9999, text: "é" }];
        let with = segment(7, &items);
        assert_eq!(with.len(), plain.len() + 188 * (6 + 1 + 1));
        let contains = |needle: &[u8]| with.windows(needle.len()).any(|window| window == needle);
        assert!(contains("é".as_bytes()) && contains(b"TXXX"));
    }
}
