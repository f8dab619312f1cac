// @ts-check
// Functions for `config.fetch`: one that records what is sent, one that responds without a network.

/** @typedef {{ url: URL, method: string, headers: Headers, body: string }} Sent */
/** @typedef {(url: any, init?: any) => any} Fetch */

/**
 * A fetch that records every request, as a server would see it, and passes it on.
 *
 * @param {Fetch} [next] the global fetch by default
 * @returns {Fetch & { sent: Sent[], last: () => Sent }}
 */
export function recording(next = (url, init) => fetch(url, init)) {
  /** @type {Sent[]} */
  const sent = [];
  const fetching = async (/** @type {any} */ url, /** @type {any} */ init) => {
    const request = new Request(url, init);
    sent.push({ url: new URL(request.url), method: request.method, headers: request.headers, body: await request.clone().text() });
    return next(url, init);
  };
  return Object.assign(fetching, {
    sent,
    last() {
      const request = sent.at(-1);
      if (!request) throw new Error("nothing was sent");
      return request;
    },
  });
}

/**
 * A fetch that gives the same response each time.
 *
 * @param {BodyInit | null} [body]
 * @param {ResponseInit} [init]
 * @returns {Fetch}
 */
export const answering = (body = "{}", init = {}) => async () => new Response(body, init);

/** The configuration of a client that never reaches a network. */
export const OFFLINE = {
  region: "us-west-2",
  endpoint: "http://127.0.0.1:9",
  credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY" },
};

/** RFC 3986: everything but the unreserved set is escaped; `encodeURIComponent` leaves five characters more. */
export function strictly(/** @type {string} */ text) {
  return encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}
