use ivs_wasm::model::{ivs::SERVICE, made_up_for_tests};

use super::*;

#[test]
fn an_error_has_its_name_and_its_fault() {
    let text = exceptions(&SERVICE);
    for part in [
        "export interface ThrottlingException extends IvsServiceException {\n  \
         readonly name: \"ThrottlingException\";\n  readonly $fault: \"client\";\n",
        "  client: \"AccessDeniedException ChannelNotBroadcasting ConflictException ",
        "  server: \"InternalServerException ServiceUnavailable StreamUnavailable\",\n",
        "export const ConflictException = /* @__PURE__ */ named(\"ConflictException\");\n",
    ] {
        assert!(text.contains(part), "{part}");
    }
}

#[test]
fn an_error_with_members_of_its_own_imports_their_types() {
    let text = exceptions(&made_up_for_tests::SERVICE);
    for part in [
        "import type {\n  Field,\n} from \"./structures.js\";\n",
        "import { MadeUpServiceException } from \"./made-up-service-exception.js\";\n",
        "export interface FilmExists extends MadeUpServiceException {\n",
        "  message: string;\n",
        "  fieldList?: Field[] | undefined;\n",
    ] {
        assert!(text.contains(part), "{part} in {text}");
    }
    let structures = crate::generate::structures::structures(&made_up_for_tests::SERVICE);
    assert!(structures.contains("export interface Field {\n"));
}
