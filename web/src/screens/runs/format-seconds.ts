import { formatDuration } from '../../lib/time.tsx';
import { t } from './texts.ts';

/** A duration that is known to the second: `18 s`, `4 min 5 s`. */
export function formatSeconds(ms: number): string {
  const whole = Math.floor(ms / 1_000) * 1_000;
  return whole === 0 ? t('underASecond') : formatDuration(whole).replace('.0 s', ' s');
}
