//! MPEG transport streams (ISO/IEC 13818-1) of pictures and timed metadata.

use super::CLOCK;

const PACKET: usize = 188;

/// Identifiers of packets.
const PROGRAMS: u16 = 0;
const PROGRAM: u16 = 0x1000;
const VIDEO: u16 = 0x100;
const METADATA: u16 = 0x101;

/// Identifiers of elementary streams.
const VIDEO_STREAM: u8 = 0xe0;
const PRIVATE_STREAM: u8 = 0xbd;

/// Packets of pictures that a segment has.
const VIDEO_PACKETS: u64 = 65;

/// Times are this much later than the sum of the segments before, so that the clock that leads them is never negative.
const OFFSET: u64 = 10 * CLOCK;

/// What is presented at a time, in units of [`CLOCK`].
pub struct Sample {
    pub time: u64,
    pub data: Vec<u8>,
}

/// The packets of a segment.
pub struct Packets {
    bytes: Vec<u8>,
    video: u8,
    metadata: u8,
    has_metadata: bool,
}

/// The optional head of a packet's payload.
#[derive(Default)]
struct Adaptation {
    /// The time of the decoder's clock.
    clock: Option<u64>,
    /// The counter does not continue that of the packet before.
    discontinuous: bool,
    /// What follows needs nothing that was before.
    random_access: bool,
}

impl Packets {
    /// Begins with the tables that say what is in it. The counters continue those of the segment before.
    pub fn of_segment(number: u64) -> Self {
        let video = (number % 16 * VIDEO_PACKETS % 16) as u8;
        let mut packets = Self { bytes: Vec::new(), video, metadata: 0, has_metadata: false };
        let counter = (number % 16) as u8;
        // 2.4.4.3: program 1 is in packets of PROGRAM.
        packets.table(PROGRAMS, counter, 0, &[0, 1, 0xe0 | (PROGRAM >> 8) as u8, PROGRAM as u8]);
        packets.table(PROGRAM, counter, 2, &program());
        packets
    }

    pub fn picture(&mut self, sample: &Sample, is_key: bool) {
        let time = sample.time + OFFSET;
        let mut data = head(VIDEO_STREAM, time, None);
        data.extend(&sample.data);
        let adaptation = Adaptation { clock: Some(time - CLOCK / 2), random_access: is_key, ..Adaptation::default() };
        self.video = self.packetize(VIDEO, self.video, adaptation, &data);
    }

    pub fn metadata(&mut self, sample: &Sample) {
        let mut data = head(PRIVATE_STREAM, sample.time + OFFSET, Some(sample.data.len()));
        data.extend(&sample.data);
        let adaptation = Adaptation { discontinuous: !self.has_metadata, ..Adaptation::default() };
        self.has_metadata = true;
        self.metadata = self.packetize(METADATA, self.metadata, adaptation, &data);
    }

    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }

    /// A section of a table, in a packet of its own (2.4.4).
    fn table(&mut self, id: u16, counter: u8, table: u8, content: &[u8]) {
        // Length, number of the stream or program, version, section and last section; after the content comes a checksum.
        let length = content.len() + 9;
        let mut section = vec![table, 0xb0 | (length >> 8) as u8, length as u8, 0, 1, 0xc1, 0, 0];
        section.extend(content);
        section.extend(checksum(&section).to_be_bytes());
        let mut packet = vec![0x47, 0x40 | (id >> 8) as u8, id as u8, 0x10 | counter, 0];
        packet.extend(section);
        packet.resize(PACKET, 0xff);
        self.bytes.extend(packet);
    }

    /// Packets with data, and the counter of the packet that would follow.
    fn packetize(&mut self, id: u16, mut counter: u8, adaptation: Adaptation, mut data: &[u8]) -> u8 {
        let mut head = Some(adaptation);
        while !data.is_empty() {
            let begins = if head.is_some() { 0x40 } else { 0 };
            let fields = head.take().map_or_else(Vec::new, |adaptation| adaptation.fields());
            let field = if fields.is_empty() { 0 } else { fields.len() + 1 };
            let length = data.len().min(PACKET - 4 - field);
            // Stuffing is in the head.
            let filled = PACKET - 4 - length;
            let has_head = if filled > 0 { 0x20 } else { 0 };
            self.bytes.extend([0x47, begins | (id >> 8) as u8, id as u8, has_head | 0x10 | counter]);
            if filled > 0 {
                let mut bytes = vec![(filled - 1) as u8];
                bytes.extend(if fields.is_empty() && filled > 1 { vec![0] } else { fields });
                bytes.resize(filled, 0xff);
                self.bytes.extend(bytes);
            }
            let (part, rest) = data.split_at(length);
            self.bytes.extend(part);
            data = rest;
            counter = (counter + 1) & 15;
        }
        counter
    }
}

