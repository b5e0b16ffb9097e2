import type { Finding, FuzzReport } from './run-fuzz.ts';

const told = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([what, count]) => `${what} ${count}`)
    .join(', ');

/** The figures of a run. */
export function tell({
  sent,
  byStatus,
  byKind,
  busy,
  hangs,
  faults,
  slowest,
  memory,
  findings,
}: FuzzReport): string[] {
  return [
    `requests ${sent}: ${told(byKind)}`,
    `by status: ${told(byStatus)}`,
    `slowest ${Math.round(slowest.ms)} ms: ${slowest.what}`,
    ...(memory === undefined
      ? []
      : [
          `heap in use after a tenth ${memory.early.heapMegabytes.toFixed(1)} MB, at the end ${memory.late.heapMegabytes.toFixed(1)} MB`,
          `resident after a tenth ${memory.early.residentMegabytes.toFixed(0)} MB, at the end ${memory.late.residentMegabytes.toFixed(0)} MB`,
        ]),
    `503 with Retry-After ${busy}`,
    `5xx ${faults}`,
    `hangs ${hangs}`,
    `findings ${findings.length}`,
  ];
}

const MAX_SHOWN = 2_000;
const cut = (text: string): string =>
  text.length <= MAX_SHOWN
    ? text
    : `${text.slice(0, MAX_SHOWN)}… and ${text.length - MAX_SHOWN} characters more`;

/** What it is, the request as it was made, and how to send it again. Names between tildes stand for tokens and GUIDs. */
export function tellFinding({ place, what, request, received }: Finding, seed: number): string[] {
  return [
    '',
    `finding: ${what}`,
    ...(place === undefined
      ? []
      : [
          `  again: npm run fuzz -- --seed ${seed} --from ${place} --requests 1`,
          `  request: ${cut(JSON.stringify(request))}`,
        ]),
    `  answer: ${JSON.stringify(received)}`,
  ];
}
