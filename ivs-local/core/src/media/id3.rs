//! Timed metadata as HLS has it: an ID3 tag (ID3v2.4.0) with a frame of text.

/// A tag whose one frame, `TXXX`, has the text and no description.
pub fn tag(text: &str) -> Vec<u8> {
    const UTF8: u8 = 3;
    let mut frame = vec![UTF8, 0];
    frame.extend(text.as_bytes());
    let mut frames = b"TXXX".to_vec();
    frames.extend(size(frame.len()));
    frames.extend([0, 0]); // flags
    frames.extend(frame);
    let mut tag = b"ID3\x04\x00\x00".to_vec();
    tag.extend(size(frames.len()));
    tag.extend(frames);
    tag
}

/// Seven bits a byte.
fn size(length: usize) -> [u8; 4] {
    [21, 14, 7, 0].map(|shift| ((length >> shift) & 0x7f) as u8)
}

#[cfg(test)]
mod tests {
    #[test]
    fn sizes_have_seven_bits_a_byte() {
        let tag = super::tag(&"x".repeat(198));
        assert_eq!(tag[..20], *b"ID3\x04\x00\x00\x00\x00\x01\x52TXXX\x00\x00\x01\x48\x00\x00");
        assert_eq!(tag[20..23], [3, 0, b'x']);
    }
}
