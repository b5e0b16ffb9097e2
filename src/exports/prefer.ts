/** The longest that one request may ask to be held. */
export const MAX_WAIT_MS = 60_000;

/** How long a POST is held, and what RFC 7240's Preference-Applied says of it. */
export interface Preference {
  readonly waitMs: number;
  readonly applied: string | undefined;
}

/**
 * Reads `Prefer: wait=N` (seconds) and `Prefer: respond-async`; anything else is ignored, as RFC 7240 asks. Both together: the
 * answer is asynchronous when the run is not done within the time (its section 4.3).
 */
export function readPreference(header: string | string[] | undefined, defaultWaitMs: number): Preference {
  const preferences = String(header ?? '')
    .split(',')
    .map((one) => one.split(';', 1)[0]?.trim().toLowerCase());
  const seconds = preferences
    .map((one) => /^wait\s*=\s*"?(\d{1,6})"?$/.exec(one ?? '')?.[1])
    .find((one) => one !== undefined);
  if (seconds === undefined && preferences.includes('respond-async'))
    return { waitMs: 0, applied: 'respond-async' };
  if (seconds === undefined) return { waitMs: defaultWaitMs, applied: undefined };
  const waitMs = Math.min(Number(seconds) * 1_000, MAX_WAIT_MS);
  return { waitMs, applied: `wait=${waitMs / 1_000}` };
}
