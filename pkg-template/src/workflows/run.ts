// One run of a workflow: it calls at the service's rates, keeps what was done, and says so when it fails.
import { type AnyAbortSignal, checkedSignal, reasonOf, sleep } from "../call/abort.js";
import { printable } from "../call/redact.js";
import { unlessAborted } from "../call/unless-aborted.js";
import { checkClient } from "../client-methods.js";
import { TimeoutError } from "../errors/client-errors.js";
import { listIn } from "../items.js";
import type { IvsOperations } from "../ivs/operations.js";
import { hasName, isNamed } from "../named-error.js";
import { paceOf } from "../pace.js";
import { pageSequence } from "../pagination/page-sequence.js";
import { describeThrown, field, invalid, is, number, text } from "../read.js";
import { type UnfinishedRevocations, WorkflowError, type WorkflowStep } from "./workflow-error.js";

/** What every workflow takes besides its own input. */
export interface WorkflowOptions {
  /** Ends the workflow, wherever it is: nothing more is sent, and it rejects with a {@link WorkflowError} that says what was done. */
  signal?: AbortSignal | undefined;
  /** Called after each step. What it returns, throws or rejects with is ignored. */
  onProgress?: ((step: WorkflowStep) => unknown) | undefined;
}

/** What workflows that wait take. */
export interface WaitingWorkflowOptions extends WorkflowOptions {
  /**
   * Seconds that it waits in all for the service to come to a state, such as the end of a stream, or to take calls again that it has
   * throttled. What is called meanwhile counts. Default: 60.
   */
  maxWaitTime?: number | undefined;
}

/** The names of these options. */
export const OPTIONS = ["signal", "onProgress"] as const;
export const WAITING_OPTIONS = [...OPTIONS, "maxWaitTime"] as const;

/** What was done. */
export interface WorkflowReport {
  /** The steps, in their order. */
  done: readonly WorkflowStep[];
}

/** What has failed before. */
export interface Failed {
  cause: unknown;
  step: Operation;
}

/** What is known of a failure besides. */
interface Known {
  /** The operation that failed. Default: the last that was called. */
  step?: Operation | undefined;
  /** What was done before, in words. */
  summary?: string | undefined;
  revocations?: UnfinishedRevocations | undefined;
  /** What had failed already, and is not its cause. */
  earlier?: Failed | undefined;
}

type Operation = keyof IvsOperations;
type Input<Name extends Operation> = Parameters<IvsOperations[Name]>[0];
type Output<Name extends Operation> = Awaited<ReturnType<IvsOperations[Name]>>;

/** Milliseconds between looks at a state: the first wait, which doubles, and the longest. */
const FIRST_DELAY = 500;
const LONGEST_DELAY = 4000;

/** Milliseconds for which nothing is waited. */
const SHORTEST = 1;

/** Most ARNs that a message names. */
const MAX_NAMED = 5;

export class Run {
  readonly #workflow: string;
  readonly #client: IvsOperations;
  readonly #signal: AnyAbortSignal | undefined;
  readonly #onProgress: ((progress: object) => unknown) | undefined;
  readonly #maxWait: number;
  readonly #done: WorkflowStep[] = [];
  #step: Operation;
  #delay = FIRST_DELAY;
  /** Milliseconds of waits that are over, and of this one up to its last pause. */
  #waited = 0;
  #paused = 0;
  /** When this wait began, by the platform's clock. */
  #since: number | undefined;

