// @ts-check
// Every workflow, interrupted at every request in every way, and again when it is run again, ends in the right state. The encoder connects again
// whenever it can.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { deleteLiveChannel, deleteRecordingConfiguration, endStream, resetStreamKey, revokeViewers, WorkflowError } from "ivs-wasm/workflows";
import { CHANNEL, CONFIGURATION, OTHER_CONFIGURATION, ScriptedIvs, channelArn } from "./scripted-ivs.mjs";

/** @typedef {import("./scripted-ivs.mjs").Interruption} Interruption */

/**
 * @typedef {object} Workflow
 * @property {() => ScriptedIvs} begin the state that it begins with
 * @property {(ivs: ScriptedIvs, config: object, options: { signal?: AbortSignal }) => Promise<any>} run
 * @property {(ivs: ScriptedIvs, result: any) => void} check the state that it ends in
 */

const [FIRST, SECOND, THIRD] = [1, 2, 3].map(channelArn);
const VIEWERS = Array.from({ length: 45 }, (_, number) => ({ channelArn: CHANNEL, viewerId: `viewer-${number}`, version: number }));

function live() {
  const ivs = new ScriptedIvs();
  ivs.addLiveChannel(CHANNEL);
  ivs.addLiveChannel(FIRST);
  return ivs;
}

/** What is no part of the workflow stays as it is. @param {ScriptedIvs} ivs */
function checkOther(ivs) {
  const other = ivs.channels.get(FIRST);
  assert.ok(other?.key && other.live);
}

/** @type {Record<string, Workflow>} */
const WORKFLOWS = {
  resetStreamKey: {
    begin: live,
    run: (ivs, config, options) => resetStreamKey(ivs.client(config), { channelArn: CHANNEL, ...options }),
    check(ivs, key) {
      const channel = ivs.channels.get(CHANNEL);
      assert.equal(channel?.live, false, "the encoder did not come back");
      assert.deepEqual(channel.key, key);
      assert.ok(key.value && !ivs.encoders.has(key.value), "the key is another one");
      checkOther(ivs);
    },
  },
  "resetStreamKey, while another run gives the channel a key": {
    begin() {
      const ivs = live();
      ivs.answers.CreateStreamKey = () => {
        ivs.answers = {};
        ivs.addChannel(CHANNEL);
      };
      return ivs;
    },
    run: (ivs, config, options) => resetStreamKey(ivs.client(config), { channelArn: CHANNEL, ...options }),
    check(ivs, key) {
      assert.deepEqual(ivs.channels.get(CHANNEL)?.key, key);
      assert.ok(!ivs.channels.get(CHANNEL)?.live && !ivs.encoders.has(key.value));
      checkOther(ivs);
    },
  },
  endStream: {
    begin: live,
    run: (ivs, config, options) => endStream(ivs.client(config), { channelArn: CHANNEL, ...options }),
    check(ivs) {
      assert.deepEqual(ivs.channels.get(CHANNEL), { key: undefined, live: false, recordingConfigurationArn: "" });
      checkOther(ivs);
    },
  },
  deleteLiveChannel: {
    begin: live,
    run: (ivs, config, options) => deleteLiveChannel(ivs.client(config), { channelArn: CHANNEL, ...options }),
    check(ivs) {
      assert.deepEqual([...ivs.channels.keys()], [FIRST]);
      checkOther(ivs);
    },
  },
  deleteRecordingConfiguration: {
    begin() {
      const ivs = live();
      ivs.configurations = new Set([CONFIGURATION, OTHER_CONFIGURATION]);
      for (const arn of [SECOND, THIRD]) ivs.addChannel(arn, { recordingConfigurationArn: CONFIGURATION });
      ivs.addChannel(channelArn(4), { recordingConfigurationArn: OTHER_CONFIGURATION });
      return ivs;
    },
    run: (ivs, config, options) => deleteRecordingConfiguration(ivs.client(config), { arn: CONFIGURATION, detach: true, ...options }),
    check(ivs) {
      assert.deepEqual([...ivs.configurations], [OTHER_CONFIGURATION]);
      const configurations = [...ivs.channels.values()].map(({ recordingConfigurationArn }) => recordingConfigurationArn);
      assert.deepEqual(configurations, ["", "", "", "", OTHER_CONFIGURATION]);
      checkOther(ivs);
    },
  },
  revokeViewers: {
    begin: live,
    run: (ivs, config, options) => revokeViewers(ivs.client(config), VIEWERS, options),
    check(ivs, { revoked, errors }) {
      assert.deepEqual([revoked, errors], [VIEWERS.length, []]);
      for (const { viewerId, version } of VIEWERS) assert.ok(ivs.revoked.get(`${CHANNEL} ${viewerId}`)?.every((sent) => sent === version), viewerId);
      assert.equal(ivs.revoked.size, VIEWERS.length);
    },
  },
};

