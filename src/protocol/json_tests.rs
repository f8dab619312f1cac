use super::*;
use proptest::prelude::*;

proptest! {
    #[test]
    fn any_text_reads_back_the_same(text in "(\\PC|[\\x00-\\x1f\"\\\\])*") {
        let mut out = String::new();
        write_string(&mut out, &text);
        prop_assert_eq!(out.len(), text.len() + added_bytes(&text));
        prop_assert_eq!(serde_json::from_str::<String>(&out).unwrap(), text);
    }
}
