// The same subpath by `require`, as TypeScript resolves it for a CommonJS file.

import { IvsClient } from "ivs-wasm";
import batch = require("ivs-wasm/batch");

export async function names(arns: string[]): Promise<(string | undefined)[]> {
  return (await batch.getChannels(new IvsClient(), arns)).channels.map((channel) => channel?.name);
}
