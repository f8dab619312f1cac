//! The test picture in H.264 (ITU-T H.264, Constrained Baseline profile): colour bars, and a white mark at the lower edge that moves on with
//! each segment.
//!
//! Only what differs from the macroblock above is in it: the uppermost row and the mark as samples, all others as predicted from above, and
//! all pictures of a segment after the first as skipped.

use super::bits::Bits;

pub const WIDTH: u32 = 320;
pub const HEIGHT: u32 = 180;

/// Macroblocks are 16 samples wide and high. What is too much is cropped.
const COLUMNS: u32 = WIDTH / 16;
const ROWS: u32 = HEIGHT.div_ceil(16);

/// A luma and two chroma samples.
type Colour = [u8; 3];

const MARK: Colour = [235, 128, 128];

/// The colour of a column of macroblocks: white, yellow, cyan, green, magenta, red, blue, black.
fn bar(column: u32) -> Colour {
    match column * 8 / COLUMNS {
        0 => [180, 128, 128],
        1 => [162, 44, 142],
        2 => [131, 156, 44],
        3 => [112, 72, 58],
        4 => [84, 184, 198],
        5 => [65, 100, 212],
        6 => [35, 212, 114],
        _ => [16, 128, 128],
    }
}

/// Types of NAL units (table 7-1), with their priority.
const PICTURE: u8 = 0x61;
const KEY_PICTURE: u8 = 0x65;
const SEQUENCE_PARAMETERS: u8 = 0x67;
const PICTURE_PARAMETERS: u8 = 0x68;
const DELIMITER: u8 = 0x09;

/// A picture of a segment, with all that is needed before it.
pub fn access_unit(segment: u64, picture: u64) -> Vec<u8> {
    // Any type of slice.
    let mut unit = nal(DELIMITER, &[0xf0]);
    if picture == 0 {
        unit.extend(nal(SEQUENCE_PARAMETERS, &sequence_parameters()));
        unit.extend(nal(PICTURE_PARAMETERS, &picture_parameters()));
        unit.extend(nal(KEY_PICTURE, &key_picture(segment)));
    } else {
        unit.extend(nal(PICTURE, &same_picture(picture)));
    }
    unit
}

/// A unit of a byte stream (annex B), in which no three bytes of a payload are taken for the begin of another.
fn nal(header: u8, payload: &[u8]) -> Vec<u8> {
    let mut bytes = vec![0, 0, 0, 1, header];
    let mut zeros = 0;
    for &byte in payload {
        if zeros == 2 && byte <= 3 {
            bytes.push(3);
            zeros = 0;
        }
        zeros = if byte == 0 { zeros + 1 } else { 0 };
        bytes.push(byte);
    }
    bytes
}

/// 7.3.2.1.1
fn sequence_parameters() -> Vec<u8> {
    let mut bits = Bits::default();
    bits.bits(66, 8); // profile_idc: Baseline
    bits.bits(0b1100_0000, 8); // constraint_set0_flag and constraint_set1_flag: Constrained
    bits.bits(13, 8); // level_idc: 1.3
    bits.golomb(0); // seq_parameter_set_id
    bits.golomb(4); // log2_max_frame_num_minus4: 8 bits
    bits.golomb(2); // pic_order_cnt_type: in the order of decoding
    bits.golomb(1); // max_num_ref_frames
    bits.bits(0, 1); // gaps_in_frame_num_value_allowed_flag
    bits.golomb(COLUMNS - 1);
    bits.golomb(ROWS - 1);
    bits.bits(1, 1); // frame_mbs_only_flag
    bits.bits(1, 1); // direct_8x8_inference_flag
    bits.bits(1, 1); // frame_cropping_flag: left, right, top and bottom, in pairs of samples
    for pairs in [0, 0, 0, (ROWS * 16 - HEIGHT) / 2] {
        bits.golomb(pairs);
    }
    bits.bits(0, 1); // vui_parameters_present_flag
    bits.into_payload()
}

/// 7.3.2.2
fn picture_parameters() -> Vec<u8> {
    let mut bits = Bits::default();
    bits.golomb(0); // pic_parameter_set_id
    bits.golomb(0); // seq_parameter_set_id
    bits.bits(0, 1); // entropy_coding_mode_flag: CAVLC
    bits.bits(0, 1); // bottom_field_pic_order_in_frame_present_flag
    bits.golomb(0); // num_slice_groups_minus1
    bits.golomb(0); // num_ref_idx_l0_default_active_minus1
    bits.golomb(0); // num_ref_idx_l1_default_active_minus1
    bits.bits(0, 1); // weighted_pred_flag
    bits.bits(0, 2); // weighted_bipred_idc
    for _quantizer in ["pic_init_qp_minus26", "pic_init_qs_minus26", "chroma_qp_index_offset"] {
        bits.golomb(0);
    }
    bits.bits(1, 1); // deblocking_filter_control_present_flag
    bits.bits(0, 1); // constrained_intra_pred_flag
    bits.bits(0, 1); // redundant_pic_cnt_present_flag
    bits.into_payload()
}

