import { type CommandService, commandClasses } from "../commands/command.js";

/** Amazon IVS by the names of AWS's SDK. */
export const NAMES: CommandService = { clientName: "IvsClient", serviceName: "AmazonInteractiveVideoService" };

/** The classes of its commands. */
export const commands = /* @__PURE__ */ commandClasses(NAMES);
