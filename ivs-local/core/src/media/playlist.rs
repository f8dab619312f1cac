//! Playlists (RFC 8216).

use super::{LEAD, SEGMENT_SECONDS, h264, segment_at};
use std::fmt::Write;
use std::time::Duration;
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

/// How many segments a playlist lists, the latest.
pub const SEGMENTS_LISTED: u64 = 5;

/// The playlist that a player begins with: the one rendition that there is.
pub fn multivariant_playlist(media: &str) -> String {
    format!(
        "#EXTM3U\n#EXT-X-VERSION:3\n\
         #EXT-X-STREAM-INF:BANDWIDTH=60000,RESOLUTION={}x{},CODECS=\"avc1.42C00D\",FRAME-RATE=10.000\n{media}\n",
        h264::WIDTH,
        h264::HEIGHT,
    )
}

/// The playlist of a stream that has been live for so many milliseconds since `start`.
pub fn media_playlist(start: OffsetDateTime, milliseconds: u64) -> String {
    let end = segment_at(milliseconds);
    let first = end.saturating_sub(SEGMENTS_LISTED);
    let [begin, lead] = [first, LEAD].map(|segments| Duration::from_secs(segments * SEGMENT_SECONDS));
    let begin = (start + begin - lead).format(&Rfc3339).unwrap_or_default();
    let mut playlist = format!(
        "#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:{SEGMENT_SECONDS}\n#EXT-X-MEDIA-SEQUENCE:{first}\n\
         #EXT-X-INDEPENDENT-SEGMENTS\n#EXT-X-PROGRAM-DATE-TIME:{begin}\n"
    );
    for number in first..end {
        // Writing to text does not fail.
        let _ = writeln!(playlist, "#EXTINF:{SEGMENT_SECONDS}.000,\n{number}.ts");
    }
    playlist
}

#[cfg(test)]
mod tests {
    use super::*;
    use time::macros::datetime;

    #[test]
    fn a_stream_has_segments_from_its_first_moment() {
        let start = datetime!(2026-11-28 12:00:00 UTC);
        let playlist = media_playlist(start, 0);
        assert!(
            playlist.contains("#EXT-X-MEDIA-SEQUENCE:0\n")
                && playlist.ends_with("\n0.ts\n#EXTINF:2.000,\n1.ts\n#EXTINF:2.000,\n2.ts\n")
        );
        assert!(playlist.contains("#EXT-X-PROGRAM-DATE-TIME:2026-11-28T11:59:54Z\n"));
        let playlist = media_playlist(start, 3_600_000);
        assert!(playlist.contains("#EXT-X-MEDIA-SEQUENCE:1798\n") && playlist.ends_with("\n1802.ts\n"));
        assert!(playlist.contains("#EXT-X-PROGRAM-DATE-TIME:2026-11-28T12:59:50Z\n"));
    }
}
