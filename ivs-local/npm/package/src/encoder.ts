import type { Service } from "./service.js";

/** A video track that an encoder sends: 1080p of 6 Mbit/s where nothing else is said. No member is 0. */
export interface VideoTrack {
  /** Pixels. */
  width?: number;
  /** Pixels. */
  height?: number;
  /** Bits a second. */
  bitrate?: number;
}

/** How a simulated encoder connects. */
export interface EncoderOptions {
  /** `HEALTHY` by default. */
  health?: "HEALTHY" | "STARVING" | "UNKNOWN" | undefined;
  /** 0 by default; -1 where the service could not count them. */
  viewerCount?: number | undefined;
  /** The video, one track or several, 100 at most; by default as the channel wants it. */
  tracks?: readonly VideoTrack[] | undefined;
  /** Whether it is multitrack input; by default if the channel wants it, or there are several tracks. */
  multitrack?: boolean | undefined;
  /** The stream key that it got for multitrack input. `VALID` by default. */
  clientConfiguration?: "VALID" | "INVALID" | "MISSING" | undefined;
  /** From 1 to 2,147,483,647. Takes over the stream that is live, if that has a lower priority, or none. */
  priority?: number | undefined;
  /** Whether it connects again a second after `StopStream`, as real encoders do; `false` by default. */
  reconnect?: boolean | undefined;
  /** The stream fails for this reason, of at most 1024 bytes, instead of going live. */
  fail?: string | undefined;
}

/** The stream that a connection began. */
export interface Started {
  channelArn: string;
  streamId: string;
}

/** A stream, by its channel or by the key that its encoder connected with, and what changes of it. */
export interface StreamChange {
  channelArn?: string | undefined;
  streamKey?: string | undefined;
  health?: "HEALTHY" | "STARVING" | "UNKNOWN" | undefined;
  viewerCount?: number | undefined;
}

/** What was put into a stream by `PutMetadata`. */
export interface TimedMetadata {
  at: string;
  metadata: string;
}

/** Simulated encoders, such as OBS would be. */
export class Encoder {
  readonly #service: Service;

  constructor(service: Service) {
    this.#service = service;
  }

  /**
   * An encoder connects with the value of a stream key, and its channel goes live.
   * @throws `LocalError` if the service refuses it
   */
  connect(streamKey: string, options: EncoderOptions = {}): Started {
    return this.#service.ask("POST", "encoder/start", { streamKey, ...options }) as Started;
  }

  /**
   * The encoder that connected with that key disconnects.
   * @throws `LocalError` if there is none
   */
  disconnect(streamKey: string): void {
    this.#service.ask("POST", "encoder/stop", { streamKey });
  }

  /**
   * Changes a live stream.
   * @throws `LocalError` if there is none
   */
  set(change: StreamChange): void {
    this.#service.ask("POST", "encoder/set", { ...change });
  }

  /** What was put into the streams of a channel, oldest first. */
  metadata(channelArn: string): TimedMetadata[] {
    const query = `channelArn=${encodeURIComponent(channelArn)}`;
    const { metadata } = this.#service.ask("GET", `encoder/metadata?${query}`) as { metadata: TimedMetadata[] };
    return metadata;
  }
}
