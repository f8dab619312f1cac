// The same subpath by `require`, as TypeScript resolves it for a CommonJS file.

import metadata = require("ivs-wasm/metadata");
import { type MetadataClient, MetadataReader } from "ivs-wasm/metadata";

export function open(client: MetadataClient, channelArn: string): WritableStream<metadata.MetadataItem> {
  return metadata.metadataStream(client, { channelArn });
}

export const reader = new MetadataReader<string>();
