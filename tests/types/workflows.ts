// What users of `ivs-wasm/workflows` write, checked by the compiler and never run.

import { Ivs, IvsClient, type StreamKey } from "ivs-wasm";
import {
  deleteLiveChannel,
  deleteRecordingConfiguration,
  endStream,
  ParamValidationError,
  type ResetStreamKeyInput,
  type RevokeViewerInput,
  resetStreamKey,
  revokeViewers,
  type ViewerRevocationError,
  WorkflowError,
  type WorkflowReport,
  type WorkflowStep,
} from "ivs-wasm/workflows";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <A, B>(_: Same<A, B>) => {};

const ivs = new IvsClient({ region: "us-west-2" });

export async function keys(channelArn: string, signal: AbortSignal | undefined) {
  const input: ResetStreamKeyInput = { channelArn, tags: { team: "a" }, signal, maxWaitTime: 30, onProgress: undefined };
  const key: StreamKey = await resetStreamKey(ivs, input);
  await resetStreamKey(new Ivs(), { channelArn, onProgress: async ({ step, arn, changed }) => same<[typeof step, string, boolean], [WorkflowStep["step"], typeof arn, typeof changed]>(true) });
  const { done }: WorkflowReport = await endStream(ivs, { channelArn });
  // @ts-expect-error of which channel?
  await endStream(ivs, {});
  // @ts-expect-error no client
  await endStream({}, { channelArn });
  // @ts-expect-error seconds
  await endStream(ivs, { channelArn, maxWaitTime: "30s" });
  return [key.value, done[0]?.arn];
}

export async function resources(channelArn: string, arn: string) {
  await deleteLiveChannel({ ...ivs, listStreamKeys: ivs.listStreamKeys, deleteStreamKey: ivs.deleteStreamKey, stopStream: ivs.stopStream, getStream: ivs.getStream, deleteChannel: ivs.deleteChannel }, { channelArn });
  await deleteRecordingConfiguration(ivs, { arn, detach: true });
  // @ts-expect-error a recording configuration has an ARN
  await deleteRecordingConfiguration(ivs, { channelArn, detach: true });
}

export async function viewers(channelArn: string, ids: readonly string[]) {
  const { revoked, errors } = await revokeViewers(ivs, ids.map((viewerId) => ({ channelArn, viewerId })), { onProgress: ({ revoked, errors, total }) => [revoked, errors.length, total] });
  const again: readonly RevokeViewerInput[] = errors;
  same<typeof errors, readonly ViewerRevocationError[]>(true);
  await revokeViewers(ivs, errors);
  // @ts-expect-error whose sessions?
  await revokeViewers(ivs, [{ channelArn }]);
  return [revoked, again];
}

export function failure(error: unknown) {
  if (error instanceof ParamValidationError) return error.problems;
  if (!(error instanceof WorkflowError)) throw error;
  same<typeof error.name, "WorkflowError">(true);
  const cause: unknown = error.cause;
  const channels: readonly string[] | undefined = error.channelArns;
  const remaining: readonly RevokeViewerInput[] = error.revocations?.remaining ?? [];
  // @ts-expect-error no such operation
  if (error.step === "stopStreams") return undefined;
  return error.step === "stopStream" ? [error.workflow, error.done.map(({ arn }) => arn)] : [cause, channels, remaining];
}
