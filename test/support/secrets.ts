const WORD = /[\w@.-]+/g;

/** Keeps what each group of callers has been told, and finds what another group should not have been. */
export interface SecretLedger {
  /** Every word that has this in it, in any letter case, is of this group's records only. */
  addMark(group: string, mark: string): void;
  /** What the group has put into its own records, though it is another's: it may be told of it. */
  allow(group: string, text: string): void;
  /** Names in an answer to a group are the group's from now on, unless the request was about them. */
  learn(group: string, text: string, asked: string): void;
  /** What in an answer to the group is another's and stands not in the request itself. */
  findForeign(group: string, text: string, asked: string): string[];
}

/** @param names what is nobody else's because it was drawn or computed: GUIDs, digests; global */
export function createSecretLedger(names: RegExp): SecretLedger {
  const marks = new Map<string, string>();
  const owners = new Map<string, Set<string>>();
  const allowed = new Map<string, Set<string>>();
  const wordsOf = (text: string): string[] => text.toLowerCase().match(WORD) ?? [];

  return {
    addMark: (group, mark) => void marks.set(mark.toLowerCase(), group),
    allow(group, text) {
      allowed.set(group, new Set([...(allowed.get(group) ?? []), ...wordsOf(text)]));
    },
    learn(group, text, asked) {
      for (const [name] of text.matchAll(names)) {
        if (asked.includes(name)) continue;
        const known = owners.get(name);
        if (known === undefined) owners.set(name, new Set([group]));
        else known.add(group);
      }
    },
    findForeign(group, text, asked) {
      const said = new Set([...wordsOf(asked), ...(allowed.get(group) ?? [])]);
      const found = new Set<string>();
      for (const [name] of text.matchAll(names)) {
        const known = owners.get(name);
        if (known !== undefined && !known.has(group) && !said.has(name.toLowerCase())) found.add(name);
      }
      for (const word of wordsOf(text))
        for (const [mark, owner] of marks)
          if (owner !== group && word.includes(mark) && !said.has(word)) found.add(word);
      return [...found];
    },
  };
}