/** @type {Interruption[]} */
const FAILURES = ["refused", "unsent", "lost", "aborted before", "aborted during"];
/** @type {Interruption[]} */
const KILLS = ["killed before", "killed during"];

/** The requests of a run that nothing interrupts. @param {Workflow} workflow */
async function requestsOf({ begin, run, check }) {
  const ivs = begin();
  check(ivs, await run(ivs, {}, {}));
  return ivs.operations;
}

/** Runs a workflow up to an interruption, and checks what its error says. @param {Workflow} workflow @param {ScriptedIvs} ivs @param {number} index @param {Interruption} how */
async function runInterrupted(workflow, ivs, index, how) {
  try {
    return await interrupted(workflow, ivs, index, how);
  } finally {
    ivs.goOn();
  }
}

/** @param {Workflow} workflow @param {ScriptedIvs} ivs @param {number} index @param {Interruption} how */
async function interrupted({ run }, ivs, index, how) {
  const signal = ivs.interrupt(index, how);
  const before = ivs.requests.length;
  const ended = run(ivs, {}, { signal });
  if (KILLS.includes(how)) {
    // Nothing comes back; what the process would do is not done.
    while (ivs.requests.length <= before + index) {
      const isOver = await Promise.race([ended.then(() => true), new Promise((resolve) => setTimeout(resolve, 1, false))]);
      if (isOver) return undefined;
    }
    await new Promise((resolve) => setImmediate(resolve));
    return undefined;
  }
  const error = await ended.then(() => undefined, (error) => error);
  if (!error) return undefined;
  assert.ok(error instanceof WorkflowError, error?.stack);
  const operation = ivs.operations[before + index] ?? "";
  assert.equal(error.step, operation.charAt(0).toLowerCase() + operation.slice(1));
  const cause = /** @type {any} */ (error.cause);
  if (how.startsWith("aborted")) {
    assert.equal(cause, signal.reason);
    assert.equal(ivs.requests.length, before + index + 1, "nothing is sent after an abort");
  } else {
    assert.equal(cause.name, how === "refused" ? "AccessDeniedException" : "NetworkError");
  }
  return error;
}

/** The service, whose client aborts when so many calls are answered. @param {import("ivs-wasm").IvsClient} client @param {number} index @param {AbortController} controller */
function abortingAfter(client, index, controller) {
  let answered = 0;
  const aborting = new Proxy(client, {
    get(target, name) {
      const method = Reflect.get(target, name);
      if (typeof method !== "function") return method;
      return async (/** @type {any[]} */ ...given) => {
        try {
          return await Reflect.apply(method, target, given);
        } finally {
          if (answered++ === index) controller.abort(new Error("enough"));
        }
      };
    },
  });
  return /** @type {ScriptedIvs} */ (/** @type {unknown} */ ({ client: () => aborting }));
}

