// The entry for Deno and Bun, which have the middleware as Node has it.
import "./middleware.js";

export * from "./index.js";
