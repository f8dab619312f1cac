// @ts-check
// Pagination in both API styles, against ivs-local and against fetches with arbitrary pages and tokens. tests/peers tests that boto3
// cuts the same pages and writes the same tokens.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import * as ivs from "ivs-wasm";
import { IvsClient, NotPageableError, PaginationError, paginateListChannels, ParamValidationError } from "ivs-wasm";
import { startLocal } from "./local.mjs";
import { OFFLINE, recording } from "./wire.mjs";

const exports = /** @type {Record<string, any>} */ (ivs);

/** A value that throws when it is written to, as deep as it goes. @template T @param {T} value @returns {T} */
function frozen(value) {
  for (const inner of Object.values(value ?? {})) if (typeof inner === "object") frozen(inner);
  return Object.freeze(value);
}

/** @param {AsyncIterable<any>} pages @returns {Promise<any[]>} */
async function all(pages) {
  const found = [];
  for await (const page of pages) found.push(page);
  return found;
}

const names = (/** @type {any[]} */ pages) => pages.map((page) => page.channels.map((/** @type {any} */ channel) => channel.name));
const encode = (/** @type {object} */ token) => btoa(JSON.stringify(token));

/**
 * A client of a service that has these pages: the first is requested without a token, the others with theirs.
 * @param {Record<string, object>} pages by the token that gives them; "" for the first
 */
function scripted(pages) {
  const fetching = recording(async (url, init) => {
    const { nextToken = "" } = JSON.parse(init.body);
    const page = pages[nextToken];
    return page ? Response.json(page) : Response.json({ exceptionMessage: `no ${nextToken}` }, { status: 400, headers: { "x-amzn-errortype": "ValidationException" } });
  });
  const client = new IvsClient({ ...OFFLINE, fetch: fetching });
  return { client, inputs: () => fetching.sent.map(({ body }) => JSON.parse(body)) };
}

const named = (/** @type {string} */ letters) => [...letters].map((name) => ({ name }));
const THREE = { "": { channels: named("abc"), nextToken: "2" }, 2: { channels: named("def"), nextToken: "3" }, 3: { channels: named("g") } };

describe("against ivs-local", () => {
  /** @type {import("./local.mjs").Local} */
  let local;
  /** @type {IvsClient} */
  let client;
  /** @type {ReturnType<typeof recording>} */
  let fetching;
  before(async () => {
    local = await startLocal();
    fetching = recording();
    client = new IvsClient({ ...local, fetch: fetching });
    for (let index = 0; index < 23; index++) await client.createChannel({ name: `channel-${index}` });
  });
  after(() => local?.stop());

  for (const pageSize of [undefined, 1, 5, 23, 24, 100]) {
    test(`both API styles list every channel once, ${pageSize ?? "the default number"} to a page`, async () => {
      const size = pageSize ?? 50;
      const expected = (await client.listChannels({ maxResults: 100 })).channels.map(({ name }) => name);
      assert.equal(expected.length, 23);
      for (const pages of [
        await all(paginateListChannels({ client, pageSize }, {})),
        await all(client.getPaginator("listChannels").paginate({ PaginationConfig: { PageSize: pageSize } })),
      ]) {
        assert.deepEqual(names(pages).flat(), expected);
        assert.equal(pages.length, Math.ceil(23 / size));
        for (const page of pages) assert.equal(page.$metadata.httpStatusCode, 200);
      }
    });
  }

  test("a loop that is left requests no further page, in either API style", async () => {
    for (const pages of [
      paginateListChannels({ client, pageSize: 4 }, {}),
      client.getPaginator("listChannels").paginate({ PaginationConfig: { PageSize: 4 } }),
    ]) {
      const before = fetching.sent.length;
      let seen = 0;
      for await (const page of pages) {
        seen += page.channels.length;
        if (seen === 8) break;
      }
      assert.equal(seen, 8);
      assert.equal(fetching.sent.length - before, 2);
    }
  });

  test("nothing is requested before the first page is", async () => {
    const before = fetching.sent.length;
    paginateListChannels({ client }, {});
    client.getPaginator("listChannels").paginate();
    await client.listChannels();
    assert.equal(fetching.sent.length - before, 1);
  });

  test("a listing that MaxItems ended is resumed where it stopped", async () => {
    const paginator = client.getPaginator("list_channels");
    const expected = names(await all(paginator.paginate())).flat();
    for (const [MaxItems, PageSize] of [[1, 5], [5, 5], [7, 5], [7, 100], [10, 3]]) {
      const found = [];
      /** @type {string | undefined} */
      let StartingToken;
      do {
        const pages = paginator.paginate({ PaginationConfig: { MaxItems, PageSize, StartingToken } });
        const { channels, NextToken, ...others } = await pages.buildFullResult();
        assert.deepEqual(others, {});
        assert.equal(NextToken, pages.resumeToken);
        assert.ok(channels.length === MaxItems || !NextToken);
        found.push(...channels.map(({ name }) => name));
        StartingToken = NextToken;
      } while (StartingToken);
      assert.deepEqual(found, expected, `${MaxItems} by ${PageSize}`);
    }
  });

  test("the service checks tokens that it did not make", async () => {
    for (const token of ["nonsense", "bm9uc2Vuc2U=", "MTIz"]) {
      await assert.rejects(all(client.getPaginator("listChannels").paginate({ PaginationConfig: { StartingToken: token } })), ivs.ValidationException);
      await assert.rejects(all(paginateListChannels({ client, startingToken: token }, {})), ivs.ValidationException);
    }
  });
});

