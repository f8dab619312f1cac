// @ts-check
// Tracers for AWS's SDK: X-Ray's, Powertools', and middleware with OpenTelemetry's API as docs/guides/observability.md has it.

import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { after, before, beforeEach, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import * as sdk from "@aws-sdk/client-ivs";
import * as ivs from "ivs-wasm";
import xray from "aws-xray-sdk-core";
import { AwsInstrumentation } from "@opentelemetry/instrumentation-aws-sdk";
import { InMemorySpanExporter, NodeTracerProvider, SimpleSpanProcessor } from "@opentelemetry/sdk-trace-node";
import { programs, writeFiles } from "../guides/guide.mjs";
import { OFFLINE } from "./wire.mjs";

const BODY = '{"channel":{"arn":"a"},"message":"as it says"}';

/** A transport that records the trace headers, in the form that each package takes. @param {{ status?: number, code?: string }} [answer] */
function transports({ status = 200, code } = {}) {
  /** @type {(string | undefined)[]} */
  const traces = [];
  const note = (/** @type {Record<string, string>} */ headers) => void traces.push(Object.entries(headers).find(([name]) => name.toLowerCase() === "x-amzn-trace-id")?.[1]);
  const headers = { "content-type": "application/json", "content-length": `${BODY.length}`, "x-amzn-requestid": "request-1", ...(code && { "x-amzn-errortype": code }) };
  const fetch = async (/** @type {string} */ _, /** @type {any} */ init) => (note(init.headers), new Response(BODY, { status, headers }));
  const requestHandler = { handle: async (/** @type {any} */ request) => (note(request.headers), { response: { statusCode: status, headers, body: new TextEncoder().encode(BODY) } }) };
  return { traces, config: { ...OFFLINE, maxAttempts: 1 }, ours: { fetch }, theirs: { requestHandler } };
}

/** The subsegment of a call, without what differs from run to run. @param {any} segment */
function traced(segment) {
  const [subsegment, ...more] = JSON.parse(JSON.stringify(segment)).subsegments;
  assert.deepEqual(more, []);
  const { id, start_time, end_time, cause, ...rest } = subsegment;
  assert.ok(end_time >= start_time);
  return { ...rest, causes: cause?.exceptions?.map((/** @type {any} */ { type, message }) => [type, message]) };
}

describe("aws-xray-sdk", () => {
  before(() => xray.setContextMissingStrategy("IGNORE_ERROR"));

  for (const [what, answer] of Object.entries({ "a success": {}, "an error": { status: 404, code: "ResourceNotFoundException" }, throttling: { status: 429, code: "ThrottlingException" } })) {
    test(`traces ${what} as it does with AWS's SDK, and sends its header`, async () => {
      const segments = [];
      for (const [Client, Command, whose] of /** @type {[any, any, "ours" | "theirs"][]} */ ([[ivs.IvsClient, ivs.GetChannelCommand, "ours"], [sdk.IvsClient, sdk.GetChannelCommand, "theirs"]])) {
        const segment = new xray.Segment("test");
        const { traces, config, ...made } = transports(answer);
        const client = xray.captureAWSv3Client(xray.captureAWSv3Client(new Client({ ...config, ...made[whose] })));
        await xray.getNamespace().runPromise(async () => {
          xray.setSegment(segment);
          await client.send(new Command({ arn: "a" })).catch(() => {});
        });
        const [subsegment] = segment.subsegments ?? [];
        assert.deepEqual(traces, [`Root=${segment.trace_id};Parent=${subsegment?.id};Sampled=1`]);
        segments.push(traced(segment));
      }
      assert.equal(segments[0].aws.operation, "GetChannel");
      assert.deepEqual(segments[0], segments[1]);
    });
  }

  test("traces nothing, and does no harm, where there is no segment", async () => {
    const { config, ours } = transports();
    const client = xray.captureAWSv3Client(new ivs.IvsClient({ ...config, ...ours }));
    assert.equal((await client.getChannel({ arn: "a" })).channel?.arn, "a");
  });
});

test("Powertools' tracer captures a client", async () => {
  process.env.AWS_EXECUTION_ENV = "AWS_Lambda_nodejs22.x";
  process.env._X_AMZN_TRACE_ID = "Root=1-00000000-000000000000000000000000;Parent=0000000000000000;Sampled=1";
  const { Tracer } = await import("@aws-lambda-powertools/tracer");
  const tracer = new Tracer({ serviceName: "studio" });
  assert.ok(tracer.isTracingEnabled());
  const { traces, config, ours } = transports();
  const client = tracer.captureAWSv3Client(new ivs.IvsClient({ ...config, ...ours }));
  const segment = new xray.Segment("handler");
  await tracer.provider.getNamespace().runPromise(async () => {
    tracer.setSegment(segment);
    await client.send(new ivs.GetChannelCommand({ arn: "a" }));
  });
  assert.equal(traced(segment).name, "Ivs");
  assert.match(traces[0] ?? "", new RegExp(`^Root=${segment.trace_id};`));
});

describe("OpenTelemetry", () => {
  const exporter = new InMemorySpanExporter();
  before(() => new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }).register());
  beforeEach(() => exporter.reset());
  const spans = () => exporter.getFinishedSpans().map(({ name, attributes, status }) => ({ name, attributes, status: status.code }));

  /** A program of the guide, beside the tests' packages. @param {string} name */
  const program = async (name) => {
    const files = (await programs("observability")).get("OpenTelemetry");
    const folder = await mkdtemp(new URL("../../target/otel-", import.meta.url).pathname);
    await writeFiles(folder, [[name, files?.get(name) ?? assert.fail(`the guide has no ${name}`)], ["package.json", '{ "type": "module" }']]);
    after(() => rm(folder, { recursive: true }));
    return import(pathToFileURL(join(folder, name)).href);
  };

  test("sees nothing of a client by its instrumentation of AWS's SDK alone", async () => {
    new AwsInstrumentation().enable();
    const { config, ours } = transports();
    await new ivs.IvsClient({ ...config, ...ours }).getChannel({ arn: "a" });
    assert.deepEqual(spans(), []);
  });

  test("traces by the middleware of the guide", async () => {
    const { spans: plugin } = await program("spans.js");
    for (const [answer, status] of /** @type {[{ status?: number, code?: string }, number][]} */ ([[{}, 0], [{ status: 404, code: "ResourceNotFoundException" }, 2]])) {
      exporter.reset();
      const { config, ours } = transports(answer);
      const client = new ivs.IvsClient({ ...config, ...ours });
      client.middlewareStack.use(plugin);
      await client.getChannel({ arn: "a" }).catch(() => {});
      assert.deepEqual(spans().map(({ name, status }) => [name, status]), [["Ivs.GetChannel", status]]);
    }
  });

  test("traces by its instrumentation when that is given the client's class, with the attributes that it has with the SDK", async (t) => {
    const { send } = ivs.IvsClient.prototype;
    t.after(() => void (/** @type {any} */ (ivs.IvsClient.prototype).send = send));
    const { instrumentation } = await program("instrumented.js");
    const { config, ours, theirs } = transports();
    await new ivs.IvsClient({ ...config, ...ours }).send(new ivs.GetChannelCommand({ arn: "a" }));
    await new ivs.Ivs({ ...config, ...ours }).getChannel({ arn: "a" });
    const [first, second] = spans();
    assert.deepEqual(first, second);
    exporter.reset();
    instrumentation.patchV3SmithyClient({ Client: sdk.IvsClient });
    await new sdk.IvsClient({ ...config, ...theirs }).send(new sdk.GetChannelCommand({ arn: "a" }));
    const [sdks] = spans();
    assert.equal(sdks?.attributes["cloud.region"], "us-west-2");
    assert.deepEqual({ ...first, name: "", attributes: { ...first?.attributes, "rpc.service": "" } }, { ...sdks, name: "", attributes: { ...sdks?.attributes, "rpc.service": "" } });
  });
});
