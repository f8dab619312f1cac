// Stands in for the file of this name where bytes are not waited for: the middleware is there always.

import { resolvedConfig } from "../resolved-config.js";
import { createClientStack, resolveCommand } from "./client-stack.js";
import { createStack } from "./stack.js";

const provided = { createStack, createClientStack, resolveCommand, resolvedConfig };

export function providedMiddleware(): typeof provided {
  return provided;
}

/** Nothing is missing. */
export function provide(_: typeof provided): void {}
