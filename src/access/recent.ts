/** As many things are remembered; beyond that the oldest is forgotten. */
const MAX_REMEMBERED = 1_000;

/** What this process has told in the audit trail just now, so that whoever asks again and again does not fill it. */
export interface Recent {
  /** Runs `tell` unless the same was told within `forMs`. What could not be told counts as not told. */
  once(key: string, forMs: number, tell: () => Promise<void>): Promise<void>;
  /** The next time is told again. */
  forget(key: string): void;
}

export function createRecent(): Recent {
  const endsAt = new Map<string, number>();
  return {
    async once(key, forMs, tell) {
      const now = performance.now();
      if ((endsAt.get(key) ?? 0) > now) return;
      endsAt.delete(key);
      // Before it is told: of many at once, one tells.
      endsAt.set(key, now + forMs);
      const [oldest] = endsAt.keys();
      if (endsAt.size > MAX_REMEMBERED && oldest !== undefined) endsAt.delete(oldest);
      try {
        await tell();
      } catch (error) {
        endsAt.delete(key);
        throw error;
      }
    },
    forget(key) {
      endsAt.delete(key);
    },
  };
}
