use ivs_wasm::model::ivs::SERVICE;

use super::*;

#[test]
fn an_enumeration_lists_the_names_of_the_sdk_and_inherits_its_own() {
    let text = enumerations(&SERVICE);
    for part in [
        "export const MultitrackPolicy = /* @__PURE__ */ enumeration({\n  ALLOW: \"ALLOW\",\n",
        "  NormalLatency: \"NORMAL\",\n  LowLatency: \"LOW\",\n}, { NORMAL: \"NORMAL\", LOW: \"LOW\" });\n\
         export type ChannelLatencyMode = (typeof ChannelLatencyMode)[keyof typeof ChannelLatencyMode];\n",
    ] {
        assert!(text.contains(part), "{part}");
    }
    assert_eq!(text.matches(" enumeration({").count(), enums(&SERVICE).count());
}

#[test]
fn members_have_their_types() {
    let text = structures(&SERVICE);
    for part in [
        "  tags?: Record<string, string> | undefined;",
        "  tagKeys: string[] | undefined;",
        "  channels: ChannelSummary[];",
        "  startTime?: Date | undefined;",
        "  type?: ChannelType | undefined;",
    ] {
        assert!(text.contains(part), "{part}");
    }
}

#[test]
fn a_union_is_one_of_types_with_one_member_each() {
    let text = structures(&ivs_wasm::model::made_up_for_tests::SERVICE);
    for part in [
        "export type Destination =\n  | {\n      /** Into a bucket. */\n      bucket: Bucket;\n      address?: undefined;\n    }\n  \
           | {\n      bucket?: undefined;\n      /** To an address. */\n      address: string;\n    };\n",
        "  destination?: Destination | undefined;\n",
        "  framerate?: number | undefined;\n",
        "  idempotencyToken?: string | undefined;\n",
        "   * A secret: keep it out of logs.\n   */\n  attributes?: Record<string, string> | undefined;\n",
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
}
