import { invalid, number, object } from "../read.js";
import { onlyNames } from "../watch/read-input.js";
import { type Envelope, unseal } from "./envelope.js";

/** What a cue's text holds. */
export interface DecodedMetadata {
  /** Of the stream that wrote it; `undefined` if the text is none of a `metadataStream`'s batches. */
  streamId: string | undefined;
  /** The number of the first item among those of the stream, from 0. */
  sequence: number;
  /** The items; the text as it is, if it is no batch. */
  items: unknown[];
}

export interface MetadataReaderOptions {
  /**
   * How many texts are held back while one before them is missing: 0, where it is left out. A stream sends one text after the other, so that
   * one is missing only where the viewer came later, or the player left it out, and would be waited for in vain.
   */
  maxHeld?: number | undefined;
}

/** Streams that are remembered. */
const MAX_STREAMS = 32;

/** What was read of a stream. */
interface Progress {
  /** The number of the item that comes next. */
  next: number;
  /** Texts whose items come later, in order. */
  held: Envelope[];
}

/**
 * The items of one text.
 *
 * @param text of a cue
 * @throws {@link ParamValidationError} if it is no text
 */
export function decodeMetadata(text: string): DecodedMetadata {
  const { id, first, items } = opened(text) ?? { id: undefined, first: 0, items: [text] };
  return { streamId: id, sequence: first, items };
}

/**
 * Reads the texts of a player's cues: unpacks batches, and gives each item once and in order, also where a call was repeated because its answer
 * was lost. A stream that begins again has another id, and its items are new. Use a new reader when the player goes back in a recording.
 */
export class MetadataReader<Item = unknown> {
  readonly #maxHeld: number;
  /** By id, that which was read last at the end. */
  readonly #streams = new Map<string, Progress>();

  /** @throws {@link ParamValidationError} if an option is wrong */
  constructor(options: MetadataReaderOptions = {}) {
    const given = object(options, "options");
    onlyNames(given, "options", ["maxHeld"]);
    this.#maxHeld = number(given, "options", "maxHeld", 0) ?? 0;
  }

  /**
   * The items that are new, in order: none if all of them were there before, or are held back. A text that is no batch is one item, always.
   *
   * @param text of a cue
   * @throws {@link ParamValidationError} if it is no text
   */
  read(text: string): Item[] {
    const envelope = opened(text);
    if (!envelope) return [text] as Item[];
    const progress = this.#progress(envelope);
    hold(progress.held, envelope);
    return release(progress, this.#maxHeld);
  }

  /** The items that are held back, where those before them are not to be waited for any longer. */
  flush(): Item[] {
    return [...this.#streams.values()].flatMap((progress) => release<Item>(progress, 0));
  }

  #progress({ id, first }: Envelope): Progress {
    const progress = this.#streams.get(id) ?? { next: first, held: [] };
    this.#streams.delete(id);
    this.#streams.set(id, progress);
    for (const oldest of this.#streams.keys()) {
      if (this.#streams.size <= MAX_STREAMS) break;
      this.#streams.delete(oldest);
    }
    return progress;
  }
}

/** Puts a text in its place; a repeat of one that is held back takes none. */
function hold(held: Envelope[], envelope: Envelope): void {
  const same = held.find(({ first }) => first === envelope.first);
  if (same) {
    if (envelope.items.length > same.items.length) same.items = envelope.items;
    return;
  }
  held.push(envelope);
  held.sort((a, b) => a.first - b.first);
}

/** Takes out those whose turn it is, and any before the last so many. */
function release<Item>(progress: Progress, maxHeld: number): Item[] {
  const released: Item[] = [];
  const { held } = progress;
  for (let [first] = held; first && (first.first <= progress.next || held.length > maxHeld); [first] = held) {
    held.shift();
    const fresh = first.items.slice(Math.max(0, progress.next - first.first)) as Item[];
    for (const item of fresh) released.push(item);
    progress.next = Math.max(progress.next, first.first + first.items.length);
  }
  return released;
}

function opened(text: unknown): Envelope | undefined {
  if (typeof text === "string") return unseal(text);
  throw invalid("text", `expected the text of a cue, got ${typeof text}`);
}
