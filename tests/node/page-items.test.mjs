// @ts-check
// The items of a listing, one by one, in both API styles; and listings whose tokens go round in a circle, which end.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import * as ivs from "ivs-wasm";
import { Ivs, IvsClient, PaginationError, ParamValidationError, paginateListChannels, paginateListStreamKeys } from "ivs-wasm";
import { OFFLINE, recording } from "./wire.mjs";

const exports = /** @type {Record<string, any>} */ (ivs);

/** @param {AsyncIterable<any>} sequence @returns {Promise<any[]>} */
async function all(sequence) {
  const found = [];
  for await (const each of sequence) found.push(each);
  return found;
}

/** @param {AsyncIterable<any>} items */
const names = async (items) => (await all(items)).map(({ name }) => name).join("");
const named = (/** @type {string} */ letters) => [...letters].map((name) => ({ name }));

/**
 * A client of a service that answers a token with a page.
 * @param {(token: string) => object | undefined} answer the first token is ""
 * @param {typeof IvsClient} [Class]
 */
function service(answer, Class = IvsClient) {
  const fetching = recording(async (url, init) => {
    const { nextToken = "" } = JSON.parse(init.body);
    const page = answer(nextToken);
    return page ? Response.json(page) : Response.json({ message: `no ${nextToken}` }, { status: 400, headers: { "x-amzn-errortype": "ValidationException" } });
  });
  return { client: new Class({ ...OFFLINE, fetch: fetching }), requests: () => fetching.sent.length };
}

/** @type {Record<string, object>} */
const PAGES = { "": { channels: named("abc"), nextToken: "2" }, 2: { channels: named("def"), nextToken: "3" }, 3: { channels: named("g") } };
const three = () => service((token) => PAGES[token]);

/** Both styles of paging the channels of a client. @type {[string, (client: any, config?: any) => any][]} */
const STYLES = [
  ["paginateListChannels", (client, { pageSize, startingToken } = {}) => paginateListChannels({ client, pageSize, startingToken }, {})],
  [
    "getPaginator",
    (client, { pageSize, startingToken } = {}) =>
      client.getPaginator("listChannels").paginate({ PaginationConfig: { PageSize: pageSize, StartingToken: startingToken } }),
  ],
];

for (const [style, paginate] of STYLES) {
  describe(`items() of ${style}`, () => {
    test("gives every item once, in order", async () => {
      const { client, requests } = three();
      assert.equal(await names(paginate(client).items()), "abcdefg");
      assert.equal(requests(), 3);
      assert.equal(await names(paginate(three().client, { startingToken: "2" }).items()), "defg");
    });

    test("requests nothing before the first item is, and a page when the loop comes to it", async () => {
      const { client, requests } = three();
      const items = paginate(client).items();
      assert.equal(requests(), 0);
      for (const [letter, after] of /** @type {[string, number][]} */ ([["a", 1], ["b", 1], ["c", 1], ["d", 2], ["e", 2], ["f", 2], ["g", 3]])) {
        assert.deepEqual(await items.next(), { done: false, value: { name: letter } });
        assert.equal(requests(), after, letter);
      }
      assert.deepEqual(await items.next(), { done: true, value: undefined });
      assert.deepEqual(await items.next(), { done: true, value: undefined });
      assert.equal(requests(), 3);
    });

    test("requests nothing more when the loop is left", async () => {
      const { client, requests } = three();
      for await (const { name } of paginate(client).items()) if (name === "d") break;
      assert.equal(requests(), 2);
      await assert.rejects(async () => {
        for await (const item of paginate(client).items()) throw new Error(item.name);
      }, /^Error: a$/);
      assert.equal(requests(), 3);
    });

    test("passes over pages without a list of items", async () => {
      const pages = /** @type {Record<string, object>} */ ({ "": { nextToken: "2" }, 2: { channels: [], nextToken: "3" }, 3: { channels: null, nextToken: "4" }, 4: { channels: "no list", nextToken: "5" }, 5: { channels: named("a") } });
      assert.equal(await names(paginate(service((token) => pages[token]).client).items()), "a");
      assert.equal(await names(paginate(service(() => ({})).client).items()), "");
    });

    test("passes on what a call rejects with, after the items that came before", async () => {
      const { client } = service((token) => (token ? undefined : PAGES[""]));
      /** @type {string[]} */
      const seen = [];
      await assert.rejects(async () => {
        for await (const { name } of paginate(client).items()) seen.push(name);
      }, ivs.ValidationException);
      assert.deepEqual(seen, ["a", "b", "c"]);
    });
  });
}

