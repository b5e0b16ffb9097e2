import { formatZulu, parseZulu } from '../../../../../src/kernel/time.ts';

/** What an `input type="datetime-local"` shows of a date-time: it in the reader's zone; '' of what is none. */
export function localOf(value: unknown): string {
  const date = typeof value === 'string' ? parseZulu(value) : undefined;
  if (date === undefined) return '';
  const two = (part: number): string => String(part).padStart(2, '0');
  const day = `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}

/** The Zulu that the API takes for what such an input holds; undefined while it is not whole. */
export function zuluOf(local: string): string | undefined {
  const date = new Date(local);
  return local === '' || Number.isNaN(date.getTime()) ? undefined : formatZulu(date);
}
