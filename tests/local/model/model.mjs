// @ts-check
// A simple IVS: what an account has, in maps, and what each operation makes of it. It is written from the documented rules alone, and
// says of every call what its output is, or by which errors it may fail: one that breaks several rules fails by any of them.

import { INPUTS, present } from "./inputs.mjs";
import { KINDS, kindOf, listedBy } from "./kinds.mjs";
import { Pages } from "./pages.mjs";
import { settingsOf } from "./settings.mjs";
import { Streams } from "./streams.mjs";

/**
 * What a call comes to. Names that the service makes up, such as ARNs, are those of the answer.
 *
 * @typedef {{ output: any } | { errors: Set<string> }} Outcome
 */

const reserved = (/** @type {string} */ key) => /^aws:/i.test(key);
const MISSING = "ResourceNotFoundException";
const INVALID = "ValidationException";
const CONFLICT = "ConflictException";
const QUOTA = "ServiceQuotaExceededException";
/** Operations on the past streams of a channel, which may have been deleted since. */
const OF_SESSIONS = ["GetStreamSession", "ListStreamSessions"];
/** Operations on the stream of a channel. */
const OF_STREAMS = ["GetStream", "StopStream", "PutMetadata", "InsertAdBreak", "GetStreamSession"];

export class Model {
  /** Resources of each kind by ARN, in the order in which they were made. @type {Record<string, Map<string, any>>} */
  tables = Object.fromEntries(Object.keys(KINDS).map((kind) => [kind, new Map()]));
  streams = new Streams(this);
  pages = new Pages();
  /** Errors of the next calls of operations, oldest first. @type {{ operation: string, times: number, code: string }[]} */
  faults = [];
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
    const fault = this.faults.find((each) => each.operation === operation);
    if (fault) {
      fault.times--;
      this.faults = this.faults.filter(({ times }) => times > 0);
      return { errors: new Set([fault.code]) };
    }
    if (!INPUTS[operation]?.(given)) return { errors: new Set([INVALID]) };
    const errors = /** @type {Set<string>} */ (new Set());
    /** @param {any} wrong @param {string} code */
    const unless = (wrong, code) => void (wrong || errors.add(code));
    const perform = this.perform(operation, present(given, INPUTS[operation]), unless);
    return errors.size > 0 ? { errors } : { output: perform(answer ?? {}) };
  }

  /** What is known now, to return to. */
  snapshot() {
    const { tables, now, faults } = this;
    const { live, sessions } = this.streams;
    const { positions, tokens } = this.pages;
    return structuredClone({ tables, now, faults, live, sessions, positions, tokens });
  }

  /** @param {ReturnType<Model["snapshot"]>} snapshot */
  restore(snapshot) {
    const { tables, now, faults, live, sessions, positions, tokens } = structuredClone(snapshot);
    Object.assign(this, { tables, now, faults });
    Object.assign(this.streams, { live, sessions });
    Object.assign(this.pages, { positions, tokens });
  }

  /**
   * Judges a call, and returns what it does if nothing is wrong with it.
   *
   * @param {string} operation @param {any} input @param {(fine: any, code: string) => void} unless
   * @returns {(answer: any) => any}
   */
  perform(operation, input, unless) {
    const { tables } = this;
    const found = Object.entries(KINDS).find(([, { noun }]) => operation.endsWith(noun));
    const [verb] = /^(BatchGet|[A-Z][a-z]+)/.exec(operation) ?? [""];
    if (input.tags) unless(!Object.keys(input.tags).some(reserved), INVALID);
    if (found && verb === "Get") return this.get(found[0], input.arn, unless);
    if (found && verb === "BatchGet") return this.batchGet(found[0], input.arns);
    if (found && verb === "Delete") return this.remove(found[0], input.arn, unless);
    if (found && ["Create", "Import"].includes(verb)) return this.create(found[0], input, unless);
    if (found && verb === "Update") return this.update(found[0], input, unless);
    const isPast = OF_SESSIONS.includes(operation) && this.streams.sessions.has(input.channelArn);
    if ("channelArn" in input) unless(tables.channel?.has(input.channelArn) || isPast, MISSING);
    if (OF_STREAMS.includes(operation)) return this.streams.perform(operation, input, unless);
    switch (operation) {
      case "StartViewerSessionRevocation":
        return () => ({});
      case "BatchStartViewerSessionRevocation":
        return (answer) => {
          const missing = input.viewerSessions.filter((/** @type {any} */ one) => !tables.channel?.has(one.channelArn));
          const errors = missing.map((/** @type {any} */ one, /** @type {number} */ index) => ({
            channelArn: one.channelArn,
            viewerId: one.viewerId,
            code: "403",
            message: answer.errors?.[index]?.message,
          }));
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
    return () => ({ [kindOf(kind).one]: this.settled(resource) });
  }

  /** @param {string} kind @param {string[]} arns @returns {(answer: any) => any} */
  batchGet(kind, arns) {
    return (answer) => {
      const resources = arns.flatMap((arn) => this.tables[kind]?.get(arn) ?? []);
      const missing = arns.filter((arn) => !this.tables[kind]?.has(arn));
      const errors = missing.map((arn, index) => ({ arn, code: "404", message: answer.errors?.[index]?.message }));
      return { [kindOf(kind).many]: resources, ...(errors.length > 0 && { errors }) };
    };
  }

  /** @param {string} kind @param {string} arn @param {(fine: any, code: string) => void} unless */
  remove(kind, arn, unless) {
    unless(this.tables[kind]?.has(arn), MISSING);
    unless(!this.streams.live.has(arn), CONFLICT);
    const member = `${kindOf(kind).one}Arn`;
    unless(![...(this.tables.channel?.values() ?? [])].some((channel) => channel[member] === arn), CONFLICT);
    return () => {
      this.tables[kind]?.delete(arn);
      if (kind !== "channel") return kind === "playback-key" ? {} : undefined;
      for (const key of [...(this.tables["stream-key"]?.values() ?? [])]) if (key.channelArn === arn) this.tables["stream-key"]?.delete(key.arn);
    };
  }

  /** @param {string} kind @param {any} input @param {(fine: any, code: string) => void} unless @returns {(answer: any) => any} */
  create(kind, input, unless) {
    const { one } = kindOf(kind);
    const table = this.tables[kind] ?? new Map();
    if (kind in this.quotas) unless(table.size < (this.quotas[kind] ?? 0), QUOTA);
    if (kind === "stream-key") {
      unless(this.tables.channel?.has(input.channelArn), MISSING);
      unless(![...table.values()].some(({ channelArn }) => channelArn === input.channelArn), QUOTA);
    }
    const made = settingsOf(this, kind, undefined, input, unless);
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
    unless(!this.streams.live.has(arn), CONFLICT);
    if (kind === "failover-slate-configuration" && resource) unless(["CREATED", "CREATE_FAILED"].includes(this.settled(resource).state), CONFLICT);
    const made = settingsOf(this, kind, resource, input, unless);
    return (answer) => ({ [kindOf(kind).one]: this.settled(Object.assign(resource, made(answer[kindOf(kind).one]))) });
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
    const resource = Object.values(this.tables)
      .map((table) => table.get(resourceArn))
      .find(Boolean);
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
      const items = shownRows.rows.map((row, index) => this.summary(operation, row, answer[member]?.[index]));
      return { [member]: items, ...(shownRows.nextToken !== undefined && { nextToken: shownRows.nextToken }) };
    };
  }

  /** All that a list has, with positions. @param {string} operation @param {string} channelArn @returns {{ rows: { at: number, row: any }[], member: string, size?: number, newestFirst?: boolean }} */
  rows(operation, channelArn) {
    const placed = (/** @type {any[]} */ rows, /** @type {string} */ kind, /** @type {string} */ key) => rows.map((row) => ({ at: this.pages.position(kind, row[key]), row }));
    if (operation === "ListStreams") return { rows: placed([...this.streams.live.values()], "stream", "streamId"), member: "streams" };
    if (operation === "ListStreamSessions") return { rows: placed(this.streams.sessions.get(channelArn) ?? [], "stream", "streamId"), member: "streamSessions", newestFirst: true };
    const [kind, { many, page }] = listedBy(operation);
    const resources = [...(this.tables[kind]?.values() ?? [])].filter((row) => kind !== "stream-key" || row.channelArn === channelArn);
    return { rows: placed(resources, kind, "arn"), member: many, size: page };
  }

  /** @param {string} operation @param {any} row @param {any} told */
  summary(operation, row, told) {
    if (operation === "ListStreams") return this.streams.summary(row, told);
    if (operation === "ListStreamSessions") return this.streams.sessionSummary(row, told);
    return listedBy(operation)[1].lists(this.settled(row));
  }
}

/** `name` of `filterByName`. @param {string} filter */
const memberOf = (filter) => filter.replace(/^filterBy(.)/, (_, first) => first.toLowerCase());
