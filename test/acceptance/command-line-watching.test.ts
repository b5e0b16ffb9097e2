import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN_EMAIL, PASSWORD, useServer } from '../support/acceptance.ts';
import { define, runToEnd, type Definition, type Run } from '../support/api-client.ts';
import type { RunningCommand } from '../support/launch.ts';
import { startReferenceServer, type ReferenceServer } from '../support/reference-server.ts';
import { until } from '../support/until.ts';

/** Commands that go on until Ctrl-C. */
const served = useServer({ sample: true, users: { colleague: { email: 'colleague@example.test' } } });
let definition: Definition;

beforeAll(async () => {
  definition = await define(served.admin);
});

interface Fetched {
  readonly run: string;
  readonly file: string;
}

/** A command at work, with what it has printed. */
function start<Line>(
  args: readonly string[],
  url = served.url,
): { running: RunningCommand; lines: () => Line[] } {
  const running = served.installation.start([...args, '--json'], {
    WAYBILL_URL: url,
    WAYBILL_EMAIL: ADMIN_EMAIL,
    WAYBILL_PASSWORD: PASSWORD,
  });
  let shown = '';
  running.child.stdout!.on('data', (chunk: Buffer) => (shown += chunk.toString()));
  const lines = (): Line[] =>
    shown
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line) as Line);
  return { running, lines };
}

async function interrupt({ child, result }: RunningCommand): Promise<void> {
  child.kill('SIGINT');
  expect((await result).code).toBe(130);
}

const outOf = (name: string): string => path.join(served.installation.dir, name);
const isArchive = async (file: string): Promise<boolean> =>
  (await readFile(file)).subarray(0, 2).toString() === 'PK';

describe('waybill export', () => {
  it('--watch downloads each later run of the same user, wherever it was started, until Ctrl-C', async () => {
    const out = outOf('watched-{number}.zip');
    const { running, lines } = start<Fetched>([
      'export',
      '--definition',
      definition.guid,
      '--watch',
      '--out',
      out,
    ]);
    await until(() => lines().length === 1);
    await runToEnd(served.as('colleague'), definition);
    const second = await runToEnd(served.admin, definition);
    const third = await runToEnd(served.admin, definition);
    await until(() => lines().length === 3);
    await interrupt(running);
    expect(lines().map(({ run }) => run)).toEqual([lines()[0]!.run, second.guid, third.guid]);
    for (const { file } of lines()) expect(await isArchive(file), file).toBe(true);
    expect(lines()[2]!.file).toBe(outOf(`watched-${third.number}.zip`));
  });

  it('--every runs it again and again, into the same file', async () => {
    const out = outOf('newest.zip');
    const { running, lines } = start<Fetched>([
      'export',
      '--definition',
      definition.guid,
      '--every',
      '1s',
      '--out',
      out,
    ]);
    await until(() => lines().length >= 3);
    await interrupt(running);
    const runs = lines().map(({ run }) => run);
    expect(new Set(runs).size).toBe(runs.length);
    expect(lines().every(({ file }) => file === out)).toBe(true);
    expect(await isArchive(out)).toBe(true);
  });

  it.each(['soon', '10ms', '-1d'])('--every %s is wrong usage', async (every) => {
    const { code, stderr } = await served.installation.run([
      'export',
      '--where',
      'number = 1',
      '--every',
      every,
    ]);
    expect([code, stderr]).toEqual([
      2,
      expect.stringContaining('expected a duration such as 30m, 12h or 1d'),
    ]);
  });
});

describe('a download', () => {
  it('is not begun where another process is downloading to, and goes on where that one is gone', async () => {
    const out = outOf('shared.zip');
    await writeFile(`${out}.part.lock`, String(process.pid));
    const args = ['export', '--definition', definition.guid, '--out', out];
    const settings = { WAYBILL_URL: served.url, WAYBILL_EMAIL: ADMIN_EMAIL, WAYBILL_PASSWORD: PASSWORD };
    const refused = await served.installation.run(args, settings);
    expect([refused.code, refused.stderr]).toEqual([
      1,
      expect.stringContaining(`Process ${process.pid} is downloading to ${out} already.`),
    ]);
    await writeFile(`${out}.part.lock`, '4194305');
    const { code, stderr } = await served.installation.run(args, settings);
    expect(code, stderr).toBe(0);
    expect(await isArchive(out)).toBe(true);
    await expect(readFile(`${out}.part.lock`)).rejects.toThrow('ENOENT');
  });
});

describe('waybill runs tail, at a server without events', () => {
  let reference: ReferenceServer;
  beforeAll(async () => {
    reference = await startReferenceServer();
    // So many that a command may ask every two seconds.
    reference.requestLimit = 10_000_000;
  });
  afterAll(() => reference.close());

  it('asks, and shows each state that it sees', async () => {
    const { running, lines } = start<Run>(['runs', 'tail', 'Parts'], reference.url);
    await until(() => lines().length === 1);
    expect(lines()[0]).toMatchObject({ status: 'CREATED' });
    const asked = () => reference.requests.filter((one) => one.includes('/runs?')).length;
    const before = asked();
    reference.look();
    await until(() => lines().length === 2);
    expect(asked()).toBeGreaterThan(before);
    reference.look();
    reference.look();
    await until(() => lines().length === 3);
    await interrupt(running);
    expect(lines().map(({ status }) => status)).toEqual(['CREATED', 'RUNNING', 'COMPLETE']);
  });
});
