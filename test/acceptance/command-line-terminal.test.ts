import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN_EMAIL, PASSWORD, useServer } from '../support/acceptance.ts';
import { define, runToEnd, type Api, type Definition, type Paged, type Run } from '../support/api-client.ts';
import type { Environment } from '../support/installation.ts';
import { openSlowLine, type SlowLine } from '../support/slow-line.ts';
import { linesOf, openTerminal, type Terminal } from '../support/terminal.ts';

const FLAGS = ['--run-wait', '0s'];
const served = useServer({ sample: true, flags: FLAGS });
let api: Api;
let definition: Definition;
let line: SlowLine;

beforeAll(async () => {
  api = served.admin;
  // Everything, so that there is something to download.
  definition = await define(api, {
    criteria: [[{ attribute: 'number', operator: 'IS_NOT_EQUAL_TO', value: '' }]],
    options: { exportViews: ['SPECS', 'BOM', 'SOURCING'], bomLevels: 'FULL' },
  });
  line = await openSlowLine(served.url);
});
afterAll(() => line.close());

const environment = (url: string): Environment => ({
  PATH: process.env['PATH'] ?? '',
  XDG_CONFIG_HOME: path.join(served.installation.dir, 'config'),
  WAYBILL_URL: url,
  WAYBILL_EMAIL: ADMIN_EMAIL,
  WAYBILL_PASSWORD: PASSWORD,
});

function open(args: readonly string[], { columns = 80, url = line.url, env = {} } = {}): Terminal {
  return openTerminal(args, {
    dir: served.installation.dir,
    env: { ...environment(url), ...env },
    columns,
  });
}

