use ivs_wasm::model::ivs::SERVICE;

use super::*;

#[test]
fn a_command_is_typed_by_its_input_and_output_and_dropped_where_it_is_not_used() {
    let text = commands(&SERVICE);
    for part in [
        "export interface GetChannelCommandOutput extends GetChannelResponse {\n  $metadata: ResponseMetadata;\n}\n",
        "export interface DeleteChannelCommandOutput {\n  $metadata: ResponseMetadata;\n}\n",
        "export interface GetChannelCommand extends IvsCommand<GetChannelCommandInput, GetChannelCommandOutput> {}\n/**\n",
        " */\nexport const GetChannelCommand = /* @__PURE__ */ defineCommand<GetChannelCommandInput, GetChannelCommandOutput>(\"GetChannel\");\n",
    ] {
        assert!(text.contains(part), "{part}");
    }
    assert_eq!(text.matches(" = /* @__PURE__ */ defineCommand<").count(), SERVICE.operations().count());
}
