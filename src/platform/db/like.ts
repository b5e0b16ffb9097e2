import { sql, type RawBuilder } from './database.ts';

/** A text with `*` for any characters as a pattern of LIKE, in which everything else stands for itself. */
export function likePattern(text: string): string {
  return text.replaceAll(/[\\%_]/g, String.raw`\$&`).replaceAll(/\*+/g, '%');
}

/** Whether a column is the whole text without regard to case, `*` being a wildcard; without a text always. */
export function matchesText(column: RawBuilder<unknown>, text: string | undefined): RawBuilder<boolean> {
  return text === undefined
    ? sql<boolean>`true`
    : sql<boolean>`fold(${column}) LIKE fold(${likePattern(text)})`;
}