const COLOUR = /\x1b\[\d+m/;

describe('waybill export in a terminal', () => {
  const target = (name: string): string => path.join(served.installation.dir, name);
  const files = async (): Promise<string[]> =>
    (await readdir(served.installation.dir)).filter((name) => name.includes('.zip'));

  it('draws a bar with what came, how fast and how long yet, no wider than the terminal; then the result', async () => {
    Object.assign(line, { perKilobyteMs: 40, cutAfter: undefined });
    const terminal = open(['export', '--definition', definition.guid, '--out', target('bar.zip')], {
      columns: 100,
    });
    await terminal.waitFor(/Downloading.*[█░]+.*\d+ %/);
    await terminal.waitFor(/kB of \d+\.\d kB.*kB\/s.*s left/);
    expect(await terminal.code).toBe(0);
    const shown = terminal.shown();
    expect(shown).toMatch(COLOUR);
    // It hides the cursor while it draws, and shows it again.
    expect(shown.lastIndexOf('\x1b[?25h')).toBeGreaterThan(shown.lastIndexOf('\x1b[?25l'));
    for (const drawn of shown.split(/\r|\n/)) {
      const text = linesOf(drawn).join('');
      expect(text.length, text).toBeLessThanOrEqual(Math.max(100, target('bar.zip').length + 100));
    }
    const lines = linesOf(shown);
    expect(lines[0]).toMatch(/^✔ Run \d+ is complete: \d+ items matched\.$/);
    expect(lines[1]).toContain(target('bar.zip'));
    expect((await readFile(target('bar.zip'))).subarray(0, 2).toString()).toBe('PK');
  });

  it('Ctrl-C in a download is 130 and leaves the part; the same command asks for the rest alone', async () => {
    Object.assign(line, { perKilobyteMs: 60, cutAfter: undefined });
    line.passages.length = 0;
    const args = ['export', '--definition', definition.guid, '--out', target('resumed.zip')];
    const first = open(args);
    await first.waitFor(/ [1-9]\d %/);
    first.type('\x03');
    expect(await first.code).toBe(130);
    expect(first.shown()).toContain('Interrupted. Run');
    const part = await readFile(target('resumed.zip.part'));
    expect(part.length).toBeGreaterThan(0);
    const runsBefore = await countRuns();

    line.perKilobyteMs = 0;
    const second = open(args);
    expect(await second.code).toBe(0);
    expect(second.shown()).toContain('Going on with the download of run');
    // Not another run, and of the file only what was missing.
    expect(await countRuns()).toBe(runsBefore);
    const whole = await readFile(target('resumed.zip'));
    expect(line.passages.map(({ range }) => range)).toEqual([undefined, `bytes=${part.length}-`]);
    expect(line.passages[1]!.bytes).toBe(whole.length - part.length);
    expect(whole.subarray(0, part.length).equals(part)).toBe(true);
    expect((await files()).filter((name) => name.includes('part'))).toEqual([]);
  });

  it('a connection that breaks is resumed by the command itself', async () => {
    Object.assign(line, { perKilobyteMs: 0, cutAfter: 3_000 });
    line.passages.length = 0;
    const { code, stderr } = await served.installation.run(
      ['export', '--definition', definition.guid, '--out', target('cut.zip')],
      environment(line.url),
    );
    line.cutAfter = undefined;
    expect(code, stderr).toBe(0);
    expect(line.passages.length).toBeGreaterThan(2);
    const whole = await readFile(target('cut.zip'));
    const asked = line.passages.slice(1).map(({ range }) => Number(/^bytes=(\d+)-$/.exec(range!)![1]));
    expect(asked).toEqual(asked.toSorted((a, b) => a - b));
    expect(asked[0]).toBeGreaterThan(0);
    const bytes = line.passages.reduce((sum, passage) => sum + passage.bytes, 0);
    expect(bytes).toBeGreaterThanOrEqual(whole.length);
  });

  it('a part of something else, or a changed one, is not taken: the file is right in the end', async () => {
    Object.assign(line, { perKilobyteMs: 60, cutAfter: undefined });
    const run = await runToEnd(api, definition);
    const args = ['runs', 'download', definition.guid, String(run.number), '--out', target('changed.zip')];
    const first = open(args);
    await first.waitFor(/ [1-9]\d %/);
    first.type('\x03');
    expect(await first.code).toBe(130);
    const part = target('changed.zip.part');
    await writeFile(part, Buffer.alloc((await readFile(part)).length, 'x'));
    line.perKilobyteMs = 0;
    const second = open(args);
    expect(await second.code).toBe(0);
    expect(second.shown()).toContain('Downloading all of it.');
    expect((await readFile(target('changed.zip'))).subarray(0, 2).toString()).toBe('PK');
  });

  it('Ctrl-C while the run waits aborts the run', async () => {
    await served.restart([...FLAGS, '--workers', '0']);
    api = served.admin;
    const terminal = open(['export', '--definition', definition.guid], { url: served.url });
    await terminal.waitFor(/Run \d+ waits for its turn/);
    terminal.type('\x03');
    expect(await terminal.code).toBe(130);
    expect(linesOf(terminal.shown()).join('\n')).toMatch(/^Interrupted: run \d+ was aborted\.$/m);
    const { body } = await api.get<Paged<Run>>(`/v1/exports/${definition.guid}/runs?status=ABORTED`);
    expect(body.count).toBe(1);
    await served.restart(FLAGS);
    api = served.admin;
  });

  async function countRuns(): Promise<number> {
    return (await api.get<Paged<Run>>(`/v1/exports/${definition.guid}/runs?limit=1`)).body.count;
  }
});

describe('without a terminal', () => {
  it('no bar, no colour, no cursor: lines now and then', async () => {
    const { code, stdout, stderr } = await served.installation.run(
      ['export', '--definition', definition.guid, '--out', 'piped.zip'],
      environment(served.url),
    );
    expect(code).toBe(0);
    expect(stdout + stderr).not.toContain('\x1b');
    expect(stderr).toMatch(/^Run \d+ is complete: \d+ items matched\.\n$/);
    const list = await served.installation.run(['runs', 'list', definition.guid], environment(served.url));
    expect(list.stdout).not.toContain('\x1b');
    // Whole, however long.
    expect(list.stdout).not.toContain('…');
  });
});

describe('colours and widths', () => {
  it('NO_COLOR takes the colours away, FORCE_COLOR brings them to a pipe', async () => {
    const args = ['runs', 'list', definition.guid];
    const coloured = open(args, { url: served.url });
    const plain = open(args, { url: served.url, env: { NO_COLOR: '1' } });
    const forced = served.installation.run(args, { ...environment(served.url), FORCE_COLOR: '1' });
    expect([await coloured.code, await plain.code, (await forced).code]).toEqual([0, 0, 0]);
    expect(coloured.shown()).toMatch(COLOUR);
    expect(plain.shown()).not.toMatch(COLOUR);
    expect((await forced).stdout).toMatch(COLOUR);
  });

  it.each([40, 80, 200])('tables fit %i columns', async (columns) => {
    const run = async (...args: string[]): Promise<string[]> => {
      const terminal = open(args, { columns, url: served.url, env: { NO_COLOR: '1' } });
      expect(await terminal.code).toBe(0);
      return linesOf(terminal.shown());
    };
    const [runs, items, tree] = await Promise.all([
      run('runs', 'list'),
      run('items', 'list', '--limit', '50'),
      run('items', 'bom', '900-00001', '--levels', 'all'),
    ]);
    for (const lines of [runs, items, tree]) {
      expect(lines.length).toBeGreaterThan(3);
      // The sample's names are of letters of one column each.
      expect(Math.max(...lines.map((text) => text.length))).toBeLessThanOrEqual(columns);
    }
    // What is copied stays whole.
    expect(runs[1]).toMatch(/[A-Z0-9]{20}/);
    expect(items.some((text) => text.includes('…'))).toBe(columns === 40);
  });
});
