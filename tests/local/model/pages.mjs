// @ts-check
// Pages of lists: tokens stay correct while resources come and go, and are valid for their list and filter only.

export class Pages {
  /** When each resource was made. @type {Map<string, number>} */
  positions = new Map();
  /** The position that a token of a list continues after. @type {Map<string, number>} */
  tokens = new Map();

  /** A resource is made. @param {string} kind @param {string} name */
  add(kind, name) {
    this.positions.set(`${kind} ${name}`, this.positions.size);
  }

  /** @param {string} kind @param {string} name */
  position(kind, name) {
    return /** @type {number} */ (this.positions.get(`${kind} ${name}`));
  }

  /** The lists of an operation that gave tokens lately, with one of them each. @param {string} operation @returns {{ list: string, token: string }[]} */
  given(operation) {
    const keys = [...this.tokens.keys()].filter((key) => key.startsWith(`["${operation}"`)).slice(-10);
    return keys.map((key) => ({ list: key.slice(0, key.lastIndexOf(" ")), token: key.slice(key.lastIndexOf(" ") + 1) }));
  }

  /** Where a token continues; undefined if the list never gave it. @param {string} list @param {string} [token] @returns {{ after?: number } | undefined} */
  read(list, token) {
    if (!token) return {};
    const after = this.tokens.get(`${list} ${token}`);
    return after === undefined ? undefined : { after };
  }

  /**
   * A page, with the shell's token if more follows.
   *
   * @param {string} list
   * @param {{ at: number, row: any }[]} rows
   * @param {{ after: number | undefined, size: number, newestFirst: boolean }} options
   * @param {string} token the shell's
   * @returns {{ rows: any[], nextToken?: string }}
   */
  page(list, rows, { after, size, newestFirst }, token) {
    const ordered = rows.sort((one, other) => (newestFirst ? other.at - one.at : one.at - other.at));
    const rest = ordered.filter(({ at }) => after === undefined || (newestFirst ? at < after : at > after));
    const shown = rest.slice(0, size);
    const last = shown.at(-1);
    if (!last || rest.length <= size) return { rows: shown.map(({ row }) => row) };
    this.tokens.set(`${list} ${token}`, last.at);
    return { rows: shown.map(({ row }) => row), nextToken: token ?? "a token" };
  }
}
