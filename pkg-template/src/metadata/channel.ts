import { unlessAborted } from "../call/unless-aborted.js";
import { CallWindow } from "../call-window.js";
import type { Account } from "./account.js";
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

/** That the channel is not live. */
interface Offline {
  /** What said so first. */
  error: unknown;
  /** When it was so last. */
  at: number;
}

/** What a call came to. */
type Settled = { output: unknown } | { error: unknown };

/** The calls for one channel: one at a time, because two may overtake each other, and no more than the channel takes. */
export class Channel {
  readonly #arn: string;
  readonly #account: Account;
  readonly #window: CallWindow;
  readonly #pause: Pause;
  /** Those that have something to send, in turn. */
  #outboxes: Outbox[] = [];
  #isRunning = false;
  /** Set while the channel is not live. */
  #offline: Offline | undefined;
  /** Aborted when another stream has something to send. */
  #joined = new AbortController();

  constructor(arn: string, account: Account) {
    this.#arn = arn;
    this.#account = account;
    this.#window = new CallWindow(CHANNEL_RATE, account.clock);
    this.#pause = new Pause(account.clock);
  }

  /** Whether nothing would be forgotten with it. */
  get isIdle(): boolean {
    return !this.#isRunning && this.#window.recent === 0;
  }

  /** Sends what there is, and what comes meanwhile. */
  serve(outbox: Outbox): void {
    if (!this.#outboxes.includes(outbox)) {
      this.#outboxes.push(outbox);
      this.#joined.abort();
    }
    if (!this.#isRunning) void this.#run();
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    // What is written without a break goes together.
    await new Promise((resolve) => setTimeout(resolve, 0));
    while (this.#outboxes.length > 0) {
      if (this.#offline) {
        await this.#whileOffline(this.#offline);
        continue;
      }
      const [outbox, ...others] = this.#outboxes as [Outbox, ...Outbox[]];
      this.#outboxes = others;
      try {
        await this.#turn(outbox);
      } catch (error) {
        outbox.end("failed", error);
      }
      if (!outbox.isEmpty) this.serve(outbox);
    }
    this.#isRunning = false;
  }

  /** One call for a stream. */
  async #turn(outbox: Outbox): Promise<void> {
    const { signal } = outbox;
    for (let wait = this.#wait(); wait > 0 && !signal.aborted; wait = this.#wait()) await this.#passed(wait, signal);
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
    const settled = await this.#settled(signal, () => this.#account.client.putMetadata(input, options));
    // Other clients may have made more.
    const made = attemptsOf("error" in settled ? settled.error : settled.output) ?? 1;
    this.#window.end(made);
    this.#account.ended(made);

    if (signal.aborted) return;
    if (!("error" in settled)) return outbox.sent();
    const kind = kindOf(settled.error);
    // Of several attempts, those before the last may have worked.
    if (kind !== "lost" && made <= 1) batch.mayHaveArrived = mayHaveArrived;
    this.#failed(outbox, batch, settled.error, kind);
  }

  #wait(): number {
    return Math.max(this.#pause.left, this.#window.wait);
  }

  #passed(milliseconds: number, ...signals: AbortSignal[]): Promise<void> {
    return passed(this.#account.clock, milliseconds, signals);
  }

  async #settled(signal: AbortSignal, call: () => unknown): Promise<Settled> {
    try {
      return { output: await unlessAborted(call, signal) };
    } catch (error) {
      return { error };
    }
  }

  #failed(outbox: Outbox, batch: Batch, error: unknown, kind: FailureKind): void {
    const isExpiredAgain = kind === "expired" && batch.wasExpired;
    batch.wasExpired = kind === "expired";
    if (kind === "throttled") this.#account.throttled();
    if (kind === "offline") {
      batch.failedAt = undefined;
      batch.failures = 0;
      this.#offline = { error, at: this.#account.clock.now() };
    } else if (kind === "final" || isExpiredAgain) {
      outbox.end("failed", error);
    } else if (batch.mayHaveArrived && !outbox.settings.resend) {
      outbox.drop("unconfirmed", error, false);
    } else if (kind !== "expired") {
      this.#retry(outbox, batch, error);
    }
  }

  #retry(outbox: Outbox, batch: Batch, error: unknown): void {
    const now = this.#account.clock.now();
    batch.failedAt ??= now;
    if (now - batch.failedAt >= outbox.settings.retryTime) outbox.end("failed", error);
    const longest = Math.min(MAX_DELAY, FIRST_DELAY * 2 ** batch.failures++);
    this.#pause.begin((longest * (1 + Math.random())) / 2);
  }

  /** A step of the wait for a channel that is not live. It is asked slowly, and not by PutMetadata. */
  async #whileOffline(offline: Offline): Promise<void> {
    const { clock, untilPoll } = this.#account;
    const age = clock.now() - offline.at;
    // What was known a while ago is not known any more: that is asked for again, before anything is given up.
    for (const outbox of this.#outboxes) if (age < outbox.settings.offlineInterval) giveUp(outbox, offline.error);
    this.#outboxes = this.#outboxes.filter(({ isEmpty }) => !isEmpty);
    const [first] = [...this.#outboxes].sort((a, b) => a.settings.offlineInterval - b.settings.offlineInterval);
    if (!first) return;

    const wait = Math.max(first.settings.offlineInterval - age, untilPoll);
    const isPatient = this.#outboxes.every(({ settings }) => settings.whenOffline === "wait");
    if (wait > 0 && isPatient) {
      this.#joined = new AbortController();
      await this.#passed(wait, this.#joined.signal, ...this.#outboxes.map(({ signal }) => signal));
      return;
    }
    // Who does not wait for the channel does not wait for a turn to ask either, and tries at once.
    const isOffline = wait === 0 && (await this.#isOffline(first.signal));
    // Others may want to ask again.
    if (first.signal.aborted) return;
    if (isOffline) offline.at = clock.now();
    else this.#offline = undefined;
  }

  /** Whether GetStream says that the channel is not live. Who gets no answer has to try. */
  async #isOffline(signal: AbortSignal): Promise<boolean> {
    const { client } = this.#account;
    this.#account.polls();
    const input = { channelArn: this.#arn };
    const settled = await this.#settled(signal, () => client.getStream?.(input, { abortSignal: signal }));
    if ("error" in settled) return kindOf(settled.error) === "offline";
    return member(member(settled.output, "stream"), "state") === "OFFLINE";
  }
}

/** What a stream does that does not wait for the channel. */
function giveUp(outbox: Outbox, error: unknown): void {
  const { whenOffline } = outbox.settings;
  if (whenOffline === "drop") outbox.drop("offline", error);
  if (whenOffline === "error") outbox.end("failed", error);
}
