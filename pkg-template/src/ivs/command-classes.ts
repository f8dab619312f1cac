import { type CommandClass, type CommandClasses, type CommandService, commandClass } from "../commands/command.js";
import type { ServiceInputTypes, ServiceOutputTypes } from "./commands.js";
import type { IvsClientResolvedConfig } from "./ivs-client-config.js";

/** Amazon IVS by the names of AWS's SDK. */
export const NAMES: CommandService = { clientName: "IvsClient", serviceName: "AmazonInteractiveVideoService" };

const known: Record<string, CommandClass<never, never>> = /* @__PURE__ */ Object.create(null);

/**
 * The class of an operation's commands, which is made once. They are found by their names: `ivs.getChannel(input)` sends a
 * `GetChannelCommand`, which a mock recognises by `instanceof`, and no bundle has classes that it does not use. A function by itself,
 * because Parcel keeps the call of a method whose value nobody uses.
 */
export function defineCommand<Input extends object, Output extends object>(
  operation: string,
): CommandClass<Input, Output, ServiceInputTypes, ServiceOutputTypes, IvsClientResolvedConfig> {
  known[operation] ??= commandClass(NAMES, operation);
  return known[operation] as never;
}

/** The classes of its commands. */
export const commands: CommandClasses<ServiceInputTypes, ServiceOutputTypes, IvsClientResolvedConfig> = {
  define: defineCommand,
  of: (operation) => (known[operation] ?? commandClass(NAMES, operation)) as never,
};
