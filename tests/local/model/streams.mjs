// @ts-check
// Live streams and the record of sessions.

import { without } from "./kinds.mjs";

/** @typedef {(fine: any, code: string) => void} Unless */

const OFFLINE = "ChannelNotBroadcasting";
const CONFLICT = "ConflictException";

/** What a list has of a session. */
const summarised = without("channel", "recordingConfiguration", "failoverSlateConfiguration", "ingestConfiguration", "ingestConfigurations", "truncatedEvents");
/** A stream as outputs have it. @param {any} stream */
const shown = ({ connected, puts, breaks, ...stream }) => stream;

export class Streams {
  /** Live ones by their channel. @type {Map<string, any>} */
  live = new Map();
  /** Sessions of channels, oldest first. @type {Map<string, any[]>} */
  sessions = new Map();

  /** @param {import("./model.mjs").Model} model */
  constructor(model) {
    this.model = model;
  }

  /** Judges a call about the stream of a channel. @param {string} operation @param {any} input @param {Unless} unless @returns {(answer: any) => any} */
  perform(operation, input, unless) {
    const channel = this.model.tables.channel?.get(input.channelArn);
    const stream = this.live.get(input.channelArn);
    if (operation === "GetStreamSession") return this.getSession(input, unless);
    unless(!channel || stream, OFFLINE);
    switch (operation) {
      case "GetStream":
        return ({ stream: told }) => {
          stream.startTime ??= told.startTime;
          return { stream: { ...shown(stream), playbackUrl: channel.playbackUrl } };
        };
      case "StopStream":
        return () => this.end(input.channelArn);
      case "PutMetadata":
        unless(Buffer.byteLength(input.metadata) <= 1024, "ValidationException");
        if (stream) unless(stream.puts.filter((/** @type {number} */ at) => at > this.model.now - 1000).length < 5, "ThrottlingException");
        return () => void stream.puts.push(this.model.now);
      default:
        return this.insertAdBreak(input, channel, stream, unless);
    }
  }

  /** @param {any} input @param {any} channel @param {any} stream @param {Unless} unless @returns {(answer: any) => any} */
  insertAdBreak(input, channel, stream, unless) {
    const start = input.targetStartAt ? Date.parse(input.targetStartAt) : this.model.now;
    const end = start + input.durationSeconds * 1000;
    if (channel && stream) {
      unless(channel.adConfigurationArn && !stream.breaks.has(input.adBreakId), CONFLICT);
      unless(![...stream.breaks.values()].some((other) => start < other.end && other.start < end), CONFLICT);
    }
    return (answer) => {
      const adBreakId = input.adBreakId ?? answer.adBreakId;
      stream.breaks.set(adBreakId, { start, end });
      return { adBreakId, targetStartAt: input.targetStartAt ?? answer.targetStartAt };
    };
  }

  /** @param {any} input @param {Unless} unless @returns {(answer: any) => any} */
  getSession({ channelArn, streamId }, unless) {
    const sessions = this.sessions.get(channelArn) ?? [];
    const session = streamId ? sessions.find((each) => each.streamId === streamId) : sessions.at(-1);
    unless(session, "ResourceNotFoundException");
    return ({ streamSession: told }) => ({ streamSession: without("hasErrorEvent")(this.session(session, told)) });
  }

  /** A stream in a list. @param {any} stream @param {any} told */
  summary(stream, told) {
    stream.startTime ??= told?.startTime;
    return shown(stream);
  }

  /** A session in a list. @param {any} session @param {any} told */
  sessionSummary(session, told) {
    return summarised(this.session(session, told));
  }

  /** A session; what an encoder would have sent, and times, are as told. @param {any} session @param {any} told */
  session({ ended, ...session }, told) {
    const { startTime, endTime, ingestConfiguration, ingestConfigurations, truncatedEvents } = told ?? {};
    return { ...session, startTime, ...(ended && { endTime: endTime ?? "a time" }), ingestConfiguration, ingestConfigurations, truncatedEvents };
  }

  /** An encoder connects with the value of a key. @param {{ streamKey: string, health?: string, viewerCount?: number }} input @param {any} answer @returns {number} the status */
  start({ streamKey, health = "HEALTHY", viewerCount = 0 }, answer) {
    const { tables, pages } = this.model;
    const key = [...(tables["stream-key"]?.values() ?? [])].find(({ value }) => value === streamKey);
    if (!key) return 403;
    const { channelArn } = key;
    if (this.live.has(channelArn)) return 409;
    const { streamId } = answer;
    pages.add("stream", streamId);
    this.live.set(channelArn, { channelArn, streamId, state: "LIVE", health, viewerCount, connected: streamKey, puts: [], breaks: new Map() });
    // A session has everything as it was when the stream went live.
    const channel = structuredClone(tables.channel?.get(channelArn));
    const now = (/** @type {any} */ resource) => resource && structuredClone(this.model.settled(resource));
    const recordingConfiguration = now(tables["recording-configuration"]?.get(channel.recordingConfigurationArn));
    const failoverSlateConfiguration = now(tables["failover-slate-configuration"]?.get(channel.failoverSlateConfigurationArn));
    const hasErrorEvent = recordingConfiguration !== undefined && recordingConfiguration.state !== "ACTIVE";
    const session = {
      streamId,
      channel,
      hasErrorEvent,
      ended: false,
      ...(recordingConfiguration && { recordingConfiguration }),
      ...(failoverSlateConfiguration && { failoverSlateConfiguration }),
    };
    this.sessions.set(channelArn, [...(this.sessions.get(channelArn) ?? []), session]);
    return 200;
  }

  /** What an encoder sends changes. @param {{ channelArn: string, health?: string, viewerCount?: number }} input @returns {number} the status */
  set({ channelArn, ...changes }) {
    const stream = this.live.get(channelArn);
    if (stream) Object.assign(stream, changes);
    return stream ? 200 : this.model.tables.channel?.has(channelArn) ? 409 : 404;
  }

  /** An encoder disconnects: the one that connected with the key, whatever became of the key. @param {{ streamKey: string }} input @returns {number} the status */
  stop({ streamKey }) {
    const stream = [...this.live.values()].find(({ connected }) => connected === streamKey);
    if (stream) this.end(stream.channelArn);
    const isKnown = [...(this.model.tables["stream-key"]?.values() ?? [])].some(({ value }) => value === streamKey);
    return stream ? 200 : isKnown ? 409 : 403;
  }

  /** @param {string} channelArn */
  end(channelArn) {
    this.live.delete(channelArn);
    const session = this.sessions.get(channelArn)?.at(-1);
    if (session) session.ended = true;
    return {};
  }
}
