// A middleware stack, as `constructStack` of AWS's SDK for JavaScript makes them.
import type { DeserializeHandler, Middleware, MiddlewareStack, Priority, Step } from "./types.js";

/** Middleware with its options, whichever way it was added. */
interface Entry {
  middleware: Middleware;
  step?: Step;
  priority?: Priority;
  relation?: "before" | "after";
  toMiddleware?: string;
  name?: string;
  aliases?: string[];
  tags?: string[];
  override?: boolean;
}

const STEPS: readonly unknown[] = ["initialize", "serialize", "build", "finalizeRequest", "deserialize"];
const PRIORITIES: readonly unknown[] = ["high", "normal", "low"];

const namesOf = ({ name, aliases = [] }: Entry) => (name ? [name, ...aliases] : aliases);

const describe = ({ name = "anonymous", aliases = [] }: Entry) =>
  name + (aliases.length ? ` (a.k.a. ${aliases.join(",")})` : "");

const rank = ({ step, priority = "normal" }: Entry) => STEPS.indexOf(step) * 3 + PRIORITIES.indexOf(priority);

const placeOf = ({ step, priority = "normal", relation, toMiddleware }: Entry) =>
  step ? `${priority} in ${step}` : `${relation} ${toMiddleware}`;

/** An empty stack. */
export function createStack<Input extends object, Output extends object>(): MiddlewareStack<Input, Output> {
  let entries: Entry[] = [];
  let isIdentified = false;

  const put = (entry: Entry) => {
    for (const name of namesOf(entry)) {
      const namesakes = entries.filter((other) => namesOf(other).includes(name));
      if (!namesakes.length) continue;
      if (!entry.override) throw new Error(`Duplicate middleware name '${describe(entry)}'`);
      const replaced = namesakes.find((other) => !other.step === !entry.step);
      if (!replaced) continue;
      if (placeOf(replaced) !== placeOf(entry)) {
        const [old, now] = [replaced, entry].map((each) => `"${describe(each)}" middleware, ${placeOf(each)}`);
        throw new Error(`${old}, cannot be overridden by ${now}: give both the same place`);
      }
      entries.splice(entries.indexOf(replaced), 1);
    }
    entries.push(entry);
  };
  const removeIf = (isRemoved: (entry: Entry) => unknown) => {
    const { length } = entries;
    entries = entries.filter((entry) => !isRemoved(entry));
    return entries.length < length;
  };
  // Where two have the name, it is that of the one that was added beside another.
  const target = ({ toMiddleware = "" }: Entry) => {
    const found = entries.filter((entry) => namesOf(entry).includes(toMiddleware));
    return found.findLast((entry) => !entry.step) ?? found.at(-1);
  };
  const beside = (entry: Entry, relation: string) =>
    entries.filter((other) => other.relation === relation && target(other) === entry);
  const expanded = (entry: Entry): Entry[] => [
    ...beside(entry, "before").flatMap(expanded),
    entry,
    ...beside(entry, "after").reverse().flatMap(expanded),
  ];
  const ordered = () =>
    entries
      .filter((entry) => entry.step)
      .sort((a, b) => rank(a) - rank(b))
      .flatMap(expanded);
  const copyTo = <Stack extends MiddlewareStack<object, object>>(to: Stack): Stack => {
    for (const { middleware, ...options } of entries) {
      if (options.step) to.add(middleware as never, options as never);
    }
    for (const { middleware, ...options } of entries) {
      if (!options.step) to.addRelativeTo(middleware, options as never);
    }
    to.identifyOnResolve?.(isIdentified);
    return to;
  };

  const stack = {
    add(middleware: Middleware, options?: object) {
      put({ step: "initialize", priority: "normal", middleware, ...options });
    },
    addRelativeTo(middleware: Middleware, options: object) {
      put({ middleware, ...options });
    },
    use: (plugin: { applyToStack(to: unknown): void }) => plugin.applyToStack(stack),
    applyToStack: copyTo,
    clone: () => copyTo(createStack()),
    concat(from: MiddlewareStack<object, object>) {
      const both = stack.clone();
      both.use(from);
      both.identifyOnResolve(isIdentified || from.identifyOnResolve?.());
      return both;
    },
    remove: (one: Middleware | string) =>
      removeIf((entry) => entry.middleware === one || namesOf(entry).includes(one as string)),
    removeByTag: (tag: string) => removeIf((entry) => entry.tags?.includes(tag)),
    identify: () => ordered().map((entry) => `${describe(entry)} - ${entry.step ?? placeOf(entry)}`),
    identifyOnResolve(toggle?: boolean) {
      if (typeof toggle === "boolean") isIdentified = toggle;
      return isIdentified;
    },
    resolve(handler: DeserializeHandler<object, object>, context: object) {
      const lost = entries.find((entry) => !entry.step && !target(entry));
      if (lost) {
        throw new Error(`${lost.toMiddleware} is not found when adding ${describe(lost)} middleware ${placeOf(lost)}`);
      }
      if (isIdentified) console.log(stack.identify());
      return ordered().reduceRight((next, { middleware }) => middleware(next, context), handler);
    },
  };
  return stack as unknown as MiddlewareStack<Input, Output>;
}