test("every operation with tokens has a paginator, under every spelling of its name", () => {
  const client = new IvsClient(OFFLINE);
  const found = Object.keys(exports).filter((name) => name.startsWith("paginate")).map((name) => name.slice("paginate".length));
  assert.deepEqual(found.sort(), [
    "ListAdConfigurations", "ListChannels", "ListFailoverSlateConfigurations", "ListPlaybackKeyPairs", "ListPlaybackRestrictionPolicies",
    "ListRecordingConfigurations", "ListStreamKeys", "ListStreamSessions", "ListStreams",
  ]);
  for (const name of found) {
    for (const spelling of [name, name[0].toLowerCase() + name.slice(1), name.replace(/\B[A-Z]/g, "_$&").toLowerCase()]) {
      assert.equal(client.canPaginate(spelling), true, spelling);
      assert.equal(typeof client.getPaginator(/** @type {any} */ (spelling)).paginate, "function");
    }
  }
});

test("an operation without pages is rejected with the names of those with pages", () => {
  const client = new IvsClient(OFFLINE);
  for (const name of ["createChannel", "ListTagsForResource", "list_nothing", "listchannels", "", "constructor", "__proto__", "toString", undefined, null, 5, Symbol("listChannels")]) {
    assert.equal(client.canPaginate(/** @type {any} */ (name)), false, String(name));
    assert.throws(() => client.getPaginator(/** @type {any} */ (name)), (error) => {
      assert.ok(error instanceof NotPageableError);
      assert.equal(error.name, "NotPageableError");
      assert.ok(error.message.startsWith(`${String(name)} cannot be paged`), error.message);
      assert.match(error.message, /ListChannels, .*ListStreamSessions/);
      return true;
    });
  }
});