for (const [name, workflow] of Object.entries(WORKFLOWS)) {
  describe(name, { concurrency: name === "revokeViewers" ? 24 : 1 }, async () => {
    const operations = await requestsOf(workflow);
    test("has several requests", () => assert.ok(operations.length > 2, operations.join()));
    for (const [index, operation] of operations.entries()) {
      for (const how of [...FAILURES, ...KILLS]) {
        test(`request ${index}, ${operation}, ${how}; run again`, async () => {
          const ivs = workflow.begin();
          const error = await runInterrupted(workflow, ivs, index, how);
          assert.ok(error || KILLS.includes(how));
          if (name === "resetStreamKey" && how === "refused" && index > 1) assert.equal(ivs.channels.get(CHANNEL)?.key === undefined, operation === "CreateStreamKey");
          workflow.check(ivs, await workflow.run(ivs, {}, {}));
        });
      }
      test(`request ${index}, ${operation}, answered, and aborted then; run again`, async () => {
        const ivs = workflow.begin();
        const controller = new AbortController();
        const client = ivs.client();
        const abort = abortingAfter(client, index, controller);
        await workflow.run(abort, {}, { signal: controller.signal }).then(() => assert.equal(index, operations.length - 1), (error) => {
          assert.ok(error instanceof WorkflowError);
          assert.equal(error.cause, controller.signal.reason);
        });
        assert.equal(ivs.requests.length, index + 1, "nothing is sent after an abort");
        workflow.check(ivs, await workflow.run(ivs, {}, {}));
      });
      test(`request ${index}, ${operation}, lost once and sent again by the client`, async () => {
        const ivs = workflow.begin();
        ivs.interrupt(index, "lost");
        workflow.check(ivs, await workflow.run(ivs, { maxAttempts: 2 }, {}));
      });
    }
  });

  test(`${name}, interrupted twice`, async () => {
    const { length } = await requestsOf(workflow);
    const cases = Array.from({ length: length * length * 4 }, async (_, number) => {
      const ivs = workflow.begin();
      const hows = /** @type {Interruption[]} */ (["lost", "killed during"]);
      await runInterrupted(workflow, ivs, number % length, hows[number % 2] ?? "lost");
      await runInterrupted(workflow, ivs, Math.floor(number / length) % length, hows[Math.floor(number / length / length) % 2] ?? "lost");
      workflow.check(ivs, await workflow.run(ivs, {}, {}));
    });
    await Promise.all(cases);
  });
}

describe("what the error says was done", () => {
  test("is what the service did", async () => {
    const ivs = live();
    const old = ivs.channels.get(CHANNEL)?.key?.arn;
    const error = await runInterrupted(WORKFLOWS.resetStreamKey ?? assert.fail(), ivs, 4, "aborted during");
    assert.deepEqual(error?.done, [
      { step: "deleteStreamKey", arn: old, changed: true },
      { step: "stopStream", arn: CHANNEL, changed: true },
    ]);
    assert.equal(error?.message, "resetStreamKey: was aborted at createStreamKey: Error: enough; done before: deleteStreamKey, stopStream");
    assert.equal(error?.workflow, "resetStreamKey");
    assert.deepEqual(Object.keys(error ?? {}).sort(), ["done", "message", "name", "step", "workflow"]);
  });

  test("of viewers, who remains, with the versions of the first run, and outside of logs", async () => {
    const ivs = live();
    const viewers = VIEWERS.map(({ channelArn, viewerId }) => ({ channelArn, viewerId }));
    viewers[3] = { channelArn: THIRD ?? "", viewerId: "viewer-3" };
    ivs.interrupt(1, "lost");
    const error = await revokeViewers(ivs.client(), viewers).then(() => assert.fail("it came to its end"), (error) => error);
    assert.ok(error instanceof WorkflowError);
    const { revoked, errors, remaining } = error.revocations ?? assert.fail();
    assert.equal(revoked, 19);
    const now = errors[0]?.version ?? 0;
    assert.deepEqual(errors, [{ channelArn: THIRD, viewerId: "viewer-3", version: now, code: "404", message: "no such channel" }]);
    assert.deepEqual(remaining, viewers.slice(20).map((viewer) => ({ ...viewer, version: now })));
    assert.ok(!JSON.stringify(error).includes("viewer-4") && !error.message.includes("viewer-"));
    assert.match(error.message, /^revokeViewers: failed at batchStartViewerSessionRevocation: NetworkError: .*; the service was asked for 20 of 45 viewers before$/);

    assert.deepEqual(await revokeViewers(ivs.client(), remaining), { revoked: 25, errors: [] });
    ivs.addChannel(THIRD ?? "");
    assert.deepEqual(await revokeViewers(ivs.client(), errors), { revoked: 1, errors: [] }, "errors can be given again as they are");
    assert.ok([...ivs.revoked.values()].flat().every((version) => version === now));
  });
});
