import { violation, type Violation } from '../../kernel/errors.ts';
import { formatZulu } from '../../kernel/time.ts';

/**
 * What is wrong with a range of two parameters, both given: 3293 when it ends before it begins.
 * @param names of the parameters, the first and the last moment
 */
export function chronologyProblems(
  names: readonly [string, string],
  from: Date | undefined,
  to: Date | undefined,
): Violation[] {
  if (from === undefined || to === undefined || from <= to) return [];
  return [violation('notChronological', names.join(', '), `${formatZulu(from)}, ${formatZulu(to)}`)];
}
