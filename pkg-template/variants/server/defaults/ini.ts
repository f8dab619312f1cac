// The format of AWS's shared files, as AWS's SDK for JavaScript reads it, odd inputs included; `tests/node/ini.test.mjs` compares them.
// https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html

/** Settings by section. Those of a section within a section have its name and a dot before their own. */
export type Sections = Map<string, Map<string, string>>;

/** `[profile live]`, `[sso-session "live"]`: the type of a section, and its name, in quotes or not. */
const TYPED = /^([\w-]+)\s(["'])?([\w\-@+.%:/]+)\2$/;
const TYPES = ["profile", "sso-session", "services"];

/** A section with a type is under both with a dot between, such as `profile.live`. One of an unknown type is left out. */
export function parseIni(text: string): Sections {
  const sections: Sections = new Map();
  let section: string | undefined;
  let nested: string | undefined;
  for (const whole of text.split(/\r?\n/)) {
    // A comment begins a line, or follows a space: a value may have `#` and `;` in it.
    const line = whole.replace(/(^|\s)[;#].*/s, "").trim();
    if (/^\[.*\]$/s.test(line)) {
      section = sectionName(line.slice(1, -1));
      nested = undefined;
      continue;
    }
    const [name, value] = assignment(line);
    if (section === undefined || !name) continue;
    if (!value) {
      nested = name;
      continue;
    }
    // What is not indented is in no section within the section any more.
    if (/^\S/.test(whole)) nested = undefined;
    const settings = sections.get(section) ?? new Map<string, string>();
    sections.set(section, settings.set(nested === undefined ? name : `${nested}.${name}`, value));
  }
  return sections;
}

function sectionName(name: string): string | undefined {
  const typed = TYPED.exec(name);
  if (!typed) return name || undefined;
  const [, type = "", , rest = ""] = typed;
  return TYPES.includes(type) ? `${type}.${rest}` : undefined;
}

/** Nothing where the line is none, or has no name. */
function assignment(line: string): [string?, string?] {
  const at = line.indexOf("=");
  return at > 0 ? [line.slice(0, at).trim(), line.slice(at + 1).trim()] : [];
}
