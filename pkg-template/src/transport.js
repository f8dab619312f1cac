// @ts-check

/**
 * What sends requests where the configuration has no `fetch`; nothing, for the global `fetch`.
 * @param {any} config
 * @returns {Function | void}
 */
export function transport(config) {}
