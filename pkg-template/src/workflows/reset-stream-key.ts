// A new stream key for a channel.
import { readArn } from "../arn.js";
import type { ClientMethods } from "../client-methods.js";
import type { StreamKey, StreamKeySummary } from "../ivs/structures.js";
import { checkMembers } from "../known-members.js";
import { isNamed } from "../named-error.js";
import { field, object } from "../read.js";
import { type Failed, Run, WAITING_OPTIONS, type WaitingWorkflowOptions } from "./run.js";
import { deleteStreamKeys, stopStream } from "./steps.js";
import { isOwnTag, readTags } from "./tags.js";

const OPERATIONS = [
  "listStreamKeys",
  "deleteStreamKey",
  "stopStream",
  "getStream",
  "createStreamKey",
  "getStreamKey",
] as const;

export interface ResetStreamKeyInput extends WaitingWorkflowOptions {
  /** The channel. */
  channelArn: string;
  /**
   * Tags of the new key: up to 50, their keys up to 128 characters and not beginning with `aws:`, their values up to 256. Default: those of
   * the key that it replaces, which are lost if that was deleted in an earlier run.
   */
  tags?: Record<string, string> | undefined;
}

/** A stream key with its secret. */
export interface NewStreamKey extends StreamKey {
  /** The secret for the encoder. */
  value: string;
}

/**
 * Replaces the stream key of a channel, and ends its stream: it deletes the key, stops the stream until the channel is offline, and creates
 * another key. In that order an encoder that reconnects by itself is not let in again.
 *
 * If the stream cannot be stopped, the channel gets its new key all the same, for which `maxWaitTime` begins anew, and it rejects then. If it is aborted, killed or refused
 * after the old key was deleted, the channel has no key, or one that nobody knows, until it is run again: a second run replaces what it finds. Of
 * two runs at the same time, both give the same key, or the later one replaces the key of the earlier.
 *
 * @param client an `IvsClient`, an `Ivs` of AWS's SDK, or whatever has its methods
 * @returns the new key, with its `value` for the encoder
 * @throws {@link ParamValidationError} if the input is wrong; {@link WorkflowError} if it does not come to its end
 */
export async function resetStreamKey(
  client: ClientMethods<(typeof OPERATIONS)[number]>,
  input: ResetStreamKeyInput,
): Promise<NewStreamKey> {
  const given = object(input, "input");
  checkMembers(given, "input", ["channelArn", "tags", ...WAITING_OPTIONS]);
  const channelArn = readArn(field(given, "input", "channelArn"), "input.channelArn", "channel");
  const tags = readTags(field(given, "input", "tags"));
  return Run.of("resetStreamKey", client, OPERATIONS, given, "input", async (run) => {
    const replaced = await deleteStreamKeys(run, channelArn);
    let failure: Failed | undefined;
    try {
      await stopStream(run, channelArn);
    } catch (error) {
      if (run.isAborted) throw error;
      // The old key is gone: without a new one, nobody could go live, and a run that is never allowed to stop would leave it so.
      failure = { cause: error, step: run.step };
    }
    const key = await createStreamKey(run, channelArn, tags ?? tagsOf(replaced), replaced).catch((error) => {
      throw run.failure(error, { earlier: failure });
    });
    if (failure) throw run.failure(failure.cause, { step: failure.step });
    return key;
  });
}

async function createStreamKey(
  run: Run,
  channelArn: string,
  tags: Record<string, string>,
  replaced: readonly StreamKeySummary[],
): Promise<NewStreamKey> {
  // The channel has no key now: however long it took to stop the stream, this has its own time.
  run.waitAnew();
  for (;;) {
    try {
      const { streamKey } = await run.call("createStreamKey", { channelArn, tags });
      const created = withValue(streamKey);
      run.finished("createStreamKey", created.arn ?? channelArn, true);
      return created;
    } catch (error) {
      if (!isNamed(error, "ServiceQuotaExceededException")) throw error;
      const created = await findOther(run, channelArn, replaced);
      if (created) {
        run.finished("createStreamKey", created.arn ?? channelArn, false);
        return created;
      }
      await run.pause("createStreamKey", "the channel could not be given another key", error);
    }
  }
}

/** A key that the channel was given meanwhile: by an attempt whose answer was lost, or by another run. */
async function findOther(
  run: Run,
  channelArn: string,
  replaced: readonly StreamKeySummary[],
): Promise<NewStreamKey | undefined> {
  const keys = await run.list<StreamKeySummary>("listStreamKeys", { channelArn }, "streamKeys");
  const arn = keys.find((key) => !replaced.some((old) => old.arn === key.arn))?.arn;
  if (!arn) return undefined;
  try {
    return withValue((await run.call("getStreamKey", { arn })).streamKey);
  } catch (error) {
    // Another run has replaced it.
    if (isNamed(error, "ResourceNotFoundException")) return undefined;
    throw error;
  }
}

function withValue(key: StreamKey | undefined): NewStreamKey {
  if (typeof key?.value !== "string") throw new Error("the answer has no stream key");
  return key as NewStreamKey;
}

/** What a program may set of the tags. */
function tagsOf(keys: readonly StreamKeySummary[]): Record<string, string> {
  const tags = keys.flatMap(({ tags = {} }) => Object.entries(tags));
  return Object.fromEntries(tags.filter(([key]) => !isOwnTag(key)));
}