impl Adaptation {
    /// 2.4.3.4, without the length.
    fn fields(&self) -> Vec<u8> {
        if self.clock.is_none() && !self.discontinuous {
            return Vec::new();
        }
        let flags = u8::from(self.discontinuous) << 7 | u8::from(self.random_access) << 6;
        let Some(clock) = self.clock else { return vec![flags] };
        let clock = clock & ((1 << 33) - 1);
        let mut fields = vec![flags | 0x10];
        // 33 bits, six reserved ones, and nine bits of a finer clock.
        fields.extend(&(clock << 15 | 0x7e00).to_be_bytes()[2..]);
        fields
    }
}

/// What there is in a program (2.4.4.9): pictures, by whose packets the clock goes, and metadata.
fn program() -> Vec<u8> {
    // Metadata is ID3 in HLS: a pointer to it, and what it is (ISO/IEC 13818-1, 2.6.58 and 2.6.60).
    let pointer: Vec<u8> = [&[0x25, 15, 0xff, 0xff][..], b"ID3 ", &[0xff], b"ID3 ", &[0, 0x1f, 0, 1]].concat();
    let descriptor: Vec<u8> = [&[0x26, 13, 0xff, 0xff][..], b"ID3 ", &[0xff], b"ID3 ", &[0, 0x0f]].concat();
    let mut content = vec![0xe0 | (VIDEO >> 8) as u8, VIDEO as u8, 0xf0, pointer.len() as u8];
    content.extend(pointer);
    content.extend([0x1b, 0xe0 | (VIDEO >> 8) as u8, VIDEO as u8, 0xf0, 0]);
    content.extend([0x15, 0xe0 | (METADATA >> 8) as u8, METADATA as u8, 0xf0, descriptor.len() as u8]);
    content.extend(descriptor);
    content
}

/// The head of what is presented at a time (2.4.3.6), with the length of the data where that has to be said.
fn head(stream: u8, time: u64, length: Option<usize>) -> Vec<u8> {
    const TIME: u8 = 5;
    // After the length come three bytes and the time.
    let length = length.map_or(0, |length| length + 3 + usize::from(TIME));
    let part = |shift: u32| (time >> shift) as u8;
    vec![
        0,
        0,
        1,
        stream,
        (length >> 8) as u8,
        length as u8,
        0x84, // it begins with the data
        0x80, // it has a time of presentation
        TIME,
        0x21 | (part(29) & 0x0e),
        part(22),
        part(14) | 1,
        part(7),
        (time << 1) as u8 | 1,
    ]
}

/// CRC-32 as in annex A.
fn checksum(bytes: &[u8]) -> u32 {
    bytes.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(
            sum ^ (u32::from(*byte) << 24),
            |sum, _| if sum >> 31 == 1 { sum << 1 ^ 0x04c1_1db7 } else { sum << 1 },
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::media::segment;

    fn counters(bytes: &[u8], id: u16) -> Vec<u8> {
        let of = |packet: &[u8]| u16::from(packet[1] & 0x1f) << 8 | u16::from(packet[2]);
        bytes.chunks(PACKET).filter(|packet| of(packet) == id).map(|packet| packet[3] & 15).collect()
    }

    #[test]
    fn counters_go_on_from_segment_to_segment() {
        for id in [PROGRAMS, PROGRAM, VIDEO] {
            let all: Vec<u8> = (0..40).flat_map(|number| counters(&segment(number, &[]), id)).collect();
            assert!(all.iter().enumerate().all(|(place, counter)| place % 16 == usize::from(*counter)), "{id}");
        }
    }

    #[test]
    fn the_checksum_is_that_of_the_standard() {
        assert_eq!(checksum(b"123456789"), 0x0376_e6e7);
    }

    #[test]
    fn times_and_clocks_have_33_bits() {
        let time = 0x1_5555_5555;
        let head = head(VIDEO_STREAM, time, None);
        let read = u64::from(head[9] >> 1 & 7) << 30
            | u64::from(head[10]) << 22
            | u64::from(head[11] >> 1) << 15
            | u64::from(head[12]) << 7
            | u64::from(head[13] >> 1);
        assert_eq!(read, time);
        let fields = Adaptation { clock: Some(time), ..Adaptation::default() }.fields();
        let read = fields[1..6].iter().fold(0, |sum, byte| sum << 8 | u64::from(*byte)) >> 7;
        assert_eq!(read, time);
    }
}
