import { createHash, randomUUID } from 'node:crypto';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Run } from '../support/api-client.ts';
import type { RunningCommand } from '../support/launch.ts';
import { ADMIN_EMAIL, killGroup, PASSWORD } from '../support/launch.ts';
import type { Chance } from './chance.ts';
import { KINDS, writeBundle, type KindName } from './records.ts';
import type { World } from './world.ts';

const ANSWER_LIMIT_MS = 60_000;
/** A client follows its run no longer: one whose worker was killed waits for the queue to miss it. */
const FOLLOW_MS = 6_000;
const ENDED = ['COMPLETE', 'DOWNLOADED', 'FAILED', 'ABORTED'];

/** A run that was answered 201. */
export interface AcceptedRun {
  readonly kind: KindName;
  readonly url: string;
  /** The version of the records that was in place when it was asked for. */
  readonly atLeast: number;
}

export interface Answer {
  readonly status: number;
  readonly bytes: Buffer;
  readonly headers: Headers;
}

/** Clients that start, follow, abort and download runs, and one who imports new versions of the records. */
export interface Load {
  readonly accepted: readonly AcceptedRun[];
  /** Answers that nobody should get, whatever dies. */
  readonly problems: readonly string[];
  readonly counts: {
    answers: number;
    unreachable: number;
    unavailable: number;
    downloads: number;
    imports: number;
  };
  /** What is under way at this moment. */
  readonly underWay: { accepting: number; downloading: number; importing: number; following: number };
  /** The newest version that may be in the database. */
  newestVersion(): number;
  get(url: string): Promise<Answer | undefined>;
  killImport(): Promise<void>;
  stop(): Promise<void>;
}

type Method = 'GET' | 'POST';
interface Sent {
  readonly body?: object;
  readonly key?: string;
}

