import { setTimeout as wait } from 'node:timers/promises';

/** Asks again and again until the answer is yes; the test's own time limit is the limit. */
export async function until(isSo: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await isSo())) await wait(10);
}
