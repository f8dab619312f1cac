use super::*;
use ivs_wasm::model::{ivs::SERVICE, made_up_for_tests};

#[test]
fn a_method_takes_the_input_of_its_operation() {
    let text = operations(&SERVICE);
    for part in [
        "\"CreateChannel GetChannel ",
        "  createChannel(input?: CreateChannelCommandInput, options?: CallOptions): Promise<CreateChannelCommandOutput>;",
        "  getChannel(input: GetChannelCommandInput, options?: CallOptions): Promise<GetChannelCommandOutput>;",
        "   * @see https://docs.aws.amazon.com/ivs/latest/LowLatencyAPIReference/API_GetChannel.html\n",
        "   * @throws {@link ChannelNotBroadcasting} ",
    ] {
        assert!(text.contains(part), "{part}");
    }
    assert_eq!(text.matches("options?: CallOptions").count(), SERVICE.operations().count());
}

#[test]
fn an_input_that_needs_no_more_than_an_idempotency_token_may_be_left_out() {
    let text = operations(&made_up_for_tests::SERVICE);
    assert!(text.contains("export interface MadeUpOperations {\n"));
    assert!(text.contains("  makeFilm(input?: MakeFilmCommandInput,"));
    assert!(text.contains(" * @see https://example.com/API_MakeFilm.html\n"));
}

#[test]
fn the_aggregated_client_has_the_names_of_its_service() {
    let text = aggregated_client(&made_up_for_tests::SERVICE);
    for part in [
        "import { MadeUpClient } from \"./made-up-client.js\";\n",
        "The client that `@aws-sdk/client-made-up` calls ",
        "export class MadeUp extends MadeUpClient {\n",
        "export interface MadeUp {\n",
    ] {
        assert!(text.contains(part), "{part}");
    }
    assert!(!text.contains("Ivs"));
}
