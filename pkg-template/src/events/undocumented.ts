// What IVS may send one day. TypeScript has no type for "any string but these": a plain `string` beside the documented names would keep
// every `case` from narrowing. A string enum is a string that equals no literal.

declare enum Undocumented {
  Name = "",
}

/**
 * The name of an event that these types do not know, where the documented names are taken: the `default:` of a `switch`. It is a string
 * like any other; to compare it with another name, take it for one: `(name as string) === "IVS New Event"`.
 */
export type UndocumentedName = Undocumented;

/** The detail of an event whose type is documented, and whose name is not: all of it is kept, and none of it is checked but the name. */
export type UndocumentedDetail<Discriminator extends string> = { [Name in Discriminator]: UndocumentedName } & {
  [member: string]: unknown;
};