describe("what is sent", () => {
  test("in the SDK's style is the input with the token, and pageSize unless the input has another", async () => {
    const { client, inputs } = scripted(THREE);
    await all(paginateListChannels({ client, pageSize: 3 }, { filterByName: "x" }));
    assert.deepEqual(inputs(), [
      { filterByName: "x", maxResults: 3 },
      { filterByName: "x", maxResults: 3, nextToken: "2" },
      { filterByName: "x", maxResults: 3, nextToken: "3" },
    ]);
    const other = scripted(THREE);
    await all(paginateListChannels({ client: other.client, pageSize: 3 }, { maxResults: 7, nextToken: "3" }));
    await all(paginateListChannels({ client: other.client, startingToken: "2" }, { nextToken: "9" }));
    assert.deepEqual(other.inputs(), [{ maxResults: 7, nextToken: "3" }, { nextToken: "2" }, { nextToken: "3" }]);
  });

  test("in boto3's style is the input with the token, and PageSize whatever the input has", async () => {
    const { client, inputs } = scripted(THREE);
    const paginator = client.getPaginator("listChannels");
    await all(paginator.paginate({ filterByName: "x", maxResults: 9, nextToken: "2", PaginationConfig: { PageSize: "3" } }));
    await all(paginator.paginate({ maxResults: 9, nextToken: "9", PaginationConfig: { StartingToken: "3" } }));
    assert.deepEqual(inputs(), [
      { filterByName: "x", maxResults: 3, nextToken: "2" },
      { filterByName: "x", maxResults: 3, nextToken: "3" },
      { maxResults: 9, nextToken: "3" },
    ]);
  });

  test("is a copy: inputs and configurations are never written to", async () => {
    const { client, inputs } = scripted(THREE);
    const input = frozen({ filterByName: "x" });
    const config = frozen({ pageSize: 3 });
    assert.equal((await all(paginateListChannels(Object.freeze({ client, ...config }), input))).length, 3);
    const boto = frozen({ filterByName: "x", PaginationConfig: { PageSize: 3, MaxItems: 5 } });
    assert.equal((await all(client.getPaginator("listChannels").paginate(boto))).length, 2);
    assert.deepEqual(input, { filterByName: "x" });
    assert.equal(inputs().length, 5);
  });

  test("goes through the client's own send, with the options of the call and the command of withCommand", async () => {
    /** @type {any[]} */
    const sent = [];
    const client = {
      async send(/** @type {any} */ command, /** @type {any[]} */ ...options) {
        sent.push([command, ...options]);
        return { channels: [], nextToken: sent.length < 3 ? `${sent.length}` : undefined };
      },
    };
    const options = { requestTimeout: 5 };
    const withCommand = (/** @type {any} */ command) => (command.input.nextToken ? new ivs.ListChannelsCommand({ ...command.input, filterByName: "x" }) : undefined);
    await all(paginateListChannels({ client: /** @type {any} */ (client), withCommand }, {}, options, "more"));
    assert.deepEqual(sent.map(([{ input }]) => JSON.parse(JSON.stringify(input))), [{}, { nextToken: "1", filterByName: "x" }, { nextToken: "2", filterByName: "x" }]);
    for (const [command, ...rest] of sent) {
      assert.ok(command instanceof ivs.ListChannelsCommand);
      assert.deepEqual(rest, [options, "more"]);
    }
  });

  test("in boto3's style has the options of the call", async () => {
    const client = new IvsClient(OFFLINE);
    /** @type {any[]} */
    const called = [];
    client.call = async (...given) => called.push(given) && { channels: [] };
    const options = { requestTimeout: 5, abortSignal: new AbortController().signal };
    await all(client.getPaginator("listChannels").paginate({}, options));
    assert.equal(called.length, 1);
    assert.equal(called[0][0], "ListChannels");
    assert.equal(called[0][2], options);
  });

  for (const [title, config] of /** @type {[string, any][]} */ ([["no client", {}], ["nothing", undefined], ["a client that cannot send", { client: {} }], ["null", null]])) {
    test(`to ${title} is an error, not an endless loop`, async () => {
      await assert.rejects(all(paginateListChannels(config, {})), ParamValidationError);
    });
  }

  test("is rejected where a call would reject it", async () => {
    const { client, inputs } = scripted(THREE);
    await assert.rejects(all(client.getPaginator("listChannels").paginate(/** @type {any} */ ({ filterBy: "x" }))), /input\.filterBy: /);
    await assert.rejects(all(client.getPaginator("listStreamKeys").paginate(/** @type {any} */ ({}))), /input\.channelArn: /);
    await assert.rejects(all(client.getPaginator("listChannels").paginate({ PaginationConfig: { PageSize: 0 } })), /input\.maxResults: /);
    for (const input of [5, "x", true, Symbol("x")]) {
      assert.throws(() => client.getPaginator("listChannels").paginate(/** @type {any} */ (input)), ParamValidationError);
      await assert.rejects(all(paginateListChannels({ client }, /** @type {any} */ (input))), ParamValidationError);
    }
    const hostile = /** @type {any} */ ({ get filterByName() { throw new Error("no"); } });
    assert.throws(() => client.getPaginator("listChannels").paginate(hostile), ParamValidationError);
    await assert.rejects(all(paginateListChannels({ client }, hostile)), ParamValidationError);
    assert.deepEqual(inputs(), []);
  });
});

describe("a repeated token", () => {
  const SAME = { "": { channels: named("a"), nextToken: "s" }, s: { channels: named("b"), nextToken: "s" } };

  test("is an error in either API style, after its page", async () => {
    for (const start of [(/** @type {any} */ client) => paginateListChannels({ client }, {}), (/** @type {any} */ client) => client.getPaginator("listChannels").paginate()]) {
      const { client, inputs } = scripted(SAME);
      /** @type {any[]} */
      const seen = [];
      await assert.rejects(
        async () => {
          for await (const page of start(client)) seen.push(page);
        },
        (error) => {
          assert.ok(error instanceof PaginationError);
          assert.equal(error.name, "PaginationError");
          assert.match(error.message, /\bs$/);
          return true;
        },
      );
      assert.deepEqual(names(seen), [["a"], ["b"]]);
      assert.equal(inputs().length, 2);
    }
  });

  test("ends the SDK's paginator without an error if stopOnSameToken is set", async () => {
    const { client } = scripted(SAME);
    assert.deepEqual(names(await all(paginateListChannels({ client, stopOnSameToken: true }, {}))), [["a"], ["b"]]);
    assert.deepEqual(names(await all(paginateListChannels({ client, stopOnSameToken: true, startingToken: "s" }, {}))), [["b"]]);
    await assert.rejects(all(paginateListChannels({ client, startingToken: "s" }, {})), PaginationError);
  });
});

