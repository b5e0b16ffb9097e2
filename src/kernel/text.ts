/** Text that PostgreSQL can keep and JSON can carry: no NUL, no lone surrogate. */
export function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}

/**
 * Whether text turns the direction of what stands around it round (embeddings, overrides and isolates of Unicode): a name could so be read as
 * another one. The marks that languages written from right to left need (U+200E, U+200F, U+061C) do not.
 */
export function turnsDirection(text: string): boolean {
  return /[\u202A-\u202E\u2066-\u2069]/.test(text);
}

/** Whether text has the form of an e-mail address; whether there is one, only a letter would tell. */
export function isEmailAddress(text: string): boolean {
  return /^[^\s@]+@[^\s@]+$/.test(text);
}
