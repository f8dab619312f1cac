use super::*;
use ivs_wasm::model::ivs::SERVICE;

#[test]
fn whatever_botocore_or_the_sdk_pages_is_paged_here() {
    let ours: Vec<_> = paginated(&SERVICE).collect();
    for operation in SERVICE.operations() {
        let found = ours.iter().find(|(known, _)| known.name == operation.name).map(|(_, items)| *items);
        let more = match operation.name {
            // Only the SDK pages these.
            "ListPlaybackRestrictionPolicies" => Some("playbackRestrictionPolicies"),
            "ListStreamSessions" => Some("streamSessions"),
            _ => None,
        };
        assert_eq!(found, operation.pages.or(more), "{}", operation.name);
    }
    assert_eq!(ours.len(), 9);
}

#[test]
fn a_paginator_is_typed_by_its_input_and_output_and_dropped_where_it_is_not_used() {
    let text = functions(&SERVICE);
    assert!(text.contains(
        "\nexport const paginateListStreamKeys = /* @__PURE__ */ sdkPaginator<\n  IvsPaginationConfiguration,\n  \
         ListStreamKeysCommandInput,\n  ListStreamKeysCommandOutput,\n  \"streamKeys\"\n>(ListStreamKeysCommand, \"streamKeys\");\n"
    ));
    assert_eq!(text.matches("export const").count(), text.matches("/* @__PURE__ */").count());
}

#[test]
fn the_client_knows_where_a_page_has_its_items() {
    assert!(operations(&SERVICE).contains("\n  ListPlaybackKeyPairs: \"keyPairs\",\n"));
}
