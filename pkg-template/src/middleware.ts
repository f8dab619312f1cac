// What `import "ivs-wasm/middleware"` adds to a page: `middlewareStack` of clients and commands.
import { createClientStack, resolveCommand } from "./middleware/client-stack.js";
import { provide } from "./middleware/provided.js";
import { createStack } from "./middleware/stack.js";
import { resolvedConfig } from "./resolved-config.js";

export type * from "./middleware/types.js";

provide({ createStack, createClientStack, resolveCommand, resolvedConfig });
