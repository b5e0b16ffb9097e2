import { fail } from '../kernel/errors.ts';
import { formatZulu } from '../kernel/time.ts';
import type { RunFilter } from './runs.store.ts';

/** `…From` after `…To` is a mistake worth telling: 3293. */
export function requireChronological({
  completionDateTimeFrom: from,
  completionDateTimeTo: to,
}: RunFilter): void {
  if (from !== undefined && to !== undefined && from > to) {
    fail(
      'notChronological',
      'completionDateTimeFrom, completionDateTimeTo',
      `${formatZulu(from)}, ${formatZulu(to)}`,
    );
  }
}
