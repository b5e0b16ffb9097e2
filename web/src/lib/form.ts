/** What stands in a field of a form, without blanks around it. */
export function textOf(form: FormData, name: string): string {
  return wholeTextOf(form, name).trim();
}

/** The same as it was typed: blanks belong to a password. */
export function wholeTextOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
