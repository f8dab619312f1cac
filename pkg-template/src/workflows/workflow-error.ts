// What is known of a workflow that did not come to its end.
import { defineErrorClass, PackageError } from "../errors/error-class.js";
import type { IvsOperations } from "../ivs/operations.js";
import type { RevokeViewerInput } from "../playback/revoke-viewer.js";

/** A step of a workflow that is done. */
export interface WorkflowStep {
  /** The operation, as the client's method is called. `stopStream` is done when the channel is offline. */
  step: keyof IvsOperations;
  /** ARN of what it changed. */
  arn: string;
  /** `false` if nothing was to be changed, because it was so already. */
  changed: boolean;
}

/** A viewer whom the service did not revoke, and why. It may be given to {@link revokeViewers} again as it is. */
export interface ViewerRevocationError extends RevokeViewerInput {
  /** The version that was sent. */
  version: number;
  /** Short code of the reason, such as `"404"`. */
  code?: string | undefined;
  /** The reason in words. */
  message?: string | undefined;
}

/** How many viewers were revoked, and who could not be. */
export interface ViewerRevocations {
  /** Viewers whose revocation has begun. */
  revoked: number;
  errors: readonly ViewerRevocationError[];
}

/** What became of viewers when not all of them were asked for. */
export interface UnfinishedRevocations extends ViewerRevocations {
  /** Those who remain, with their versions; the service may have been asked for the first 20 of them. Give them to {@link revokeViewers} again. */
  remaining: readonly RevokeViewerInput[];
}

/** What a {@link WorkflowError} is made of. */
interface Failure {
  step: keyof IvsOperations;
  done: readonly WorkflowStep[];
  channelArns?: readonly string[] | undefined;
  revocations?: UnfinishedRevocations | undefined;
  cause?: unknown;
}

/**
 * A workflow did not come to its end: a call failed, the signal was aborted, or it is not possible. Its `cause` is the error of that call,
 * such as an `AccessDeniedException`, or the signal's reason; none where the workflow itself refuses to go on.
 *
 * Run the workflow again, with the same input, to bring it to its end: whatever was done is not done twice. A call that was interrupted may
 * have taken effect, though it is not in `done`.
 */
export class WorkflowError extends PackageError {
  declare readonly name: "WorkflowError";
  /** The function, such as `"resetStreamKey"`. */
  readonly workflow: string;
  /** The operation that failed, was interrupted, or would have been the next. */
  readonly step: keyof IvsOperations;
  /** What was done before, in this order. */
  readonly done: readonly WorkflowStep[];
  /** The channels that are in the way, where a workflow refuses to go on. */
  declare readonly channelArns?: readonly string[];
  readonly #revocations: UnfinishedRevocations | undefined;

  constructor(workflow: string, message: string, { step, done, channelArns, revocations, cause }: Failure) {
    super(`${workflow}: ${message}`, cause === undefined ? {} : { cause });
    this.workflow = workflow;
    this.step = step;
    this.done = done;
    if (channelArns) Object.assign(this, { channelArns });
    this.#revocations = revocations;
  }

  /** What became of the viewers of `revokeViewers`. It has their ids, and is not in `JSON.stringify(error)` and logs. */
  get revocations(): UnfinishedRevocations | undefined {
    return this.#revocations;
  }

  static {
    defineErrorClass("WorkflowError", this);
  }
}
