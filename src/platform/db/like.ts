/** A text with `*` for any characters as a pattern of LIKE, in which everything else stands for itself. */
export function likePattern(text: string): string {
  return text.replaceAll(/[\\%_]/g, String.raw`\$&`).replaceAll(/\*+/g, '%');
}
