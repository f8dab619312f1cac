import { unlessAborted } from "../call/unless-aborted.js";
import type { Account } from "./account.js";
import { CallWindow } from "./call-window.js";
import { attemptsOf, type FailureKind, kindOf, member } from "./failure.js";
import type { Batch, Outbox } from "./outbox.js";
import { Pause, passed } from "./pause.js";

/** Calls of PutMetadata that a channel takes in a second: https://docs.aws.amazon.com/ivs/latest/LowLatencyUserGuide/service-quotas.html */
const CHANNEL_RATE = 5;

/** Milliseconds from one call to the next, so that items which come one by one do not wait for a second after the fifth. */
const GAP = 1000 / CHANNEL_RATE;

/** Milliseconds before the first repetition of a lost call, and before any. */
const FIRST_DELAY = 100;
const MAX_DELAY = 5000;

/** What a call came to. */
type Settled = { output: unknown } | { error: unknown };

/** The calls for one channel: one at a time, because two may overtake each other, and no more than the channel takes. */
export class Channel {
  readonly #arn: string;
  readonly #account: Account;
  readonly #window = new CallWindow(CHANNEL_RATE);
  readonly #pause = new Pause();
  /** Those that have something to send, in turn. */
  readonly #outboxes: Outbox[] = [];
  #isRunning = false;
  /** Set while the channel is not live: the error that said so. */
  #offline: { error: unknown } | undefined;
  readonly #untilPoll = new Pause();

  constructor(arn: string, account: Account) {
    this.#arn = arn;
    this.#account = account;
  }

  /** Whether nothing would be forgotten with it. */
  get isIdle(): boolean {
    return !this.#isRunning && this.#window.recent(Date.now()) === 0;
  }

  /** Sends what there is, and what comes meanwhile. */
  serve(outbox: Outbox): void {
    if (!this.#outboxes.includes(outbox)) this.#outboxes.push(outbox);
    if (!this.#isRunning) void this.#run();
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    // What is written without a break goes together.
    await new Promise((resolve) => setTimeout(resolve, 0));
    for (let outbox = this.#outboxes.shift(); outbox; outbox = this.#outboxes.shift()) {
      try {
        await this.#turn(outbox);
      } catch (error) {
        outbox.end("failed", error);
      }
      if (!outbox.isEmpty) this.serve(outbox);
    }
    this.#isRunning = false;
  }

  /** One call for a stream, or what comes before it. */
  async #turn(outbox: Outbox): Promise<void> {
    const { signal } = outbox;
    if (this.#offline && !(await this.#isLive(outbox, this.#offline.error))) return;
    for (let wait = this.#wait(); wait > 0 && !signal.aborted; wait = this.#wait()) await passed(wait, signal);
    if (!(await this.#account.admit(signal))) return;
    const batch = outbox.batch();
    if (!batch) return this.#account.ended(0);

    this.#window.begin();
    this.#pause.begin(GAP);
    const { mayHaveArrived } = batch;
    batch.mayHaveArrived = true;
    const input = { channelArn: this.#arn, metadata: batch.text };
    // What is sent again is sent when the rates allow it.
    const options = { abortSignal: signal, maxAttempts: 1 };
    const settled = await this.#settled(outbox, () => this.#account.client.putMetadata(input, options));
    // Other clients may have made more.
    const made = attemptsOf("error" in settled ? settled.error : settled.output) ?? 1;
    this.#window.end(made, Date.now());
    this.#account.ended(made);

    if (signal.aborted) return;
    if (!("error" in settled)) return outbox.sent();
    const kind = kindOf(settled.error);
    // Of several attempts, those before the last may have worked.
    if (kind !== "lost" && made <= 1) batch.mayHaveArrived = mayHaveArrived;
    this.#failed(outbox, batch, settled.error, kind);
  }

  #wait(): number {
    return Math.max(this.#pause.left, this.#window.wait(Date.now()));
  }

  async #settled(outbox: Outbox, call: () => unknown): Promise<Settled> {
    try {
      return { output: await unlessAborted(call, outbox.signal) };
    } catch (error) {
      return { error };
    }
  }

  #failed(outbox: Outbox, batch: Batch, error: unknown, kind: FailureKind): void {
    if (kind === "offline") {
      batch.failedAt = undefined;
      batch.failures = 0;
      this.#isOffline(outbox, error);
    } else if (kind === "final") {
      outbox.end("failed", error);
    } else if (kind === "lost" && !outbox.settings.resend) {
      outbox.drop("unconfirmed", error, false);
    } else {
      if (kind === "throttled") this.#account.throttled();
      this.#retry(outbox, batch, error);
    }
  }

  #retry(outbox: Outbox, batch: Batch, error: unknown): void {
    batch.failedAt ??= Date.now();
    if (Date.now() - batch.failedAt >= outbox.settings.retryTime) outbox.end("failed", error);
    const longest = Math.min(MAX_DELAY, FIRST_DELAY * 2 ** batch.failures++);
    this.#pause.begin((longest * (1 + Math.random())) / 2);
  }

  #isOffline(outbox: Outbox, error: unknown): void {
    this.#offline = { error };
    this.#untilPoll.begin(outbox.settings.offlineInterval);
    this.#giveUp(outbox, error);
  }

  /** What a stream does that does not wait for the channel. */
  #giveUp(outbox: Outbox, error: unknown): void {
    const { whenOffline } = outbox.settings;
    if (whenOffline === "drop") outbox.drop("offline", error);
    if (whenOffline === "error") outbox.end("failed", error);
  }

  /** Whether the channel that was not live is again. It is asked slowly, and not by PutMetadata. */
  async #isLive(outbox: Outbox, error: unknown): Promise<boolean> {
    const { signal } = outbox;
    if (this.#untilPoll.left > 0) {
      this.#giveUp(outbox, error);
      if (outbox.isEmpty) return false;
      await passed(this.#untilPoll.left, signal);
    }
    await this.#account.turnToPoll(signal);
    const state = await this.#state(outbox);
    if (signal.aborted) return false;
    if (state === "live") this.#offline = undefined;
    else if (state === "unknown") this.#untilPoll.begin(outbox.settings.offlineInterval);
    else this.#isOffline(outbox, error);
    return state === "live";
  }

  /** What GetStream says of the channel. Who may not ask has to try: that is live as well. */
  async #state(outbox: Outbox): Promise<"live" | "offline" | "unknown"> {
    const { client } = this.#account;
    const input = { channelArn: this.#arn };
    const settled = await this.#settled(outbox, () => client.getStream?.(input, { abortSignal: outbox.signal }));
    if (!("error" in settled))
      return member(member(settled.output, "stream"), "state") === "OFFLINE" ? "offline" : "live";
    const kind = kindOf(settled.error);
    if (kind === "throttled" || kind === "lost") return "unknown";
    return kind === "offline" ? "offline" : "live";
  }
}
