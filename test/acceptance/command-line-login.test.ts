import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { ADMIN_EMAIL, documentOf, PASSWORD, useServer, WORKSPACE_ID } from '../support/acceptance.ts';
import { createApi, type Paged } from '../support/api-client.ts';
import type { CommandResult, Environment } from '../support/installation.ts';
import { linesOf, openTerminal } from '../support/terminal.ts';

const served = useServer({ sample: true });

/** Of each test its own, so that a login of one is nobody else's. */
let config: string;
let tests = 0;
beforeEach(() => {
  tests += 1;
  config = path.join(served.installation.dir, `config-${tests}`);
});

const run = (args: readonly string[], env: Environment = {}): Promise<CommandResult> =>
  served.installation.run(args, { XDG_CONFIG_HOME: config, ...env });

const sessionFile = (): string => path.join(config, 'waybill', 'sessions.json');

async function logIn(): Promise<void> {
  const { code, stderr } = await run(['login', '--url', served.url, '--email', ADMIN_EMAIL], {
    WAYBILL_PASSWORD: PASSWORD,
  });
  expect(code, stderr).toBe(0);
}

async function keptToken(): Promise<string> {
  const { servers } = JSON.parse(await readFile(sessionFile(), 'utf8')) as {
    servers: Record<string, { token: string }>;
  };
  return servers[served.url]!.token;
}

/** As another program that has it would. */
const endSession = (token: string): Promise<Response> =>
  fetch(`${served.url}/v1/logout`, { method: 'PUT', headers: { arena_session_id: token } });

describe('waybill login', () => {
  it('keeps the session, and never the password, where only its owner can read it', async () => {
    const file = path.join(served.installation.dir, 'the-password');
    await writeFile(file, `${PASSWORD}\n`);
    const made = documentOf<Record<string, unknown>>(
      await run(['login', '--json', '--url', `${served.url}/v1/`, '--email', ADMIN_EMAIL], {
        WAYBILL_PASSWORD_FILE: file,
      }),
    );
    expect(made).toEqual({
      url: served.url,
      email: ADMIN_EMAIL,
      workspaceId: WORKSPACE_ID,
      workspaceName: expect.any(String) as string,
    });
    expect((await stat(sessionFile())).mode & 0o777).toBe(0o600);
    expect((await stat(path.dirname(sessionFile()))).mode & 0o777).toBe(0o700);
    expect(await readdir(path.dirname(sessionFile()))).toEqual(['sessions.json']);
    expect(await readFile(sessionFile(), 'utf8')).not.toContain(PASSWORD);
    expect((await createApi(served.url, await keptToken()).get('/v1/exports')).status).toBe(200);
  });

  it('commands use it when they are given no credentials, for the server of the login', async () => {
    await logIn();
    // No --url either.
    const { count } = documentOf<Paged<unknown>>(await run(['items', 'list', '--limit', '1', '--json']));
    expect(count).toBeGreaterThan(80);
    // It goes on.
    expect((await createApi(served.url, await keptToken()).get('/v1/exports')).status).toBe(200);
    const elsewhere = await run(['items', 'list', '--workspace', '999888777']);
    expect([elsewhere.code, elsewhere.stderr]).toEqual([
      2,
      expect.stringContaining(`waybill login --url ${served.url} --workspace 999888777`),
    ]);
    const other = await run(['items', 'list', '--url', 'http://127.0.0.1:1']);
    expect([other.code, other.stderr]).toEqual([
      2,
      expect.stringContaining('Log in first: waybill login --url http://127.0.0.1:1.'),
    ]);
  });

  it('a session that has ended says what to do, and is kept no longer', async () => {
    await logIn();
    expect((await endSession(await keptToken())).status).toBe(200);
    const { code, stdout, stderr } = await run(['runs', 'list']);
    expect([code, stdout, stderr]).toEqual([
      1,
      '',
      `The session at ${served.url} has ended. Log in again: waybill login --url ${served.url}\n`,
    ]);
    expect(await readFile(sessionFile(), 'utf8')).not.toContain('token');
  });

  it('logout ends it at the server, and here', async () => {
    await logIn();
    const token = await keptToken();
    expect((await run(['logout'])).stdout).toBe(`Logged out of ${served.url}.\n`);
    expect((await createApi(served.url, token).get('/v1/exports')).status).toBe(401);
    expect(await readFile(sessionFile(), 'utf8')).not.toContain('token');
    expect((await run(['logout', '--url', served.url])).stdout).toBe(
      `Nobody is logged in to ${served.url} from here.\n`,
    );
  });

  it('a wrong password is 1; without a terminal to ask on, what is missing is wrong usage', async () => {
    const wrong = await run(['login', '--url', served.url, '--email', ADMIN_EMAIL], {
      WAYBILL_PASSWORD: 'a wrong one',
    });
    expect([wrong.code, wrong.stdout]).toEqual([1, '']);
    expect(wrong.stderr).toContain('(4001)');
    const missing = await run(['login', '--url', served.url]);
    expect([missing.code, missing.stderr]).toEqual([2, expect.stringContaining('no terminal to ask on')]);
    expect((await run(['login', '--url', 'ftp://x'], { WAYBILL_PASSWORD: 'x' })).code).toBe(2);
  });
});

describe('waybill login in a terminal', () => {
  const open = () =>
    openTerminal(['login'], {
      dir: served.installation.dir,
      env: { PATH: process.env['PATH'] ?? '', XDG_CONFIG_HOME: config },
    });

  it('asks for server, e-mail, workspace and password; the password is not shown', async () => {
    const terminal = open();
    await terminal.waitFor(/Server \[http:\/\/127\.0\.0\.1:8080\]: /);
    terminal.type(`${served.url}\r`);
    await terminal.waitFor(/E-mail: /);
    terminal.type(`${ADMIN_EMAIL}\r`);
    await terminal.waitFor(/Workspace id.*: /);
    terminal.type('\r');
    await terminal.waitFor(/Password: /);
    // Corrected while it is typed, as anything else.
    terminal.type(`${PASSWORD}xy\x7f\x7f\r`);
    expect(await terminal.code).toBe(0);
    expect(linesOf(terminal.shown()).join('\n')).toContain(
      `Logged in to ${served.url} as ${ADMIN_EMAIL}, workspace ${WORKSPACE_ID}`,
    );
    expect(terminal.shown()).not.toContain(PASSWORD.slice(0, 3));
    expect((await run(['runs', 'list', '--quiet'])).code).toBe(0);
  });

  it('Ctrl-C at the password is 130, and nothing is kept', async () => {
    const terminal = open();
    await terminal.waitFor(/Server /);
    terminal.type(`${served.url}\r`);
    await terminal.waitFor(/E-mail: /);
    terminal.type(`${ADMIN_EMAIL}\r`);
    await terminal.waitFor(/Workspace id.*: /);
    terminal.type('\r');
    await terminal.waitFor(/Password: /);
    terminal.type('half\x03');
    expect(await terminal.code).toBe(130);
    expect(terminal.shown()).not.toContain('half');
    await expect(stat(sessionFile())).rejects.toThrow('ENOENT');
  });
});
