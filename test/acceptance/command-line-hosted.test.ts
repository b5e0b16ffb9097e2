import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
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

const run = (...args: string[]): Promise<CommandResult> => runIn(dir, args);
const runIn = (folder: string, args: readonly string[]): Promise<CommandResult> =>
  launch(args, {
    dir: folder,
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

describe('a server that means harm', () => {
  /** What stands instead of a name in its answers. */
  const names: Record<string, string> = {};
  let harmful: Server;

  beforeAll(async () => {
    harmful = createServer((request, response) => {
      void answer(request, response);
    });
    await once(harmful.listen(0, '127.0.0.1'), 'listening');
  });
  afterAll(() => {
    harmful.close();
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request);
    const answered = await fetch(new URL(request.url ?? '', server.url), {
      method: request.method ?? 'GET',
      headers: { arena_session_id: String(request.headers['arena_session_id'] ?? '') },
      ...(body !== '' && { body }),
    });
    let json = await answered.text();
    for (const [name, other] of Object.entries(names))
      json = json.replaceAll(JSON.stringify(name), JSON.stringify(other));
    response.writeHead(answered.status, { 'Content-Type': 'application/json' }).end(json);
  }

  function runThere(folder: string, ...args: string[]): Promise<CommandResult> {
    const { port } = harmful.address() as AddressInfo;
    const url = `http://127.0.0.1:${port}${new URL(server.url).pathname}`;
    return runIn(folder, [...args, '--url', url]);
  }

  it.each(['..', '.', '', '.profile', '/', '../../.profile'])(
    'calls its file "%s": nothing is written',
    async (name) => {
      const folder = path.join(dir, 'inner');
      await mkdir(folder, { recursive: true });
      const before = await readdir(dir);
      names['Parts Export Results.zip'] = name;
      const { code, stderr } = await runThere(folder, 'runs', 'download', '1');
      expect([code, stderr]).toEqual([1, expect.stringContaining('name one yourself with --out')]);
      expect(await readdir(folder)).toEqual([]);
      expect(await readdir(dir)).toEqual(before);
    },
  );

  it.each([
    ['a file', ['runs', 'download', '1']],
    ['a workspace', ['login']],
  ])('does not move the cursor of the terminal by the name of %s', async (_, args) => {
    names['Parts Export Results.zip'] = '.\u001b[2J\u009b2J';
    names['Hosted'] = 'Hosted\u001b]0;title\u0007';
    const { stdout, stderr } = await runThere(dir, ...args);
    expect(stdout + stderr).toContain(String.raw`\u{1b}`);
    for (const sign of ['\u001b', '\u0007', '\u009b']) expect(stdout + stderr).not.toContain(sign);
  });
});
