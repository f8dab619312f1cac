type Values = Readonly<Record<string, string>>;

/**
 * The values of an enumeration by their keys, frozen. The inherited ones are found by their keys, but not listed: AWS's SDK has names of its own
 * for some values, and lists each value once.
 */
export function enumeration<const Listed extends Values>(listed: Listed): Readonly<Listed>;
export function enumeration<const Listed extends Values, const Inherited extends Values>(
  listed: Listed,
  inherited: Inherited,
): Readonly<Inherited & Listed>;
export function enumeration(listed: Values, inherited?: Values): Values {
  return Object.freeze({ __proto__: inherited, ...listed }) as unknown as Values;
}
