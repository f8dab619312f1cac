// @ts-check
// A simple IVS: what an account has, in maps, and what each operation makes of it. It is written from the documented rules alone, and
// says of every call what its output is, or by which errors it may fail: one that breaks several rules fails by any of them.

import { createHash, createPublicKey } from "node:crypto";
import { configure } from "./channel.mjs";
import { INPUTS, present } from "./inputs.mjs";
import { Pages } from "./pages.mjs";

/**
 * What a call comes to. Names that the service makes up, such as ARNs, are those of the answer.
 *
 * @typedef {{ output: any } | { errors: Set<string> }} Outcome
 */

/** The kinds of resources: the members of outputs that hold one and several, how a list summarises one, and its page. */
export const KINDS = {
  channel: { one: "channel", many: "channels", noun: "Channel", lists: without("ingestEndpoint", "playbackUrl", "srt", "multitrackInputConfiguration", "containerFormat") },
  "stream-key": { one: "streamKey", many: "streamKeys", noun: "StreamKey", page: 1, lists: without("value") },
  "playback-key": { one: "keyPair", many: "keyPairs", noun: "PlaybackKeyPair", plural: "PlaybackKeyPairs", lists: without("fingerprint") },
  "playback-restriction-policy": { one: "playbackRestrictionPolicy", many: "playbackRestrictionPolicies", noun: "PlaybackRestrictionPolicy", plural: "PlaybackRestrictionPolicies", page: 1, lists: without() },
  "recording-configuration": { one: "recordingConfiguration", many: "recordingConfigurations", noun: "RecordingConfiguration", plural: "RecordingConfigurations", lists: without("thumbnailConfiguration", "recordingReconnectWindowSeconds", "renditionConfiguration") },
  "ad-configuration": { one: "adConfiguration", many: "adConfigurations", noun: "AdConfiguration", plural: "AdConfigurations", lists: without() },
  "failover-slate-configuration": { one: "failoverSlateConfiguration", many: "failoverSlateConfigurations", noun: "FailoverSlateConfiguration", plural: "FailoverSlateConfigurations", lists: without() },
};

/** @param {...string} hidden @returns {(resource: any) => any} */
function without(...hidden) {
  return (resource) => Object.fromEntries(Object.entries(resource).filter(([name]) => !hidden.includes(name)));
}

const COUNTRIES = new Set(["DE", "FR", "JP", "US"]);
const isOrigin = (/** @type {string} */ text) => /^https?:\/\/[a-z0-9.-]+(:\d+)?$/.test(text);
const reserved = (/** @type {string} */ key) => /^aws:/i.test(key);
const MISSING = "ResourceNotFoundException";
const INVALID = "ValidationException";
const CONFLICT = "ConflictException";
const QUOTA = "ServiceQuotaExceededException";
const OFFLINE = "ChannelNotBroadcasting";

export class Model {
  /** Resources of each kind by ARN, in the order in which they were made. @type {Record<string, Map<string, any>>} */
  tables = Object.fromEntries(Object.keys(KINDS).map((kind) => [kind, new Map()]));
  /** Live streams by their channel. @type {Map<string, any>} */
  streams = new Map();
  /** Sessions of channels, oldest first. @type {Map<string, any[]>} */
  sessions = new Map();
  pages = new Pages();
  /** The time, in milliseconds; only what a move lets pass passes here. */
  now = Date.now();

  /** @param {{ quotas: Record<string, number>, creationMs: number }} options of the shell */
  constructor({ quotas, creationMs }) {
    this.quotas = quotas;
    this.creationMs = creationMs;
  }

  /** @param {string} operation @param {any} given its input @param {any} answer the shell's output, or undefined @returns {Outcome} */
  call(operation, given, answer) {
    if (operation.endsWith("Resource") && given.resourceArn === "") return { errors: new Set(["UnknownOperationException"]) };
    if (!INPUTS[operation]?.(given)) return { errors: new Set([INVALID]) };
    const errors = /** @type {Set<string>} */ (new Set());
    /** @param {any} wrong @param {string} code */
    const unless = (wrong, code) => void (wrong || errors.add(code));
    const perform = this.perform(operation, present(given, INPUTS[operation]), unless);
    return errors.size > 0 ? { errors } : { output: perform(answer ?? {}) };
  }

