// @ts-check
// Half of a surrogate pair cannot be sent: it is refused wherever it is, as value or as key, and no two keys become one.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { TagResourceCommand } from "ivs-wasm";
import { offline, playing, rejection } from "./behave.mjs";

const HALVES = ["\udc00", "\ud800", "k\udc00", "\ud800k", "a\ud800b\udc00c", "\udc00\ud800"];
const WHY = "holds half of a surrogate pair, which no request can carry";

describe("half of a surrogate pair is refused", () => {
  for (const half of HALVES) {
    const cases = /** @type {[string, string, any, string][]} */ ([
      ["a text", "createChannel", { name: half }, "input.name"],
      ["a tag's value", "createChannel", { tags: { a: half } }, 'input.tags["a"]'],
      ["a tag's key", "createChannel", { tags: { [half]: "v" } }, "input.tags"],
      ["the key of a tag of several", "tagResource", { resourceArn: "arn:a", tags: { a: "1", [half]: "2", b: "3" } }, "input.tags"],
      ["an item", "batchGetChannel", { arns: ["a", half] }, "input.arns[1]"],
      ["an item of a query", "untagResource", { resourceArn: "arn:a", tagKeys: ["a", half] }, "input.tagKeys[1]"],
      ["a label of the path", "listTagsForResource", { resourceArn: half }, "input.resourceArn"],
      ["a member of a structure in a list", "batchStartViewerSessionRevocation", { viewerSessions: [{ channelArn: "a", viewerId: half }] }, "input.viewerSessions[0].viewerId"],
      ["a member that the operation does not know", "createChannel", { [half]: 1 }, "input."],
    ]);
    for (const [title, method, input, path] of cases) {
      test(`${JSON.stringify(half)} as ${title}, and nothing is sent`, async () => {
        const fetch = playing({});
        const error = await rejection(offline({ fetch })[method](input));
        assert.equal(error.name, "ParamValidationError");
        // An empty label is reported besides.
        assert.equal(error.problems.length, title === "a label of the path" ? 2 : 1);
        assert.ok(error.problems[0].path.startsWith(path), error.problems[0].path);
        if (path !== "input.") assert.equal(error.problems[0].message, WHY);
        assert.equal(fetch.requests.length, 0);
      });
    }
  }

  test("by a command, and in a presigned URL, too", async () => {
    const client = offline({ fetch: playing({}) });
    for (const half of HALVES) {
      const params = { resourceArn: "arn:a", tags: { [half]: "v" } };
      for (const call of [client.send(new TagResourceCommand(params)), client.generatePresignedUrl("tagResource", { params })]) {
        const error = await rejection(call);
        assert.equal(error.name, "ParamValidationError");
        assert.equal(error.problems[0].message, WHY);
      }
    }
  });

  test("so that three tags stay three", async () => {
    const error = await rejection(offline({ fetch: playing({}) }).createChannel({ tags: { "k\ud800": "1", "k\udc00": "2", "k\ufffd": "3" } }));
    assert.equal(error.problems.length, 2);
  });
});

test("a whole pair, and the character that stands for what is none, are sent", async () => {
  const fetch = playing({});
  await offline({ fetch }).createChannel({ name: "😀", tags: { "😀": "😀", "k\ufffd": "\ufffd" } });
  assert.deepEqual(JSON.parse(fetch.requests[0]?.init.body), { name: "😀", tags: { "😀": "😀", "k\ufffd": "\ufffd" } });
});
