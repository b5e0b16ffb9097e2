/** Text that PostgreSQL can keep and JSON can carry: no NUL, no lone surrogate. */
export function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}

/** Whether text has the form of an e-mail address; whether there is one, only a letter would tell. */
export function isEmailAddress(text: string): boolean {
  return /^[^\s@]+@[^\s@]+$/.test(text);
}
