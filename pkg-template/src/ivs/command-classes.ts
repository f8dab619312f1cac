import { type CommandClasses, type CommandService, commandClasses } from "../commands/command.js";
import type { ServiceInputTypes, ServiceOutputTypes } from "./commands.js";
import type { IvsClientResolvedConfig } from "./ivs-client-config.js";

/** Amazon IVS by the names of AWS's SDK. */
export const NAMES: CommandService = { clientName: "IvsClient", serviceName: "AmazonInteractiveVideoService" };

/** The classes of its commands. */
export const commands: CommandClasses<ServiceInputTypes, ServiceOutputTypes, IvsClientResolvedConfig> =
  /* @__PURE__ */ commandClasses(NAMES);