  private constructor(
    workflow: string,
    client: unknown,
    operations: readonly [Operation, ...Operation[]],
    options: object,
    path: string,
  ) {
    this.#workflow = workflow;
    [this.#step] = operations;
    checkClient(client, operations);
    this.#client = client as IvsOperations;
    const signal = field(options, path, "signal");
    if (signal !== undefined) this.#signal = checkedSignal(signal, `${path}.signal`);
    const onProgress = field(options, path, "onProgress");
    if (onProgress !== undefined && typeof onProgress !== "function") {
      throw invalid(`${path}.onProgress`, `expected a function, got ${typeof onProgress}`);
    }
    this.#onProgress = onProgress as ((progress: object) => unknown) | undefined;
    this.#maxWait = (number(options, path, "maxWaitTime", 0) ?? 60) * 1000;
  }

  /**
   * Runs a workflow.
   * @param operations the client's methods that it needs
   * @param path of the options, in messages
   */
  static async of<Result>(
    workflow: string,
    client: unknown,
    operations: readonly [Operation, ...Operation[]],
    options: object,
    path: string,
    body: (run: Run) => Promise<Result>,
  ): Promise<Result> {
    const run = new Run(workflow, client, operations, options, path);
    try {
      return await body(run);
    } catch (error) {
      throw run.failure(error);
    }
  }

  /** What was done so far. */
  get report(): WorkflowReport {
    return { done: [...this.#done] };
  }

  /** The operation that was called last. */
  get step(): Operation {
    return this.#step;
  }

  get isAborted(): boolean {
    return this.#signal?.aborted === true;
  }

  /** Calls an operation, when its rate allows it, and again while the service says that it was too much. */
  async call<Name extends Operation>(operation: Name, input: Input<Name>): Promise<Output<Name>> {
    const isWaiting = this.#since !== undefined;
    for (;;) {
      try {
        const output = await this.#callOnce(operation, input);
        if (!isWaiting) this.#endWait();
        return output;
      } catch (error) {
        if (!isThrottled(error) || this.#timeLeft() < SHORTEST) throw error;
        await this.#wait();
      }
    }
  }

  async #callOnce<Name extends Operation>(operation: Name, input: Input<Name>): Promise<Output<Name>> {
    this.#step = operation;
    const client = this.#client as unknown as Record<
      Name,
      (input: Input<Name>, options: object) => Promise<Output<Name>>
    >;
    const send = async () => {
      this.#checkSignal();
      // A client of somebody's own making may not know the signal.
      return await unlessAborted(() => client[operation](input, { abortSignal: this.#signal }), this.#signal);
    };
    return await paceOf(client, operation).run(send, this.#signal);
  }

  /** All items of a listing. */
  async list<Item>(
    operation: "listChannels" | "listStreamKeys" | "listStreams",
    input: object,
    member: string,
  ): Promise<Item[]> {
    const items: Item[] = [];
    const send = async (members: object) => {
      const page = await this.call(operation, members as Input<typeof operation>);
      text(page, "output", "nextToken");
      return page;
    };
    for await (const page of pageSequence(send, input as Record<string, unknown>, undefined)) {
      items.push(...listIn<Item>(page, member));
    }
    return items;
  }

  /**
   * Makes a change.
   * @param madeAlready names of the errors by which the service says that it was made already
   */
  async change<Name extends Operation>(
    operation: Name,
    arn: string,
    input: Input<Name>,
    ...madeAlready: string[]
  ): Promise<void> {
    let changed = true;
    try {
      await this.call(operation, input);
    } catch (error) {
      if (!isNamed(error, ...madeAlready)) throw error;
      changed = false;
    }
    this.finished(operation, arn, changed);
  }

  /** A step is done. */
  finished(step: Operation, arn: string, changed: boolean): void {
    this.#endWait();
    this.#done.push({ step, arn, changed });
    this.tell({ step, arn, changed });
  }

  /** Tells the caller how far it is. */
  tell(progress: object): void {
    try {
      Promise.resolve(this.#onProgress?.(progress)).catch(() => {});
    } catch {
      // The caller's own affair.
    }
  }

  /**
   * Waits before something is tried again.
   * @param step that is waited for
   */
  async pause(step: Operation, what: string, cause?: unknown): Promise<void> {
    this.#step = step;
    if (this.#timeLeft() < SHORTEST) {
      throw new TimeoutError(`${what} within ${this.#maxWait / 1000} s`, cause === undefined ? {} : { cause });
    }
    await this.#wait();
  }

  /** Forgets what was waited so far. */
  waitAnew(): void {
    this.#endWait();
    this.#waited = 0;
    this.#delay = FIRST_DELAY;
  }

  /** Milliseconds that may be waited. */
  #timeLeft(): number {
    return this.#maxWait - this.#waited - this.#elapsed();
  }

  /** Milliseconds of this wait, with its calls. The clock may stand still, and what was slept has passed. */
  #elapsed(): number {
    return this.#since === undefined ? 0 : Math.max(this.#paused, performance.now() - this.#since);
  }

  async #wait(): Promise<void> {
    this.#since ??= performance.now();
    const delay = Math.min(this.#delay, this.#timeLeft());
    const end = this.#elapsed() + delay;
    await sleep(delay, this.#signal);
    this.#paused = end;
    this.#delay = Math.min(this.#delay * 2, LONGEST_DELAY);
  }

  /** What was waited for has come. */
  #endWait(): void {
    this.#waited += this.#elapsed();
    this.#since = undefined;
    this.#paused = 0;
  }

  /** Why the workflow does not go on, though no call has failed. */
  refusal(step: Operation, channelArns: readonly string[], why: string): WorkflowError {
    const named = channelArns.slice(0, MAX_NAMED).join(", ");
    const others = channelArns.length - MAX_NAMED;
    const message = `${why}: ${named}${others > 0 ? ` and ${others} more` : ""}; ${this.#summary}`;
    return new WorkflowError(this.#workflow, message, { step, done: this.report.done, channelArns });
  }

  /** The error that the workflow ends with. */
  failure(cause: unknown, known: Known = {}): WorkflowError {
    if (is(cause, WorkflowError)) return cause;
    const { step = this.#step, summary = this.#summary, revocations, earlier } = known;
    const how = this.isAborted ? "was aborted at" : "failed at";
    const before = earlier ? `, after ${earlier.step} had failed: ${wordsOf(earlier.cause)}` : "";
    const message = `${how} ${step}: ${wordsOf(cause)}${before}; ${summary}`;
    return new WorkflowError(this.#workflow, message, { step, done: this.report.done, revocations, cause });
  }

  /** `done before: deleteStreamKey, 12 updateChannel`. */
  get #summary(): string {
    const counts = new Map<string, number>();
    for (const { step } of this.#done) counts.set(step, (counts.get(step) ?? 0) + 1);
    const steps = [...counts].map(([step, count]) => (count > 1 ? `${count} ${step}` : step));
    return steps.length > 0 ? `done before: ${steps.join(", ")}` : "nothing was done before";
  }

  #checkSignal(): void {
    if (this.#signal && this.isAborted) throw reasonOf(this.#signal);
  }
}

/** The name of what was thrown, and what it says. */
function wordsOf(thrown: unknown): string {
  const name = hasName(thrown) ? `${thrown.name.slice(0, 99)}: ` : "";
  return printable(name + describeThrown(thrown));
}

/** Whether the service has refused a call because there were too many. */
function isThrottled(error: unknown): boolean {
  return isNamed(error, "ThrottlingException", "TooManyRequestsException");
}
