import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  define,
  fileUrlOf,
  runToEnd,
  type Api,
  type Definition,
  type Paged,
  type Run,
  type RunFile,
} from '../support/api-client.ts';
import { CONTENT_MEMBER, contentRecords } from '../support/content-records.ts';
import { limitFilesOf, mountDisk, type Disk } from '../support/disk.ts';
import { ADMIN_EMAIL, loginAs, type TestServer } from '../support/installation.ts';
import { watch } from '../support/launch.ts';
import { createInstallation, type OpenInstallation } from '../support/server.ts';
import { ALL_ITEMS, exportArchive, type BundleFiles } from '../support/view-records.ts';

/** What nothing makes smaller, and more than there is room for. */
const CONTENT = randomBytes(3_000_000);
const SPARE_BYTES = 65_536;
const TEXTS = Array.from({ length: 500 }, () => randomBytes(150).toString('hex'));
const WITH_CONTENT = { fileContent: { item: 'ALL' }, exportViews: ['SPECS', 'FILES'] };
const EXPORTS = { zip: WITH_CONTENT, 'zip of a view alone': {}, json: { format: 'json' } };

const REASONS = {
  ENOSPC: 'The export file could not be written: the storage is full.',
  EFBIG: 'The export file could not be written: the storage takes no file so large.',
};

const IMPORT_REASONS = {
  ENOSPC: /^The storage is full: .+ Nothing was imported\.$/,
  EFBIG: /^The storage takes no file so large: .+ Nothing was imported\.$/,
};

/** Who may not mount a file system sees both times that of a limit, which any process may be given. */
describe.each(['a file system of its own', 'a limit on the size of files'])('%s is full', (form) => {
  let installation: OpenInstallation;
  let disk: Disk;
  let server: TestServer;
  let api: Api;
  let folder: string;
  const definitions: Record<string, Definition> = {};

  beforeAll(async () => {
    installation = await createInstallation();
    const mountPoint = path.join(installation.dir, 'disk');
    await mkdir(mountPoint);
    const mounted = form === 'a file system of its own' ? await mountDisk(mountPoint, 64) : undefined;
    folder = path.join(mountPoint, 'files');
    const running = installation.start(['serve', '--json', '--port', '0', '--storage', folder]);
    server = await watch(running);
    disk = mounted ?? limitFilesOf(running.child.pid!);
    await importRecords('first', contentRecords(CONTENT, TEXTS));
    api = await loginAs(server, ADMIN_EMAIL);
    for (const [name, options] of Object.entries(EXPORTS))
      definitions[name] = await define(api, { criteria: ALL_ITEMS, options });
  });
  afterAll(async () => {
    await disk.free();
    expect(await server.stop()).toBe(0);
    await disk.remove();
    await installation.remove();
  });

  async function importRecords(name: string, records: BundleFiles, through: readonly string[] = []) {
    const bundle = await installation.write(name, records);
    const { code, stderr } = await installation.start(['import', '--storage', folder, bundle], {}, through)
      .result;
    return { code, stderr };
  }

  async function filesIn(part: string): Promise<string[]> {
    const entries = await readdir(path.join(folder, part), { recursive: true, withFileTypes: true });
    return entries.filter((one) => one.isFile()).map(({ name }) => name);
  }

  it('ends runs as FAILED with that reason and leaves nothing of them, while all else goes on; with room again runs complete', async () => {
    const before = await runToEnd(api, definitions['zip']!);
    const url = fileUrlOf(definitions['zip']!, before);
    const file = (await api.get<RunFile>(url)).body;
    expect(await filesIn('exports')).toEqual([`${file.guid}.zip`]);

    await disk.fill(SPARE_BYTES);
    for (const [name, definition] of Object.entries(definitions)) {
      const run = await runToEnd(api, definition);
      expect([name, run.status]).toEqual([name, 'FAILED']);
      const full = await api.get<Run>(`/v1/exports/${definition.guid}/runs/${run.guid}?view=full`);
      expect(full.body.waybill!.error).toEqual({ code: 3000, message: REASONS[disk.code] });
      expect(await filesIn('tmp')).toEqual([]);
    }
    expect(await filesIn('exports')).toEqual([`${file.guid}.zip`]);
    const told = server
      .output()
      .split('\n')
      .filter((line) => line.includes('run failed'));
    expect(told).toHaveLength(Object.keys(definitions).length);
    for (const line of told) expect(line).toContain(disk.code);

    expect((await api.get('/health/ready')).status).toBe(200);
    expect(await sha256Of(url)).toBe(file.sha256);

    await disk.free();
    const archive = await exportArchive(api, WITH_CONTENT);
    expect(archive.members.get(CONTENT_MEMBER)).toEqual(CONTENT);
    for (const definition of Object.values(definitions))
      expect((await runToEnd(api, definition)).status).toBe('COMPLETE');
  });

  it('lets an import end with that reason and import nothing', async () => {
    const contents = await filesIn('content');
    await disk.fill(SPARE_BYTES);
    const more = {
      ...contentRecords(randomBytes(3_000_000)),
      'SPECS.csv': 'number\r\nHAS-CONTENT\r\nTOO-MUCH\r\n',
    };
    const { code, stderr } = await importRecords('second', more, disk.through);
    await disk.free();
    expect(stderr.trimEnd().split('\n').at(-1)).toMatch(IMPORT_REASONS[disk.code]);
    expect([code, stderr]).toEqual([1, expect.not.stringContaining('    at ')]);
    expect([await filesIn('content'), await filesIn('tmp')]).toEqual([contents, []]);
    expect((await api.get<Paged<unknown>>('/v1/items?number=TOO-MUCH')).body.count).toBe(0);
    const doctor = await installation.run(['doctor', '--verify', '--storage', folder]);
    expect([doctor.code, doctor.stderr]).toEqual([0, '']);
  });

  async function sha256Of(url: string): Promise<string> {
    const response = await fetch(`${api.url}${url}/content`, { headers: { arena_session_id: api.token! } });
    expect(response.status).toBe(200);
    return createHash('sha256')
      .update(Buffer.from(await response.arrayBuffer()))
      .digest('hex');
  }
});
