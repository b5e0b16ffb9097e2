import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { environmentOf, launch, type CommandResult } from '../support/launch.ts';
import { startReferenceServer, type ReferenceServer } from '../support/reference-server.ts';

let server: ReferenceServer;
let dir: string;

beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'waybill-hosted-'));
  server = await startReferenceServer();
});
afterAll(async () => {
  await server.close();
  await rm(dir, { recursive: true });
});

const run = (...args: string[]): Promise<CommandResult> =>
  launch(args, {
    dir,
    env: {
      ...environmentOf(dir, ''),
      WAYBILL_URL: server.url,
      WAYBILL_EMAIL: 'ann@example.test',
      WAYBILL_PASSWORD: 'x',
    },
  }).result;

describe('the command line at a server that has the reference’s API only', () => {
  it('exports: waits without our extras, goes on after a cut without ranges, and says that no digest was there', async () => {
    server.cutsNextContent = true;
    const target = path.join(dir, 'parts.zip');
    const { code, stderr } = await run('export', '--definition', 'Parts', '--out', target);
    expect(code, stderr).toBe(0);
    expect((await readFile(target)).equals(server.content)).toBe(true);
    expect(stderr).toContain('The server names no SHA-256');
    // What it does not know it is asked for once: requests are dear there.
    expect(server.requests.filter((one) => one.includes('view=full'))).toHaveLength(1);
    expect(server.requests.filter((one) => one.endsWith('/events'))).toHaveLength(1);
  });

  it('lists, shows, downloads; what only ours has is said in words', async () => {
    const results = await Promise.all([
      run('definitions', 'list'),
      run('runs', 'list', 'Parts', '--status', 'COMPLETE'),
      run('runs', 'show', '1', '1'),
      run('runs', 'download', '1', '--out', path.join(dir, 'again.zip')),
    ]);
    for (const { code, stderr } of results) expect(code, stderr).toBe(0);
    const [all, tail] = await Promise.all([run('runs', 'list'), run('runs', 'tail')]);
    for (const { code, stderr } of [all, tail])
      expect([code, stderr]).toEqual([2, expect.stringContaining('lists the runs of one definition only')]);
  });
});