describe("boto3's paginator", () => {
  const paginate = (/** @type {any} */ config, /** @type {any} */ pages = THREE) => scripted(pages).client.getPaginator("listChannels").paginate({ PaginationConfig: config });

  test("cuts the page that goes beyond MaxItems and has the resume token before that page is used", async () => {
    const pages = paginate({ MaxItems: 5 });
    const seen = [];
    for await (const page of pages) seen.push([page.channels.length, pages.resumeToken]);
    const token = btoa('{"nextToken": "2", "boto_truncate_amount": 2}');
    assert.deepEqual(seen, [[3, undefined], [2, token]]);
    assert.equal(pages.resumeToken, token);
  });

  test("writes tokens as Python does", async () => {
    const odd = 'a"\\\u007f\u0001é\u{1d4b3}';
    const pages = paginate({ MaxItems: 1 }, { "": { channels: named("a"), nextToken: odd } });
    await all(pages);
    assert.equal(atob(pages.resumeToken ?? ""), '{"nextToken": "a\\"\\\\\\u007f\\u0001\\u00e9\\ud835\\udcb3"}');
    const resumed = paginate({ StartingToken: pages.resumeToken, MaxItems: 1 }, { [odd]: { channels: named("bc") } });
    assert.deepEqual((await resumed.buildFullResult()).channels, named("b"));
    assert.equal(atob(resumed.resumeToken ?? ""), '{"nextToken": "a\\"\\\\\\u007f\\u0001\\u00e9\\ud835\\udcb3", "boto_truncate_amount": 1}');
    // As it is, and not escaped.
    const plain = Buffer.from(JSON.stringify({ nextToken: "é日" })).toString("base64");
    assert.deepEqual((await paginate({ StartingToken: plain }, { "é日": { channels: named("x") } }).buildFullResult()).channels, named("x"));
  });

  test("starts again with each loop", async () => {
    const pages = paginate({ MaxItems: 5 });
    const first = await pages.buildFullResult();
    const second = await pages.buildFullResult();
    assert.deepEqual(first.channels, named("abcde"));
    assert.deepEqual(second, first);
  });

  for (const [MaxItems, expected, token] of /** @type {[any, string, any][]} */ ([
    [0, "", { nextToken: null, boto_truncate_amount: 0 }],
    ["2", "ab", { nextToken: null, boto_truncate_amount: 2 }],
    [" +4 ", "abcd", { nextToken: "2", boto_truncate_amount: 1 }],
    ["1_0", "abcdefg", undefined],
    [4.9, "abcd", { nextToken: "2", boto_truncate_amount: 1 }],
    [true, "a", { nextToken: null, boto_truncate_amount: 1 }],
    [3n, "abc", { nextToken: "2" }],
    [6, "abcdef", { nextToken: "3" }],
    [7, "abcdefg", undefined],
    [-1, "ab", { nextToken: null, boto_truncate_amount: -1 }],
    [null, "abcdefg", undefined],
  ])) {
    test(`accepts MaxItems ${typeof MaxItems} ${MaxItems} as Python's int does`, async () => {
      const pages = paginate({ MaxItems });
      const { channels, NextToken } = await pages.buildFullResult();
      assert.deepEqual(channels, named(expected));
      assert.deepEqual(NextToken && JSON.parse(atob(NextToken)), token);
    });
  }

  for (const name of ["MaxItems", "PageSize"]) {
    for (const value of ["", "x", "1.5", "1e3", "0x10", "1__0", "5 5", NaN, Infinity, [], [5], {}, () => 5, Symbol("5")]) {
      test(`rejects ${name} ${typeof value} ${JSON.stringify(value)}`, () => {
        assert.throws(() => paginate({ [name]: value }), (error) => {
          assert.ok(error instanceof ParamValidationError);
          assert.deepEqual(error.problems.map(({ path }) => path), [`PaginationConfig.${name}`]);
          return true;
        });
      });
    }
  }

  test("rejects unknown settings, with the nearest known one", () => {
    for (const [name, near] of [["maxItems", "MaxItems"], ["pageSize", "PageSize"], ["starting_token", "StartingToken"], ["MaxItem", "MaxItems"]]) {
      assert.throws(() => paginate({ [name]: 5 }), { name: "ParamValidationError", message: `PaginationConfig.${name}: is not known; did you mean \`${near}\`?` });
    }
    assert.throws(() => paginate({ limit: 5 }), /PaginationConfig\.limit: is not known; there are MaxItems, PageSize, StartingToken/);
    for (const config of [5, "x", true]) assert.throws(() => paginate(config), /^ParamValidationError: PaginationConfig: expected an object/);
    assert.throws(() => paginate({ get MaxItems() { throw new Error("no"); } }), /PaginationConfig\.MaxItems: could not be read/);
  });

  test("resumes in the middle of a page, and counts from its beginning", async () => {
    const token = encode({ nextToken: "2", boto_truncate_amount: 1 });
    assert.deepEqual(names(await all(paginate({ StartingToken: token }))), [["e", "f"], ["g"]]);
    const cut = paginate({ StartingToken: token, MaxItems: 1 });
    assert.deepEqual(names(await all(cut)), [["e"]]);
    assert.deepEqual(JSON.parse(atob(cut.resumeToken ?? "")), { nextToken: "2", boto_truncate_amount: 2 });
    const first = encode({ nextToken: null, boto_truncate_amount: 2 });
    assert.deepEqual(names(await all(paginate({ StartingToken: first }))), [["c"], ["d", "e", "f"], ["g"]]);
  });

  test("accepts the service's own tokens, and botocore's old format", async () => {
    assert.deepEqual(names(await all(paginate({ StartingToken: "3" }))), [["g"]]);
    assert.deepEqual(names(await all(paginate({ StartingToken: "2___1" }))), [["e", "f"], ["g"]]);
    assert.deepEqual(names(await all(paginate({ StartingToken: "None___2" }))), [["c"], ["d", "e", "f"], ["g"]]);
    assert.deepEqual(names(await all(paginate({ StartingToken: "x___y" }, { "x___y": { channels: named("z") } }))), [["z"]]);
    // Python's base64 requires the padding: without it, this is a token of the service.
    const token = encode({ nextToken: "22", boto_truncate_amount: 1 }).replace(/=+$/, "");
    assert.notEqual(token.length % 4, 0);
    assert.deepEqual(names(await all(paginate({ StartingToken: token }, { [token]: { channels: named("z") } }))), [["z"]]);
  });

  for (const [title, StartingToken] of /** @type {[string, any][]} */ ([
    ["of other members", encode({ marker: "2" })],
    ["of more members", encode({ nextToken: "2", limit: 5 })],
    ["of nothing", encode({})],
    ["with an index that is none", encode({ nextToken: "2", boto_truncate_amount: "1" })],
    ["with half an index", encode({ nextToken: "2", boto_truncate_amount: 1.5 })],
    ["with a prototype", btoa('{"nextToken": "2", "__proto__": {"a": 1}}')],
    ["of botocore's old kind with too many parts", "a___b___c"],
    ["that is a number", 5],
    ["that is an object", {}],
  ])) {
    test(`rejects a StartingToken ${title}, before anything is sent`, async () => {
      const { client, inputs } = scripted(THREE);
      await assert.rejects(
        async () => all(client.getPaginator("listChannels").paginate({ PaginationConfig: { StartingToken } })),
        (error) => {
          assert.ok(error instanceof ParamValidationError, `${error}`);
          assert.deepEqual(error.problems.map(({ path }) => path), ["PaginationConfig.StartingToken"]);
          return true;
        },
      );
      assert.deepEqual(inputs(), []);
    });
  }

  test("accepts pages without their items", async () => {
    const pages = { "": { nextToken: "2" }, 2: { channels: null, nextToken: "3" }, 3: { channels: named("a") } };
    assert.deepEqual(await paginate({ MaxItems: 5 }, pages).buildFullResult(), { channels: named("a") });
    assert.deepEqual(await paginate({}, { "": {} }).buildFullResult(), {});
    const [page] = await all(paginate({ StartingToken: "x___1" }, { x: {} }));
    assert.equal(page.channels, null);
  });

  test("passes on the error of a call as it is, and can then be iterated again", async () => {
    const pages = paginate({ MaxItems: 9 }, { "": THREE[""] });
    /** @type {any[]} */
    const seen = [];
    await assert.rejects(async () => {
      for await (const page of pages) seen.push(page);
    }, ivs.ValidationException);
    assert.deepEqual(names(seen), [["a", "b", "c"]]);
    assert.equal(pages.resumeToken, undefined);
  });
});