export async function startLoad(world: World, chance: Chance, clients: number): Promise<Load> {
  const accepted: AcceptedRun[] = [];
  const problems: string[] = [];
  const counts = { answers: 0, unreachable: 0, unavailable: 0, downloads: 0, imports: 0 };
  const underWay = { accepting: 0, downloading: 0, importing: 0, following: 0 };
  let isOver = false;
  let committed = 0;
  let newest = 0;
  let importing: RunningCommand | undefined;
  let token = '';

  /** undefined: nobody answered, which is to be expected; 503 says when to come again. */
  async function call(method: Method, url: string, { body, key }: Sent = {}): Promise<Answer | undefined> {
    try {
      const response = await fetch(world.url + url, {
        method,
        headers: {
          'Content-Type': 'application/json',
          ...(token !== '' && { arena_session_id: token }),
          ...(key !== undefined && { 'Idempotency-Key': key }),
        },
        signal: AbortSignal.timeout(ANSWER_LIMIT_MS),
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const bytes = Buffer.from(await response.arrayBuffer());
      counts.answers += 1;
      if (response.status === 503) {
        counts.unavailable += 1;
        if (response.headers.get('retry-after') === null)
          problems.push(`${method} ${url}: 503 without Retry-After`);
        return undefined;
      }
      if (response.status >= 500 || response.status === 401)
        problems.push(`${method} ${url}: ${response.status} ${bytes.toString().slice(0, 300)}`);
      return { status: response.status, bytes, headers: response.headers };
    } catch (error) {
      counts.unreachable += 1;
      if ((error as Error).name === 'TimeoutError')
        problems.push(`${method} ${url}: no answer in ${ANSWER_LIMIT_MS} ms`);
      return undefined;
    }
  }

  /** Until somebody answers. */
  async function insist(method: Method, url: string, sent: Sent): Promise<Answer> {
    for (;;) {
      const answer = await call(method, url, sent);
      if (answer !== undefined) return answer;
      await wait(200);
    }
  }

  async function importNext(): Promise<void> {
    newest += 1;
    const version = newest;
    const folder = path.join(world.dir, `bundle-${version % 2}`);
    await writeBundle(folder, version);
    importing = world.command(['import', '--json', folder]);
    underWay.importing += 1;
    const { code, stderr } = await importing.result;
    underWay.importing -= 1;
    if (code !== 0) {
      if (version === 1) throw new Error(`the first import failed: ${stderr}`);
      return;
    }
    counts.imports += 1;
    committed = version;
  }

  const login = await insist('POST', '/v1/login', { body: { email: ADMIN_EMAIL, password: PASSWORD } });
  token = (JSON.parse(login.bytes.toString()) as { arenaSessionId: string }).arenaSessionId;
  await importNext();
  const definitions: { kind: KindName; url: string }[] = [];
  for (const kind of Object.keys(KINDS) as KindName[]) {
    const { criteria, options } = KINDS[kind];
    const { bytes } = await insist('POST', '/v1/exports', {
      body: { name: kind, world: 'ITEMS', criteria, options },
    });
    definitions.push({
      kind,
      url: `/v1/exports/${(JSON.parse(bytes.toString()) as { guid: string }).guid}/runs`,
    });
  }

  /** With a key it is asked for until it is answered; without, a lost answer is a lost answer. */
  async function startRun(): Promise<AcceptedRun | undefined> {
    const { kind, url } = chance.pick(definitions);
    const atLeast = committed;
    underWay.accepting += 1;
    try {
      const answer = chance.isLucky(70)
        ? await insist('POST', url, { body: {}, key: randomUUID() })
        : await call('POST', url, { body: {} });
      if (answer === undefined) return undefined;
      if (answer.status !== 201) {
        problems.push(`a run was answered ${answer.status}: ${answer.bytes.toString().slice(0, 300)}`);
        return undefined;
      }
      const run = { kind, url: `${url}/${(JSON.parse(answer.bytes.toString()) as Run).guid}`, atLeast };
      accepted.push(run);
      return run;
    } finally {
      underWay.accepting -= 1;
    }
  }

  async function follow(run: AcceptedRun): Promise<void> {
    const until = Date.now() + FOLLOW_MS;
    const abortAt = chance.isLucky(8) ? Date.now() + chance.between(0, 400) : Infinity;
    let hasAborted = false;
    while (Date.now() < until && !isOver) {
      const answer = await call('GET', run.url);
      const state = answer?.status === 200 ? (JSON.parse(answer.bytes.toString()) as Run) : undefined;
      if (answer !== undefined && state === undefined) problems.push(`${run.url}: ${answer.status}`);
      if (state !== undefined && ENDED.includes(state.status)) {
        const [file] = state.files ?? [];
        if (file !== undefined && chance.isLucky(60)) await download(`${run.url}/files/${file.guid}`);
        return;
      }
      if (!hasAborted && Date.now() >= abortAt) {
        hasAborted = true;
        await call('POST', `${run.url}/abort`, { body: {} });
      }
      await wait(100);
    }
  }

  /** What arrives whole is right. */
  async function download(url: string): Promise<void> {
    const told = await call('GET', url);
    if (told?.status !== 200) return;
    const { sha256 } = JSON.parse(told.bytes.toString()) as { sha256: string };
    underWay.downloading += 1;
    const answer = await call('GET', `${url}/content`);
    underWay.downloading -= 1;
    if (answer === undefined) return;
    counts.downloads += 1;
    const found = createHash('sha256').update(answer.bytes).digest('hex');
    if (answer.status !== 200 || found !== sha256)
      problems.push(`${url}: ${answer.status}, ${answer.bytes.length} bytes with another checksum`);
  }

  async function repeat(work: () => Promise<void>): Promise<void> {
    while (!isOver) await work();
  }

  const working = [
    ...Array.from({ length: clients }, () =>
      repeat(async () => {
        const run = await startRun();
        if (run === undefined) return;
        underWay.following += 1;
        await follow(run);
        underWay.following -= 1;
      }),
    ),
    repeat(async () => {
      await wait(chance.between(1_000, 4_000));
      if (!isOver) await importNext();
    }),
  ];
  return {
    accepted,
    problems,
    counts,
    underWay,
    newestVersion: () => newest,
    get: (url) => call('GET', url),
    async killImport() {
      if (importing === undefined) return;
      killGroup(importing.child);
      await importing.result;
    },
    async stop() {
      isOver = true;
      await Promise.all(working);
    },
  };
}
