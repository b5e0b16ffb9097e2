import { readFile, rename, writeFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { define, fileUrlOf, runToEnd, type Api, type RunFile } from '../support/api-client.ts';
import { ADMIN_EMAIL, loginAs, type TestServer } from '../support/installation.ts';
import { createInstallation, type OpenInstallation } from '../support/server.ts';
import { findStored } from '../support/stored-files.ts';
import { until } from '../support/until.ts';

let installation: OpenInstallation;
let server: TestServer;
let api: Api;

beforeAll(async () => {
  installation = await createInstallation();
  server = await installation.serve(['--sample'], { WAYBILL_SCRUB_EVERY: '1s', WAYBILL_LOG_LEVEL: 'info' });
  api = await loginAs(server, ADMIN_EMAIL);
});
afterAll(async () => {
  expect(await server.stop()).toBe(0);
  await installation.remove();
});

interface Look {
  readonly files: number;
  readonly damaged: number;
}

/** Once each stored file has been read after now. */
async function afterRound(): Promise<Look> {
  const [{ now } = { now: '' }] = await installation.query<{ now: string }>('SELECT now()::text AS now');
  let look: Look | undefined;
  await until(async () => {
    const [row] = await installation.query<Look & { waiting: number }>(
      `SELECT count(*)::integer AS files, count(problem)::integer AS damaged,
              count(*) FILTER (WHERE checked_at < $1::timestamptz)::integer AS waiting FROM stored_file_checks`,
      [now],
    );
    if (row !== undefined && row.files > 0 && row.waiting === 0) look = row;
    return look !== undefined;
  });
  return look!;
}

async function damagedByMetrics(): Promise<string | undefined> {
  return /^waybill_damaged_files (\d+)$/m.exec((await api.get('/metrics')).text)?.[1];
}

/** What `waybill doctor` says of files, without reading any. */
async function doctor(): Promise<{ code: number | null; found: string[] }> {
  const { code, stdout } = await installation.run(['doctor', '--json']);
  const { checks } = JSON.parse(stdout) as { checks: { findings: { what: string }[] }[] };
  return { code, found: checks.flatMap(({ findings }) => findings.map(({ what }) => what)) };
}

async function flip(file: string): Promise<Buffer> {
  const content = await readFile(file);
  const flipped = Buffer.from(content);
  flipped[flipped.length >> 1]! ^= 1;
  await writeFile(file, flipped);
  return content;
}

it('reads every stored file and finds nothing wrong with what is as it was written', async () => {
  await runToEnd(api, await define(api));
  const [stored] = await installation.query<{ count: number }>(
    `SELECT (SELECT count(*) FROM export_run_files)::integer + (SELECT count(DISTINCT content_key) FROM files)::integer AS count`,
  );
  await until(async () => (await afterRound()).files === stored!.count);
  expect(await afterRound()).toMatchObject({ damaged: 0 });
  expect(await damagedByMetrics()).toBe('0');
  expect(server.output()).not.toContain('is damaged');
  expect(await doctor()).toEqual({ code: 0, found: [] });
});

it('tells of a flipped byte and of a missing file in log, metrics and doctor, and when they are whole again', async () => {
  const definition = await define(api);
  const run = await runToEnd(api, definition);
  const { body } = await api.get<RunFile>(fileUrlOf(definition, run));
  const exported = await findStored(installation, body.sha256);
  const [content] = await installation.query<{ sha256: string; key: string }>(
    `SELECT encode(content_sha256, 'hex') AS sha256, content_key AS key FROM files WHERE content_key IS NOT NULL ORDER BY content_key LIMIT 1`,
  );
  const physical = await findStored(installation, content!.sha256);

  const whole = await flip(exported);
  await rename(physical, `${physical}.away`);
  await until(async () => (await afterRound()).damaged === 2);
  expect(await damagedByMetrics()).toBe('2');
  const { code, found } = await doctor();
  expect([code, found]).toEqual([
    1,
    [
      expect.stringMatching(
        new RegExp(
          `^file ${run.files![0]!.guid} of run ${run.guid} .* has another checksum than when it was written$`,
        ),
      ),
      `${content!.key} is missing; import its bundle again`,
      // The one that was put away.
      expect.stringContaining('belongs to nothing'),
    ],
  ]);
  const told = server
    .output()
    .split('\n')
    .filter((line) => line.includes('is damaged'));
  expect(told.map((line) => (JSON.parse(line) as { problem: string }).problem).toSorted()).toEqual([
    'has another checksum than when it was written',
    'is missing',
  ]);

  await writeFile(exported, whole);
  await rename(`${physical}.away`, physical);
  await until(async () => (await afterRound()).damaged === 0);
  expect(await damagedByMetrics()).toBe('0');
  expect(await doctor()).toEqual({ code: 0, found: [] });
});

it('takes a storage that is away for away, not for one whose files are all missing', async () => {
  const files = `${installation.dir}/data/files`;
  await rename(files, `${files}.away`);
  // Three rounds.
  await wait(3_000);
  await rename(`${files}.away`, files);
  expect(await damagedByMetrics()).toBe('0');
  expect(await afterRound()).toMatchObject({ damaged: 0 });
});
