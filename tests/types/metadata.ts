// What users of `ivs-wasm/metadata` write, checked by the compiler and never run.

import { Ivs, IvsClient } from "ivs-wasm";
import {
  type DecodedMetadata,
  decodeMetadata,
  type DroppedMetadata,
  type DropReason,
  type MetadataClient,
  type MetadataItem,
  MetadataReader,
  metadataStream,
  type MetadataStreamOptions,
  type SentMetadata,
} from "ivs-wasm/metadata";

interface Question {
  question: string;
  answers: string[];
}

export async function send(ivs: IvsClient, channelArn: string, questions: Question[]) {
  const stream: WritableStream<MetadataItem> = metadataStream(ivs, { channelArn });
  const writer = stream.getWriter();
  // Interfaces are items as well, though they have no index signature.
  for (const question of questions) await writer.write(question);
  for (const item of ["text", 1, true, null, [1, "a"], { nested: [{}] }, new Date()]) await writer.write(item);
  // @ts-expect-error JSON has no such numbers
  await writer.write(1n);
  await writer.close();
}

export function clients(channelArn: string, own: MetadataClient) {
  const { putMetadata } = new IvsClient();
  return [
    metadataStream(new Ivs({ maxAttempts: 1 }), { channelArn }),
    metadataStream(own, { channelArn }),
    metadataStream({ putMetadata: async ({ channelArn, metadata }) => `${channelArn}${metadata}` }, { channelArn }),
    metadataStream({ putMetadata }, { channelArn }),
    // @ts-expect-error no client
    metadataStream({}, { channelArn }),
    // @ts-expect-error whose metadata?
    metadataStream(own, {}),
  ];
}

export function options(channelArn: string, report: (reason: DropReason, items: MetadataItem[]) => void): MetadataStreamOptions {
  const wrong: MetadataStreamOptions[] = [
    // @ts-expect-error no such mode
    { channelArn, mode: "json" },
    // @ts-expect-error no such policy
    { channelArn, whenOffline: "skip" },
    // @ts-expect-error no such option
    { channelArn, retries: 3 },
  ];
  return {
    ...wrong[0],
    channelArn,
    mode: "single",
    resend: false,
    whenRefused: "drop",
    whenOffline: "error",
    offlineInterval: undefined,
    retryTime: Infinity,
    bufferBytes: 1024,
    onDrop: ({ items, reason, unconfirmed, error }: DroppedMetadata) => {
      const count: number = unconfirmed;
      if (error instanceof Error) report(reason, items.slice(count));
    },
    onSent: ({ items }: SentMetadata) => report("failed", items),
  };
}

export function read(text: string): unknown[] {
  const { streamId, sequence, items }: DecodedMetadata = decodeMetadata(text);
  const questions: Question[] = new MetadataReader<Question>({ maxHeld: 3 }).read(text);
  const unknown: unknown[] = new MetadataReader().flush();
  const id: string | undefined = streamId;
  // @ts-expect-error it may be none of ours
  id.length;
  const first: number = sequence;
  return [...items, ...questions, ...unknown, first];
}