/// The slice of a picture that needs no other (7.3.3, 7.3.4).
fn key_picture(segment: u64) -> Vec<u8> {
    let mut bits = Bits::default();
    bits.golomb(0); // first_mb_in_slice
    bits.golomb(7); // slice_type: I, as all of the picture
    bits.golomb(0); // pic_parameter_set_id
    bits.bits(0, 8); // frame_num
    bits.golomb(u32::from(!segment.is_multiple_of(2))); // idr_pic_id: another than before
    bits.bits(0, 2); // no_output_of_prior_pics_flag, long_term_reference_flag
    bits.golomb(0); // slice_qp_delta
    bits.golomb(1); // disable_deblocking_filter_idc
    let mark = (segment % u64::from(COLUMNS)) as u32;
    for row in 0..ROWS {
        for column in 0..COLUMNS {
            if row == ROWS - 1 && column == mark {
                samples(&mut bits, MARK);
            } else if row == 0 {
                samples(&mut bits, bar(column));
            } else {
                // Macroblocks of samples count as ones with 16 coefficients.
                let left = (column > 0).then_some(u32::from(row == ROWS - 1 && column == mark + 1) * 16);
                as_above(&mut bits, left, u32::from(row == 1) * 16);
            }
        }
    }
    bits.into_payload()
}

/// A macroblock of one colour (`I_PCM`, 7.3.5).
fn samples(bits: &mut Bits, [luma, blue, red]: Colour) {
    bits.golomb(25); // mb_type
    bits.align();
    for (sample, count) in [(luma, 256), (blue, 64), (red, 64)] {
        for _ in 0..count {
            bits.bits(u32::from(sample), 8);
        }
    }
}

/// A macroblock as the one above it, given how many coefficients its neighbours have (`Intra_16x16`, 7.3.5, 9.2.1).
fn as_above(bits: &mut Bits, left: Option<u32>, above: u32) {
    bits.golomb(1); // mb_type: predicted vertically, without coefficients but for the means
    bits.golomb(2); // intra_chroma_pred_mode: vertically
    bits.golomb(0); // mb_qp_delta
    // coeff_token of no coefficient, by the neighbours' mean.
    if left.map_or(above, |left| (left + above).div_ceil(2)) >= 8 {
        bits.bits(0b00_0011, 6);
    } else {
        bits.bits(1, 1);
    }
}

/// The slice of a picture that is the same as the one before (7.3.3, 7.3.4).
fn same_picture(picture: u64) -> Vec<u8> {
    let mut bits = Bits::default();
    bits.golomb(0); // first_mb_in_slice
    bits.golomb(5); // slice_type: P, as all of the picture
    bits.golomb(0); // pic_parameter_set_id
    bits.bits(picture as u32 & 0xff, 8); // frame_num
    bits.bits(0, 1); // num_ref_idx_active_override_flag
    bits.bits(0, 1); // ref_pic_list_modification_flag_l0
    bits.bits(0, 1); // adaptive_ref_pic_marking_mode_flag
    bits.golomb(0); // slice_qp_delta
    bits.golomb(1); // disable_deblocking_filter_idc
    bits.golomb(COLUMNS * ROWS); // mb_skip_run
    bits.into_payload()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_unit_is_taken_for_the_begin_of_another() {
        assert_eq!(nal(9, &[0, 0, 1, 0, 0, 0, 5]), [0, 0, 0, 1, 9, 0, 0, 3, 1, 0, 0, 3, 0, 5]);
        for segment in 0..u64::from(COLUMNS) {
            let unit = nal(KEY_PICTURE, &key_picture(segment));
            assert!(unit[5..].windows(3).all(|bytes| bytes[..2] != [0, 0] || bytes[2] > 2));
        }
    }

    #[test]
    fn only_the_first_picture_of_a_segment_is_more_than_a_few_bytes() {
        assert!((8_000..9_000).contains(&access_unit(0, 0).len()));
        assert!((1..20).all(|picture| access_unit(0, picture).len() < 25));
    }
}
