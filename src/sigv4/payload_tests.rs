use super::*;

#[test]
fn a_body_in_pieces_has_the_hash_of_the_whole() {
    let body = b"0123456789".repeat(1000);
    for size in [1, 7, 64, 9999, 10_000] {
        let mut hasher = PayloadHasher::default();
        body.chunks(size).for_each(|piece| hasher.update(piece));
        assert_eq!(hasher.finish(), payload_hash(&body), "{size}");
    }
    assert_eq!(PayloadHasher::default().finish(), payload_hash(b""));
}
