import fc from 'fast-check';
import { apiCases, type ApiCase } from './api-cases.ts';
import { operationsOf } from './document.ts';
import { findFault } from './faults.ts';
import { findGrowth, readMemory, type Memory } from './memory.ts';
import { rawCases, type RawCase } from './raw-cases.ts';
import type { Scene } from './scene.ts';
import { createSender, type Outcome } from './send.ts';

export type Case = ApiCase | RawCase;

export interface FuzzSettings {
  readonly seed: number;
  readonly requests: number;
  /** The first request's place in the seed's list. */
  readonly from: number;
  /** How long a request may take. */
  readonly hangMs: number;
  /** Where the server's process id is; without it memory is not looked at. */
  readonly memoryDir?: string;
  readonly onProgress: (sent: number) => void;
}

export interface Finding {
  /** The request's place in the seed's list; undefined for what no single request shows. */
  readonly place: number | undefined;
  readonly what: string;
  readonly request: Case | undefined;
  /** What came back, cut. */
  readonly received: string;
}

export interface FuzzReport {
  readonly sent: number;
  readonly byStatus: Readonly<Record<string, number>>;
  readonly byKind: Readonly<Record<string, number>>;
  /** 503 with Retry-After: lanes that are full, as designed. */
  readonly busy: number;
  readonly hangs: number;
  readonly faults: number;
  readonly slowest: { readonly ms: number; readonly what: string };
  readonly memory: { readonly early: Memory; readonly late: Memory } | undefined;
  readonly findings: readonly Finding[];
}

/** Each has a seed of its own, so that any of them can be made without those before it. */
const BATCH = 200;
const AT_ONCE = 8;
const WARM_UP = 0.1;
/** Looks at the sessions after so many batches. */
const LOOK_EVERY = 10;
const MAX_RECEIVED = 1_500;
/** Of a thousand requests so many may find lanes full. */
const BUSY_PER_THOUSAND = 1;
const MAX_FINDINGS = 50;

/** The requests of a seed, in their order. */
function casesOf(scene: Scene, seed: number): (batch: number) => Case[] {
  const cases: fc.Arbitrary<Case> = fc.oneof(
    { weight: 6, arbitrary: apiCases(operationsOf(scene.document)) },
    { weight: 1, arbitrary: rawCases },
  );
  return (batch) => fc.sample(cases, { seed: seed + batch, numRuns: BATCH });
}

/** Sends a seed's requests to a server, some at a time, and notes what should not be. */
export async function runFuzz(scene: Scene, settings: FuzzSettings): Promise<FuzzReport> {
  const { seed, requests, from, hangMs, memoryDir, onProgress } = settings;
  const sender = createSender(scene.url, hangMs, scene.fill);
  const batchOf = casesOf(scene, seed);
  const findings: Finding[] = [];
  const byStatus = new Map<string, number>();
  const byKind = new Map<string, number>();
  const counts = { busy: 0, hangs: 0, faults: 0 };
  let slowest = { ms: 0, what: '' };
  let sent = 0;
  let early: Memory | undefined;

  function note(place: number, one: Case, outcome: Outcome): void {
    const count = (counter: Map<string, number>, key: string): void =>
      void counter.set(key, (counter.get(key) ?? 0) + 1);
    count(byKind, one.kind === 'raw' ? `raw: ${one.name}` : 'from openapi.json');
    if (outcome.answers.length === 0) count(byStatus, 'closed without an answer');
    for (const { status, headers } of outcome.answers) {
      const isBusy = status === 503 && headers['retry-after'] !== undefined;
      count(byStatus, isBusy ? '503 with Retry-After' : String(status));
      if (isBusy) counts.busy += 1;
      else if (status >= 500) counts.faults += 1;
    }
    if (outcome.isHanging) counts.hangs += 1;
    if (outcome.durationMs > slowest.ms) slowest = { ms: outcome.durationMs, what: nameOf(one) };
    const what = findFault(one, outcome, scene);
    if (what !== undefined)
      findings.push({ place, what, request: one, received: outcome.received.slice(0, MAX_RECEIVED) });
  }

  async function sendAll(cases: readonly Case[], first: number): Promise<void> {
    const waiting = cases.map((one, index) => ({ one, place: first + index }));
    const lane = async (): Promise<void> => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        const { one, place } = next;
        note(place, one, await (one.kind === 'raw' ? sender.sendRaw(one) : sender.send(one)));
        sent += 1;
        onProgress(sent);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
  }

  const complain = (what: string): void =>
    void findings.push({ place: undefined, what, request: undefined, received: '' });
  const memoryOf = async (): Promise<Memory | undefined> =>
    memoryDir === undefined
      ? undefined
      : readMemory(scene.url, memoryDir).catch((error: unknown) => {
          complain(`the server's memory cannot be read: ${String(error)}`);
          return undefined;
        });
  const end = from + requests;
  for (
    let batch = Math.floor(from / BATCH);
    batch * BATCH < end && findings.length < MAX_FINDINGS;
    batch += 1
  ) {
    const start = batch * BATCH;
    const cases = batchOf(batch).slice(Math.max(0, from - start), Math.max(0, end - start));
    await sendAll(cases, Math.max(from, start));
    if (memoryDir !== undefined && early === undefined && sent >= requests * WARM_UP)
      early = await memoryOf();
    if (batch % LOOK_EVERY === 0) await lookAtServer(scene, `after request ${start + BATCH - 1}`, complain);
  }
  await lookAtServer(scene, 'at the end', complain);
  sender.close();

  const late = await memoryOf();
  const growth = early && late && findGrowth(early, late);
  if (growth !== undefined) complain(growth);
  if (counts.busy * 1_000 > Math.max(sent, 1_000) * BUSY_PER_THOUSAND)
    complain(`${counts.busy} requests found the server busy`);
  return {
    sent,
    byStatus: sorted(byStatus),
    byKind: sorted(byKind),
    ...counts,
    slowest,
    memory: early && late && { early, late },
    findings,
  };
}

async function lookAtServer(scene: Scene, when: string, complain: (what: string) => void): Promise<void> {
  try {
    const ready = await fetch(`${scene.url}/health/ready`);
    if (!ready.ok) complain(`${when} the server is not ready: ${ready.status} ${await ready.text()}`);
    for (const name of await scene.findDeadSessions()) complain(`${when} the session of the ${name} is over`);
    // Else the search for the secret could not fail.
    const { text } = await ask(scene, scene.fill(scene.secretPath));
    if (!text.includes(scene.secret))
      complain(`${when} the stranger does not see what is the stranger's: ${text}`);
  } catch (error) {
    complain(`${when} the server does not answer: ${String(error)}`);
  }
}

async function ask(scene: Scene, path: string): Promise<{ text: string }> {
  const answer = await fetch(scene.url + path, { headers: { arena_session_id: scene.fill('~stranger~') } });
  return { text: await answer.text() };
}

const nameOf = (one: Case): string =>
  one.kind === 'raw' ? `raw: ${one.name}` : `${one.method} ${one.path.slice(0, 120)}`;

const sorted = (counts: ReadonlyMap<string, number>): Record<string, number> =>
  Object.fromEntries([...counts].sort(([one], [other]) => (one < other ? -1 : 1)));
