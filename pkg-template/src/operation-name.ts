/** `list_channels` for `listChannels`. */
type SnakeCase<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `_${Lowercase<First>}`}${SnakeCase<Rest>}`
  : Name;

/** The ways to spell a name: `ListChannels`, `listChannels`, `list_channels`. */
export type Spelling<Name extends string> = Name extends string
  ? Name | Uncapitalize<Name> | SnakeCase<Uncapitalize<Name>>
  : never;

/** Which of the names it is that is spelt so. */
export type Spelt<Name extends string, Names extends string> = Names extends string
  ? Name extends Spelling<Names>
    ? Names
    : never
  : never;

/** A name as the API spells it: `ListChannels` for `listChannels` and `list_channels` too. Empty for what is not a string. */
export function pascalCase(name: unknown): string {
  if (typeof name !== "string") return "";
  return name.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