describe("items() of boto3's pages", () => {
  const pagesOf = (/** @type {any} */ config) => three().client.getPaginator("listChannels").paginate({ PaginationConfig: config });

  for (const [MaxItems, expected] of /** @type {[any, string][]} */ ([[1, "a"], [2, "ab"], [3, "abc"], [4, "abcd"], ["6", "abcdef"], [7, "abcdefg"], [99, "abcdefg"]])) {
    test(`ends at MaxItems ${MaxItems}, and its resumeToken goes on there`, async () => {
      const pages = pagesOf({ MaxItems });
      assert.equal(await names(pages.items()), expected);
      const full = pagesOf({ MaxItems });
      await full.buildFullResult();
      assert.equal(pages.resumeToken, full.resumeToken);
      const rest = pages.resumeToken ? await names(pagesOf({ StartingToken: pages.resumeToken }).items()) : "";
      assert.equal(expected + rest, "abcdefg");
    });
  }

  test("begins anew with each loop, as the pages do", async () => {
    const pages = pagesOf({ MaxItems: 4 });
    assert.equal(await names(pages.items()), "abcd");
    assert.equal(await names(pages.items()), "abcd");
    assert.equal((await all(pages)).length, 2);
  });
});

describe("items() of the SDK's paginators", () => {
  test("is there for every operation, and finds the items where its pages have them", async () => {
    const functions = Object.keys(exports).filter((name) => name.startsWith("paginate"));
    assert.equal(functions.length, 9);
    for (const name of functions) {
      const { client } = service(() => undefined);
      const paginator = client.getPaginator(/** @type {any} */ (name.slice("paginate".length)));
      const page = { adConfigurations: named("1"), channels: named("2"), failoverSlateConfigurations: named("3"), keyPairs: named("4"), playbackRestrictionPolicies: named("5"), recordingConfigurations: named("6"), streamKeys: named("7"), streamSessions: named("8"), streams: named("9") };
      const input = { channelArn: "arn:aws:ivs:us-west-2:123456789012:channel/abcdABCDefgh" };
      client.call = async () => ({ ...page });
      const [, items] = Object.entries(await /** @type {any} */ (paginator).paginate({}).buildFullResult())[0] ?? [];
      const sender = { send: async () => ({ ...page }) };
      assert.deepEqual(await all(exports[name]({ client: sender }, input).items()), items, name);
    }
  });

  test("leaves the pages what they were: an async generator", async () => {
    const { client } = three();
    const pages = paginateListChannels({ client }, {});
    assert.equal(Object.prototype.toString.call(pages), "[object AsyncGenerator]");
    assert.equal(pages[Symbol.asyncIterator](), pages);
    assert.deepEqual((await pages.next()).value?.channels, named("abc"));
    // It goes on with the page that would be next.
    assert.equal(await names(pages.items()), "defg");
    assert.deepEqual(await pages.next(), { done: true, value: undefined });

    const left = paginateListChannels({ client }, {});
    await left.next();
    assert.deepEqual(await left.return(undefined), { done: true, value: undefined });
    assert.deepEqual(await all(left.items()), []);
    const thrown = paginateListChannels({ client }, {});
    await assert.rejects(thrown.throw(new Error("stop")), /stop/);
    assert.deepEqual(await all(thrown.items()), []);
  });

  test("has the errors of the pages, when the first item is asked for", async () => {
    await assert.rejects(paginateListChannels(/** @type {any} */ ({}), {}).items().next(), ParamValidationError);
    await assert.rejects(paginateListStreamKeys({ client: three().client }, /** @type {any} */ ({})).items().next(), ParamValidationError);
  });

  test("is there with the aggregated client", async () => {
    const { client } = service((token) => PAGES[token], Ivs);
    assert.equal(await names(/** @type {Ivs} */ (client).paginateListChannels({}).items()), "abcdefg");
  });
});

