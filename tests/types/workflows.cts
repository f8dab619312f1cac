// The same subpath by `require`, as TypeScript resolves it for a CommonJS file.

import { IvsClient } from "ivs-wasm";
import workflows = require("ivs-wasm/workflows");

export async function reset(channelArn: string): Promise<string | undefined> {
  return (await workflows.resetStreamKey(new IvsClient(), { channelArn })).value;
}
