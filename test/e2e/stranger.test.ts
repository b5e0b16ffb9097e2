import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PROJECT_DIR } from '../support/processes.ts';
import { until } from '../support/until.ts';
import { readZipDirectory } from '../support/zip-reader.ts';
import { useBrowser } from './support/browser.ts';

/** What is seen of the README without scrolling. */
const FIRST_SCREEN_LINES = 30;
/** With an installation from the registry. */
const PATIENCE_MS = 600_000;

const run = promisify(execFile);
const served = { url: '' };
const browser = useBrowser(served);
let dir: string;
let server: ChildProcess | undefined;

beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'waybill-stranger-'));
});

afterAll(async () => {
  if (server?.exitCode === null) {
    server.kill('SIGTERM');
    await once(server, 'exit');
  }
  await rm(dir, { recursive: true });
});

it(
  'a stranger comes from a clone to a file by the first screen of the README',
  { timeout: PATIENCE_MS },
  async () => {
    const times: Record<string, string> = {};
    const since = Date.now();
    const note = (what: string) => {
      times[what] = `${((Date.now() - since) / 1_000).toFixed(1)} s`;
    };
    const project = path.join(dir, 'waybill');
    await run('git', ['clone', '--quiet', '--depth', '1', `file://${PROJECT_DIR}`, project]);
    note('cloned');
    const readme = await readFile(path.join(project, 'README.md'), 'utf8');
    const seen = readme.split('\n').slice(0, FIRST_SCREEN_LINES).join('\n');
    const [, command = ''] = /`(npm start[^`]*)`/.exec(seen) ?? [];
    const printed = await start(command, project);
    note('the server answers');
    served.url = /http:\/\/\S+?:\d+/.exec(printed)?.[0] ?? '';
    const page = await browser.open('/');
    await page.getByLabel('E-mail').fill(/administrator (\S+@\S+\w)/.exec(printed)?.[1] ?? '');
    await page
      .getByRole('textbox', { name: 'Password' })
      .fill(/password, shown only now: (\S+)/.exec(printed)?.[1] ?? '');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('link', { name: 'New definition' }).first().click();
    note('signed in');
    await page.getByLabel('Name').fill('My first export');
    await page.getByRole('button', { name: 'Add a criterion' }).click();
    await page.getByRole('option', { name: 'Number', exact: true }).click();
    await page.getByLabel('Value').and(page.locator('input')).fill('900-00001');
    await page.getByRole('button', { name: 'Save and run now' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /^Download/ }).click(),
    ]);
    const file = path.join(dir, 'first.zip');
    await download.saveAs(file);
    note('the file is there');
    const { members } = await readZipDirectory(file);
    expect(members.map(({ name }) => String(name))).toContain('SPECS.csv');
    // A stranger has to type and to read, too: the times are the machine's part.
    process.stdout.write(`${JSON.stringify(times, undefined, 2)}\n`);
  },
);

/** Types a command, and gives what is printed until the server is ready. */
async function start(command: string, cwd: string): Promise<string> {
  const [program = '', ...args] = command.split(' ');
  // Port 8080 may be somebody else's here.
  const env = { ...process.env, WAYBILL_PORT: '0' };
  server = spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  const hear = (chunk: Buffer) => (printed += String(chunk));
  server.stderr!.on('data', hear);
  server.stdout!.on('data', hear);
  await until(() => /http:\/\/\S+:\d+/.test(printed));
  return printed;
}
