//! The key of a server that was given none.

use rand::RngExt;
use rand::distr::Alphanumeric;

/// An access key id that cannot be mistaken for one of AWS.
pub fn access_key_id() -> String {
    format!("LOCAL{}", random(15).to_ascii_uppercase())
}

/// A secret access key.
pub fn secret_access_key() -> String {
    random(40)
}

fn random(length: usize) -> String {
    rand::rng().sample_iter(Alphanumeric).take(length).map(char::from).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_has_the_lengths_of_one_of_aws() {
        assert_eq!((access_key_id().len(), secret_access_key().len()), (20, 40));
    }
}
