/** How fast something goes on. */
export interface Pace {
  /** A second; undefined until there is something to say. */
  readonly rate: number | undefined;
  readonly leftMs: number | undefined;
}

/** Looks back so far: long enough for a steady figure, short enough to notice that it has become slow. */
const WINDOW_MS = 5_000;
/** Before that, a rate is mere chance. */
const LEAST_MS = 500;

/** Gives the pace at each count that it is told; `total` is undefined while nobody knows it. */
export function createMeter(now: () => number = Date.now) {
  let samples: { readonly at: number; readonly done: number }[] = [];
  return (done: number, total: number | undefined): Pace => {
    const at = now();
    // Something that begins again, such as the next attempt of a run, has a new pace.
    if (done < (samples.at(-1)?.done ?? 0)) samples = [];
    samples.push({ at, done });
    while ((samples[1]?.at ?? at) < at - WINDOW_MS) samples.shift();
    const first = samples[0] ?? { at, done };
    if (at - first.at < LEAST_MS) return { rate: undefined, leftMs: undefined };
    const rate = (1_000 * (done - first.done)) / (at - first.at);
    const leftMs = total === undefined || rate <= 0 ? undefined : (1_000 * Math.max(0, total - done)) / rate;
    return { rate, leftMs };
  };
}