  /**
   * Judges a call, and returns what it does if nothing is wrong with it.
   *
   * @param {string} operation @param {any} input @param {(fine: any, code: string) => void} unless
   * @returns {(answer: any) => any}
   */
  perform(operation, input, unless) {
    const { tables, streams } = this;
    const found = Object.entries(KINDS).find(([, { noun }]) => operation.endsWith(noun));
    const [verb] = /^(BatchGet|[A-Z][a-z]+)/.exec(operation) ?? [""];
    if (input.tags) unless(!Object.keys(input.tags).some(reserved), INVALID);
    if (found && verb === "Get") return this.get(found[0], input.arn, unless);
    if (found && verb === "BatchGet") return this.batchGet(found[0], input.arns);
    if (found && verb === "Delete") return this.remove(found[0], input.arn, unless);
    if (found && ["Create", "Import"].includes(verb)) return this.create(found[0], input, unless);
    if (found && verb === "Update") return this.update(found[0], input, unless);
    const channel = tables.channel?.get(input.channelArn);
    if ("channelArn" in input) unless(channel, MISSING);
    const stream = streams.get(input.channelArn);
    switch (operation) {
      case "GetStream":
        unless(!channel || stream, OFFLINE);
        return ({ stream: told }) => {
          stream.startTime ??= told.startTime;
          return { stream: { ...shown(stream), playbackUrl: channel.playbackUrl } };
        };
      case "StopStream":
        unless(!channel || stream, OFFLINE);
        return () => this.end(input.channelArn);
      case "PutMetadata":
        unless(Buffer.byteLength(input.metadata) <= 1024, INVALID);
        unless(!channel || stream, OFFLINE);
        if (stream) unless(stream.puts.filter((/** @type {number} */ at) => at > this.now - 1000).length < 5, "ThrottlingException");
        return () => void stream.puts.push(this.now);
      case "InsertAdBreak": {
        unless(!channel || stream, OFFLINE);
        const start = input.targetStartAt ? Date.parse(input.targetStartAt) : this.now;
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
      case "GetStreamSession": {
        const sessions = this.sessions.get(input.channelArn) ?? [];
        const session = input.streamId ? sessions.find(({ streamId }) => streamId === input.streamId) : sessions.at(-1);
        unless(!channel || session, MISSING);
        return ({ streamSession: told }) => ({ streamSession: without("hasErrorEvent")(this.session(session, told)) });
      }
      case "StartViewerSessionRevocation":
        return () => ({});
      case "BatchStartViewerSessionRevocation":
        return (answer) => {
          const missing = input.viewerSessions.filter((/** @type {any} */ one) => !tables.channel?.has(one.channelArn));
          const errors = missing.map((/** @type {any} */ one, /** @type {number} */ index) => ({ channelArn: one.channelArn, viewerId: one.viewerId, code: "403", message: answer.errors?.[index]?.message }));
          return errors.length > 0 ? { errors } : {};
        };
      case "TagResource":
      case "UntagResource":
      case "ListTagsForResource":
        return this.tag(operation, input, unless);
      default:
        return this.list(operation, input, unless);
    }
  }

  /** @param {string} kind @param {string} arn @param {(fine: any, code: string) => void} unless */
  get(kind, arn, unless) {
    const resource = this.tables[kind]?.get(arn);
    unless(resource, MISSING);
    return () => ({ [kinds(kind).one]: this.settled(resource) });
  }

  /** @param {string} kind @param {string[]} arns @returns {(answer: any) => any} */
  batchGet(kind, arns) {
    return (answer) => {
      const resources = arns.flatMap((arn) => this.tables[kind]?.get(arn) ?? []);
      const missing = arns.filter((arn) => !this.tables[kind]?.has(arn));
      const errors = missing.map((arn, index) => ({ arn, code: "404", message: answer.errors?.[index]?.message }));
      return { [kinds(kind).many]: resources, ...(errors.length > 0 && { errors }) };
    };
  }

  /** @param {string} kind @param {string} arn @param {(fine: any, code: string) => void} unless */
  remove(kind, arn, unless) {
    unless(this.tables[kind]?.has(arn), MISSING);
    unless(!this.streams.has(arn), CONFLICT);
    const member = `${kinds(kind).one}Arn`;
    unless(![...(this.tables.channel?.values() ?? [])].some((channel) => channel[member] === arn), CONFLICT);
    return () => {
      this.tables[kind]?.delete(arn);
      if (kind !== "channel") return kind === "playback-key" ? {} : undefined;
      this.sessions.delete(arn);
      for (const key of [...(this.tables["stream-key"]?.values() ?? [])]) if (key.channelArn === arn) this.tables["stream-key"]?.delete(key.arn);
    };
  }

  /** @param {string} kind @param {any} input @param {(fine: any, code: string) => void} unless @returns {(answer: any) => any} */
  create(kind, input, unless) {
    const { one } = kinds(kind);
    const table = this.tables[kind] ?? new Map();
    if (kind in this.quotas) unless(table.size < (this.quotas[kind] ?? 0), QUOTA);
    if (kind === "stream-key") {
      unless(this.tables.channel?.has(input.channelArn), MISSING);
      unless(![...table.values()].some(({ channelArn }) => channelArn === input.channelArn), QUOTA);
    }
    const made = this.configure(kind, undefined, input, unless);
    return (answer) => {
      const resource = { ...made(answer[one]), tags: { ...input.tags }, arn: answer[one].arn };
      table.set(resource.arn, resource);
      this.pages.add(kind, resource.arn);
      if (kind !== "channel") return { [one]: this.settled(resource) };
      const { arn, value } = answer.streamKey;
      const key = { arn, value, channelArn: resource.arn, tags: {} };
      this.tables["stream-key"]?.set(arn, key);
      this.pages.add("stream-key", arn);
      return { channel: resource, streamKey: key };
    };
  }

  /** @param {string} kind @param {any} input @param {(fine: any, code: string) => void} unless @returns {(answer: any) => any} */
  update(kind, { arn, ...input }, unless) {
    const resource = this.tables[kind]?.get(arn);
    unless(resource, MISSING);
    unless(!this.streams.has(arn), CONFLICT);
    if (kind === "failover-slate-configuration" && resource) unless(["CREATED", "CREATE_FAILED"].includes(this.settled(resource).state), CONFLICT);
    const made = this.configure(kind, resource, input, unless);
    return (answer) => ({ [kinds(kind).one]: this.settled(Object.assign(resource, made(answer[kinds(kind).one]))) });
  }

  /** What a resource of a kind is with these settings. @param {string} kind @param {any} old @param {any} input @param {(fine: any, code: string) => void} unless @returns {(told: any) => any} */
  configure(kind, old, input, unless) {
    const settings = /** @type {(defaults: object) => any} */ ((defaults) => ({ ...defaults, ...old, ...input }));
    switch (kind) {
      case "channel":
        return configure(old, input, this.tables, unless);
      case "stream-key":
        return ({ value }) => ({ value, channelArn: input.channelArn });
      case "playback-key": {
        const fingerprint = fingerprintOf(input.publicKeyMaterial);
        unless(fingerprint, INVALID);
        unless(![...(this.tables[kind]?.values() ?? [])].some((key) => key.fingerprint === fingerprint), CONFLICT);
        return () => ({ name: input.name ?? "", fingerprint });
      }
      case "playback-restriction-policy":
        unless((input.allowedCountries ?? []).every((/** @type {string} */ country) => COUNTRIES.has(country)), INVALID);
        unless((input.allowedOrigins ?? []).every(isOrigin), INVALID);
        return () => settings({ allowedCountries: [], allowedOrigins: [], enableStrictOriginEnforcement: false, name: "" });
      case "recording-configuration": {
        const { thumbnailConfiguration: thumbnails = {}, renditionConfiguration: renditions = {} } = input;
        unless(input.destinationConfiguration.s3, INVALID);
        // Outside of us-east-1 the service sees at once that a bucket is in another region.
        unless(!input.destinationConfiguration.s3?.bucketName.includes("other-region"), INVALID);
        const atIntervals = thumbnails.recordingMode !== "DISABLED";
        unless(atIntervals || !("targetIntervalSeconds" in thumbnails), INVALID);
        unless(renditions.renditionSelection !== "CUSTOM" || renditions.renditions?.length > 0, INVALID);
        const thumbnailConfiguration = atIntervals ? { recordingMode: "INTERVAL", targetIntervalSeconds: 60, storage: ["SEQUENTIAL"], ...thumbnails } : thumbnails;
        const renditionConfiguration = { renditionSelection: "ALL", renditions: [], ...renditions };
        return () => ({ name: "", recordingReconnectWindowSeconds: 0, ...input, thumbnailConfiguration, renditionConfiguration, state: "CREATING", since: this.now });
      }
      case "ad-configuration":
        return () => settings({ name: "", postRollConfiguration: { durationSeconds: 15, enabled: false } });
      default:
        return () => ({
          ...settings({ name: "", activationThresholdSeconds: 3, minSlateDisplaySeconds: 3, maxSlateDisplaySeconds: 60 }),
          state: old ? "UPDATING" : "CREATING",
          since: this.now,
        });
    }
  }

  /** A resource as it is by now, without the model's own members. @param {any} resource */
  settled({ since, ...resource }) {
    if (since === undefined || this.now - since < this.creationMs) return resource;
    const bucket = resource.destinationConfiguration?.s3.bucketName;
    const fails = bucket === undefined ? resource.name.includes("missing") : bucket.includes("missing-bucket");
    return { ...resource, state: fails ? "CREATE_FAILED" : bucket === undefined ? "CREATED" : "ACTIVE" };
  }

  /** @param {string} operation @param {any} input @param {(fine: any, code: string) => void} unless */
  tag(operation, { resourceArn, tags = {}, tagKeys = [] }, unless) {
    const resource = Object.values(this.tables).map((table) => table.get(resourceArn)).find(Boolean);
    unless(resource, MISSING);
    unless(!tagKeys.some(reserved), INVALID);
    if (operation === "ListTagsForResource") return () => ({ tags: resource.tags });
    const after = { ...resource?.tags, ...tags };
    unless(Object.keys(after).length <= 50, INVALID);
    for (const key of tagKeys) delete after[key];
    return () => {
      resource.tags = after;
      return {};
    };
  }

  /** @param {string} operation @param {any} input @param {(fine: any, code: string) => void} unless @returns {(answer: any) => any} */
  list(operation, input, unless) {
    const { nextToken, maxResults, channelArn, filterBy, ...filters } = input;
    const [filter, second] = Object.entries(filters);
    unless(!second, CONFLICT);
    const list = JSON.stringify([operation, channelArn, filterBy?.health, filter]);
    const token = this.pages.read(list, nextToken);
    if (!second) unless(token, INVALID);
    const { rows, member, size = 100, newestFirst = false } = this.rows(operation, channelArn);
    const kept = rows.filter(({ row }) => (!filterBy?.health || row.health === filterBy.health) && (!filter || row[memberOf(filter[0])] === filter[1]));
    return (answer) => {
      const shownRows = this.pages.page(list, kept, { after: token?.after, size: maxResults ?? size, newestFirst }, answer.nextToken);
      if (operation === "ListStreams") shownRows.rows.forEach((stream, index) => (stream.startTime ??= answer.streams[index]?.startTime));
      const items = shownRows.rows.map((row, index) => this.summary(operation, row, answer[member]?.[index]));
      return { [member]: items, ...(shownRows.nextToken !== undefined && { nextToken: shownRows.nextToken }) };
    };
  }

  /** All that a list has, with positions. @param {string} operation @param {string} channelArn @returns {{ rows: { at: number, row: any }[], member: string, size?: number, newestFirst?: boolean }} */
  rows(operation, channelArn) {
    const placed = (/** @type {any[]} */ rows, /** @type {string} */ kind, /** @type {string} */ key) => rows.map((row) => ({ at: this.pages.position(kind, row[key]), row }));
    if (operation === "ListStreams") return { rows: placed([...this.streams.values()], "stream", "streamId"), member: "streams" };
    if (operation === "ListStreamSessions") return { rows: placed(this.sessions.get(channelArn) ?? [], "stream", "streamId"), member: "streamSessions", newestFirst: true };
    const [kind, { many, page }] = /** @type {[string, any]} */ (Object.entries(KINDS).find(([, { noun, plural }]) => operation === `List${plural ?? `${noun}s`}`));
    const resources = [...(this.tables[kind]?.values() ?? [])].filter((row) => kind !== "stream-key" || row.channelArn === channelArn);
    return { rows: placed(resources, kind, "arn"), member: many, size: page };
  }

  /** @param {string} operation @param {any} row @param {any} told */
  summary(operation, row, told) {
    if (operation === "ListStreams") return shown(row);
    if (operation === "ListStreamSessions") return without("channel", "recordingConfiguration", "failoverSlateConfiguration", "ingestConfiguration", "ingestConfigurations", "truncatedEvents")(this.session(row, told));
    const kind = /** @type {any} */ (Object.values(KINDS).find(({ noun, plural }) => operation === `List${plural ?? `${noun}s`}`));
    return kind.lists(this.settled(row));
  }

  /** A session; what an encoder would have sent, and times, are as told. @param {any} session @param {any} told */
  session({ ended, ...session }, told) {
    const { startTime, endTime, ingestConfiguration, ingestConfigurations, truncatedEvents } = told ?? {};
    return { ...session, startTime, ...(ended && { endTime: endTime ?? "a time" }), ingestConfiguration, ingestConfigurations, truncatedEvents };
  }

  /** An encoder connects with the value of a key. @param {{ streamKey: string, health?: string, viewerCount?: number }} input @param {any} answer @returns {number} the status */
  start({ streamKey, health = "HEALTHY", viewerCount = 0 }, answer) {
    const key = [...(this.tables["stream-key"]?.values() ?? [])].find(({ value }) => value === streamKey);
    if (!key) return 403;
    const { channelArn } = key;
    if (this.streams.has(channelArn)) return 409;
    const { streamId } = answer;
    this.pages.add("stream", streamId);
    this.streams.set(channelArn, { channelArn, streamId, state: "LIVE", health, viewerCount, connected: streamKey, puts: [], breaks: new Map() });
    const channel = structuredClone(this.tables.channel?.get(channelArn));
    const recording = this.tables["recording-configuration"]?.get(channel.recordingConfigurationArn);
    const recordingConfiguration = recording && structuredClone(this.settled(recording));
    const slate = this.tables["failover-slate-configuration"]?.get(channel.failoverSlateConfigurationArn);
    const session = { streamId, channel, hasErrorEvent: recording !== undefined && recordingConfiguration.state !== "ACTIVE", ended: false };
    const past = this.sessions.get(channelArn) ?? [];
    this.sessions.set(channelArn, [...past, { ...session, ...(recording && { recordingConfiguration }), ...(slate && { failoverSlateConfiguration: structuredClone(this.settled(slate)) }) }]);
    return 200;
  }

  /** An encoder disconnects: the one that connected with the key, whatever became of the key. @param {{ streamKey: string }} input @returns {number} the status */
  stop({ streamKey }) {
    const stream = [...this.streams.values()].find(({ connected }) => connected === streamKey);
    if (stream) return this.end(stream.channelArn), 200;
    return [...(this.tables["stream-key"]?.values() ?? [])].some(({ value }) => value === streamKey) ? 409 : 403;
  }

  /** @param {string} channelArn */
  end(channelArn) {
    this.streams.delete(channelArn);
    const session = this.sessions.get(channelArn)?.at(-1);
    if (session) session.ended = true;
    return {};
  }
}

/** @param {string} kind @returns {any} */
const kinds = (kind) => KINDS[/** @type {keyof typeof KINDS} */ (kind)];
/** `name` of `filterByName`. @param {string} filter */
const memberOf = (filter) => filter.replace(/^filterBy(.)/, (_, first) => first.toLowerCase());
/** @param {any} stream */
const shown = ({ connected, puts, breaks, ...stream }) => stream;

/** MD5 of a P-384 key in DER, in pairs of hexadecimal digits. @param {string} pem @returns {string | undefined} */
function fingerprintOf(pem) {
  try {
    const key = createPublicKey(pem);
    if (key.asymmetricKeyDetails?.namedCurve !== "secp384r1") return undefined;
    return createHash("md5").update(key.export({ type: "spki", format: "der" })).digest("hex").replace(/..(?!$)/g, "$&:");
  } catch {
    return undefined;
  }
}
