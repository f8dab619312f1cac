// The middleware, if it is there. It is most of a kilobyte and a half that few pages need: theirs is what `import "ivs-wasm/middleware"`
// provides. The other entries have it always (`variants/complete`).

import type { resolvedConfig } from "../resolved-config.js";
import type { createClientStack, resolveCommand } from "./client-stack.js";
import type { createStack } from "./stack.js";

/** What a client and its commands need of it. */
export interface ProvidedMiddleware {
  createStack: typeof createStack;
  createClientStack: typeof createClientStack;
  resolveCommand: typeof resolveCommand;
  resolvedConfig: typeof resolvedConfig;
}

let provided: ProvidedMiddleware | undefined;

export function provide(middleware: ProvidedMiddleware): void {
  provided = middleware;
}

/** @throws where there is none */
export function providedMiddleware(): ProvidedMiddleware {
  if (!provided) throw new Error('pages need `import "ivs-wasm/middleware"` for this; ivs-wasm/slim has none there');
  return provided;
}