describe("tokens that go round in a circle", () => {
  /** A service whose tokens are 1, 2, …, and after `tail` others go round in a circle of so many. @param {number} tail @param {number} length */
  const circling = (tail, length) =>
    service((token) => {
      const number = Number(token || 0);
      return { channels: [{ name: `${number}` }], nextToken: String(number < tail + length ? number + 1 : tail + 1) };
    });

  /** @param {AsyncIterable<any>} sequence */
  const count = async (sequence) => {
    let seen = 0;
    try {
      for await (const _ of sequence) seen += 1;
      return { seen, error: undefined };
    } catch (error) {
      return { seen, error };
    }
  };

  for (const tail of [0, 1, 2, 5, 16, 33]) {
    test(`after ${tail} others end with a PaginationError, whatever the length of the circle`, async () => {
      for (const length of [1, 2, 3, 4, 5, 7, 8, 9, 31, 64, 100]) {
        /** @type {[string, (client: any) => AsyncIterable<any>][]} */
        const ways = [
          ["the SDK's", (client) => paginateListChannels({ client }, {})],
          ["the SDK's items", (client) => paginateListChannels({ client }, {}).items()],
          ["the SDK's, from a token", (client) => paginateListChannels({ client, startingToken: "1" }, {})],
          ["boto3's", (client) => client.getPaginator("listChannels").paginate()],
          ["boto3's items", (client) => client.getPaginator("listChannels").paginate().items()],
        ];
        // A token that comes twice in a row ends this one.
        if (length > 1) ways.push(["the SDK's with stopOnSameToken", (client) => paginateListChannels({ client, stopOnSameToken: true }, {})]);
        for (const [way, paginate] of length > 9 ? ways.slice(0, 1) : ways) {
          const { client, requests } = circling(tail, length);
          const { seen, error } = await count(paginate(client));
          const title = `${way}, a circle of ${length}`;
          assert.ok(error instanceof PaginationError, `${title}: ${error}`);
          assert.match(error.message, /^The same nextToken came twice: \d+$/, title);
          assert.equal(requests(), seen, title);
          // Each page at least once, and none many times.
          assert.ok(seen >= tail + length && seen <= 3 * (tail + length + 1), `${title}: ${seen} pages`);
        }
      }
    });
  }

  test("do so in a full result, too", async () => {
    const { client } = circling(2, 3);
    await assert.rejects(client.getPaginator("listChannels").paginate().buildFullResult(), PaginationError);
    assert.equal((await client.getPaginator("listChannels").paginate({ PaginationConfig: { MaxItems: 4 } }).buildFullResult()).channels.length, 4);
  });

  test("are noticed when there are 20,000 of a kilobyte each", async () => {
    const client = { sent: 0, send: async () => ({ channels: [], nextToken: `${client.sent++ % 20_000}`.padStart(1_000) }) };
    const { seen, error } = await count(paginateListChannels({ client: /** @type {any} */ (client) }, {}));
    assert.ok(error instanceof PaginationError, String(error));
    assert.ok(seen > 20_000 && seen <= 60_000, `${seen}`);
  });

  test("are those only that come again: a long listing of different tokens ends by itself", async () => {
    const client = { sent: 0, send: async () => ({ channels: [], nextToken: ++client.sent < 5_000 ? `${client.sent}` : undefined }) };
    assert.deepEqual(await count(paginateListChannels({ client: /** @type {any} */ (client) }, {})), { seen: 5_000, error: undefined });
  });
});
