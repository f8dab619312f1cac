/**
 * The values of an enumeration by their keys, frozen. The inherited ones are found by their keys, but not listed: AWS's SDK has names of its own
 * for some values, and lists each value once.
 */
export function enumeration<
  const Listed extends Readonly<Record<string, string>>,
  const Inherited extends Readonly<Record<string, string>> = {},
>(listed: Listed, inherited?: Inherited): Readonly<Inherited & Listed> {
  return Object.freeze({ __proto__: inherited, ...listed }) as unknown as Readonly<Inherited & Listed>;
}
