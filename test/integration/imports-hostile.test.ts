import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, readdir } from 'node:fs/promises';
import { connect } from 'node:net';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codesOf, messagesOf, type Api, type Paged } from '../support/api-client.ts';
import { limitFilesOf, mountDisk } from '../support/disk.ts';
import { importTo, perform, uploadFiles, uploadOf, uploadZip, type Import } from '../support/imports.ts';
import { ADMIN_EMAIL, loginAs, watch, type TestServer } from '../support/installation.ts';
import { createInstallation, type OpenInstallation } from '../support/server.ts';
import { until } from '../support/until.ts';
import { zipOf } from '../support/zips.ts';

const MAX_UPLOAD = 3_000_000;
let installation: OpenInstallation;
let server: TestServer;
let admin: Api;

beforeAll(async () => {
  installation = await createInstallation();
  server = await serve();
  admin = await loginAs(server, ADMIN_EMAIL);
});
afterAll(async () => {
  expect(await server.stop()).toBe(0);
  await installation.remove();
});

const serve = (): Promise<TestServer> =>
  installation.serve(['--workers', '0'], { WAYBILL_MAX_UPLOAD: String(MAX_UPLOAD) });

/** What is kept of uploads, whole or in part. */
async function keptFiles(folder = path.join(installation.dir, 'data/files')): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((one) => one.isFile())
    .map((one) => path.relative(folder, path.join(one.parentPath, one.name)))
    .filter((name) => /^(imports|tmp)\//.test(name));
}

async function expectNothingLeft(before: readonly string[]): Promise<void> {
  await until(async () => (await keptFiles()).join() === before.join());
  expect((await admin.get('/v1/exports')).status).toBe(200);
}

/** A zip with one deflated member that says whatever it likes of its size. */
function packed(name: string, content: Buffer, claimedBytes = content.length): Buffer {
  const deflated = deflateRawSync(content, { level: 9 });
  const zip = zipOf({ [name]: deflated });
  const entry = zip.indexOf('PK\x01\x02', 0, 'latin1');
  for (const [at, extra] of [
    [0, 0],
    [entry, 2],
  ] as const) {
    zip.writeUInt16LE(8, at + 8 + extra);
    zip.writeUInt32LE(claimedBytes, at + 22 + extra);
  }
  return zip;
}

describe('an upload that is no bundle is refused, and nothing is kept of it', () => {
  const specs = { 'SPECS.csv': 'number\n1\n' };
  const cut = zipOf({ ...specs, 'files/a': Buffer.alloc(5_000) });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a picture', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')],
    ['half a zip', cut.subarray(0, 3_000)],
    ['the head of a zip', Buffer.from('PK\x03\x04', 'latin1')],
    ['a way out of it', zipOf({ ...specs, '../../etc/passwd': 'x' })],
    ['a name from the root', zipOf({ ...specs, '/etc/passwd': 'x' })],
    ['a name with backslashes', zipOf({ ...specs, '..\\..\\x': 'x' })],
    ['a name with a NUL', zipOf({ 'SP\0ECS.csv': 'number\n1\n' })],
    ['a name without an end', zipOf({ [`${'x'.repeat(300)}.csv`]: 'number\n1\n' })],
    ['no table', zipOf({ 'readme.txt': 'x' })],
    ['a zip without members', zipOf({})],
    ['a bomb', packed('SPECS.csv', Buffer.alloc(100_000_000, 'a,'))],
    ['a bomb that lies', packed('SPECS.csv', Buffer.alloc(20_000_000, 'a,'), 10)],
    [
      '101 tables',
      zipOf(Object.fromEntries(Array.from({ length: 101 }, (_, index) => [`${index}.csv`, 'a\n']))),
    ],
  ])('%s', async (_, bytes) => {
    const before = await keptFiles();
    const answer = await uploadZip(admin, bytes);
    expect(codesOf(answer), answer.text).toEqual([422, 4422]);
    // Nothing of where things are on the server.
    expect(answer.text).not.toMatch(/waybill-acceptance|imports\//);
    await expectNothingLeft(before);
  });

  it('a form without an end, or without a boundary', async () => {
    const before = await keptFiles();
    const form = uploadOf([{ name: 'a.csv', text: 'number\n1\n' }]);
    for (const [text, headers] of [
      [form.text.subarray(0, -10), form.headers],
      [form.text, { 'Content-Type': 'multipart/form-data' }],
    ] as const) {
      const answer = await admin.send('/v1/imports', { method: 'POST', text: new Uint8Array(text), headers });
      expect([400, 422]).toContain(answer.status);
    }
    await expectNothingLeft(before);
  });

  it.each(['application/json', 'text/plain', 'application/octet-stream'])('of type %s: 415', async (type) => {
    const headers = { 'Content-Type': type };
    expect(codesOf(await admin.send('/v1/imports', { method: 'POST', text: '{}', headers }))).toEqual([
      415, 415,
    ]);
  });

  it.each([
    ['../../x.csv', 'x.csv'],
    ['C:\\\\x\\\\y.csv', 'y.csv'],
  ])('a file called %s is only called so', async (name, expected) => {
    const { status, body } = await uploadFiles(admin, [{ name, text: 'number\n1\n' }]);
    expect(status).toBe(201);
    expect(body.files[0]!.name).toBe(expected);
    expect(await keptFiles()).toContain((await keptFiles()).find((one) => one.includes(body.guid)));
    await admin.post(`/v1/imports/${body.guid}/abort`);
  });
});

describe('what is beside the tables takes no memory', () => {
  it('fields of a form: a few, of a few characters', async () => {
    async function* form(fields: number): AsyncGenerator<Uint8Array> {
      for (let field = 0; field < fields; field += 1)
        yield Buffer.from(
          `--b\r\nContent-Disposition: form-data; name="f${field}"\r\n\r\n${'x'.repeat(200_000)}\r\n`,
        );
      yield Buffer.from(
        '--b\r\nContent-Disposition: form-data; name="file"; filename="SPECS.csv"\r\n\r\nnumber\n1\n\r\n--b--\r\n',
      );
    }
    const send = async (fields: number): Promise<number> =>
      (
        await fetch(`${admin.url}/v1/imports`, {
          method: 'POST',
          body: form(fields),
          duplex: 'half',
          headers: { 'Content-Type': 'multipart/form-data; boundary=b', arena_session_id: admin.token! },
        })
      ).status;
    expect(await send(3)).toBe(201);
    const before = await keptFiles();
    expect(await send(100)).toBe(400);
    await expectNothingLeft(before);
  });

  it('header rows: those that are too long together are not told', async () => {
    const header = `number,${Array.from({ length: 9_000 }, (_, index) => `c${index}`).join()}`;
    const tables = ['1.csv', '2.csv', '3.csv', '4.csv'].map((name) => ({ name, text: `${header}\n` }));
    const { status, body, text } = await uploadFiles(admin, tables);
    expect(status).toBe(201);
    expect(body.files.map(({ headers }) => headers.length > 0)).toEqual([true, true, false, false]);
    expect(text.length).toBeLessThan(200_000);
    const columns = Object.fromEntries(
      body.files[0]!.headers.map((name) => [name, `${name} ${'x'.repeat(80)}`]),
    );
    const answer = await admin.post(`/v1/imports/${body.guid}/check`, {
      files: [{ name: '1.csv', view: 'SPECS', columns }],
    });
    expect(codesOf(answer), answer.text).toEqual([400, 3003]);
  });

  it('a settings.json with millions of entries', async () => {
    const settings = `{"users":[${'1,'.repeat(1_400_000)}1]}`;
    const checked = await importTo(
      admin,
      [
        { name: 'SPECS.csv', text: 'number,name\n1,a\n' },
        { name: 'settings.json', text: settings },
      ],
      { to: 'CHECKED', mapping: {} },
    );
    expect(checked.problems.results).toEqual([
      {
        file: 'settings.json',
        line: null,
        message: 'there are 1400001 entries in its lists, at most 250000 can be imported',
      },
    ]);
  });

  it('a file that thousands of rows name is read once', async () => {
    const rows = Array.from({ length: 3_000 }, (_, index) => `${index},f${index},files/big\n`).join('');
    const started = Date.now();
    const { body } = await uploadZip(
      admin,
      zipOf({
        'SPECS.csv': 'number,name,category.path\n1,a,b\n',
        'FILES_FILE_SUMMARY.csv': `number,name,contentPath\n${rows}`,
        'files/big': Buffer.alloc(2_000_000),
      }),
    );
    const { summary } = await perform(admin, `${body.guid}/commit`);
    expect(summary).toContainEqual(
      expect.objectContaining({ kind: 'file contents', created: 3_000, unchanged: 0 }),
    );
    expect(Date.now() - started).toBeLessThan(40_000);
  });

  it('a problem with a long value is told in short', async () => {
    const path = 'x'.repeat(1_000_000);
    const checked = await importTo(
      admin,
      [
        { name: 'SPECS.csv', text: 'number,name,category.path\n1,a,b\n' },
        { name: 'FILES_FILE_SUMMARY.csv', text: `number,name,contentPath\n1,a,${path}\n` },
      ],
      { to: 'CHECKED', mapping: {} },
    );
    const [problem] = checked.problems.results;
    expect(problem!.message).toMatch(/^"contentPath" is "x+/);
    expect(problem!.message.length).toBeLessThan(2_100);
  });
});

describe('an upload that is too large', () => {
  const huge = zipOf({ 'SPECS.csv': 'number\n1\n', 'files/a': Buffer.alloc(MAX_UPLOAD) });

  it('is refused by what it says of itself', async () => {
    const before = await keptFiles();
    const answer = await uploadZip(admin, Buffer.concat([huge, Buffer.alloc(100_000)]));
    expect(codesOf(answer)).toEqual([413, 413]);
    expect(messagesOf(answer)[0]).toContain(String(MAX_UPLOAD));
    await expectNothingLeft(before);
  });

  it.each(['as a zip', 'in a form'])('is refused as it comes, when it does not say, %s', async (form) => {
    const before = await keptFiles();
    const { text, headers } =
      form === 'as a zip'
        ? { text: huge, headers: { 'Content-Type': 'application/zip' } }
        : uploadOf([{ name: 'a.csv', text: huge }]);
    async function* pieces(): AsyncGenerator<Uint8Array> {
      for (let at = 0; at < text.length; at += 65_536) yield text.subarray(at, at + 65_536);
    }
    const response = await fetch(`${admin.url}/v1/imports`, {
      method: 'POST',
      body: pieces(),
      duplex: 'half',
      headers: { ...headers, arena_session_id: admin.token! },
    });
    expect(response.status).toBe(413);
    await expectNothingLeft(before);
  });

  it('unpacked is refused too', async () => {
    const rows = Buffer.from(
      Array.from(
        { length: 800_000 },
        (_, index) =>
          createHash('md5')
            .update(String(index >> 5))
            .digest('hex')
            .slice(0, 12) + ',aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n',
      ).join(''),
    );
    expect(rows.length).toBeGreaterThan(10 * MAX_UPLOAD);
    const answer = await uploadZip(admin, packed('SPECS.csv', rows));
    expect(codesOf(answer)).toEqual([422, 4422]);
    expect(messagesOf(answer)[0]).toContain(`unpacks to more than ${10 * MAX_UPLOAD} bytes`);
  });
});

describe('an upload that does not come to its end', () => {
  it('leaves nothing when its client goes away', async () => {
    const before = await keptFiles();
    const { hostname, port } = new URL(admin.url);
    for (const type of ['application/zip', 'multipart/form-data; boundary=b']) {
      const socket = connect(Number(port), hostname);
      socket.write(
        `POST /v1/imports HTTP/1.1\r\nHost: x\r\narena_session_id: ${admin.token!}\r\nContent-Type: ${type}\r\nContent-Length: 1000000\r\n\r\n` +
          (type === 'application/zip'
            ? 'PK\x03\x04'
            : '--b\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nnumber\n'),
      );
      await once(socket, 'connect');
      socket.write(Buffer.alloc(100_000, 'a'));
      await until(async () => (await keptFiles()).length > before.length);
      socket.destroy();
      await expectNothingLeft(before);
    }
    expect(
      (await admin.get<Paged<Import>>('/v1/imports')).body.results.every(({ files }) => files.length > 0),
    ).toBe(true);
    expect(server.output()).not.toContain('request failed');
  });
});

describe('tables that are not what they should be are told of, and nothing is imported', () => {
  const utf16 = Buffer.from('\uFEFFnumber,name\n1,a\n', 'utf16le');
  it.each([
    ['UTF-16', utf16, 1],
    ['Latin-1', Buffer.from('number,name\n1,M\xFCller\n', 'latin1'), 2],
    ['two million columns', Buffer.from(`number${',a'.repeat(1_400_000)}\n`), 1],
    [
      'three thousand columns',
      Buffer.from(`number,${Array.from({ length: 3_000 }, (_, index) => `c${index}`).join()}\n`),
      1,
    ],
    ['a NUL in a header', Buffer.from('number,a\0b\n1,2\n'), 1],
    ['a quote without an end', Buffer.from('number\n"1\n2\n'), 3],
    ['nothing at all', Buffer.alloc(0), 1],
    ['semicolons', Buffer.from('number;name\n1;a\n'), 1],
    ['a row of another length', Buffer.from('number,name\n1\n'), 2],
  ])('%s', async (_, text, line) => {
    const started = Date.now();
    const checked = await importTo(admin, [{ name: 'SPECS.csv', text }], { to: 'CHECKED', mapping: {} });
    expect(checked.problems.count).toBeGreaterThan(0);
    expect(checked.problems.results.map((one) => one.line)).toContain(line);
    expect(Date.now() - started).toBeLessThan(20_000);
    expect(codesOf(await admin.post(`/v1/imports/${checked.guid}/commit`))).toEqual([409, 4409]);
  });
});

describe.each(['a file system of its own', 'a limit on the size of files'])('%s that is full', (form) => {
  it('refuses an upload with 507, and nothing is left of it', async () => {
    const mountPoint = path.join(installation.dir, `disk-${form.length}`);
    await mkdir(mountPoint);
    const mounted = form === 'a file system of its own' ? await mountDisk(mountPoint, 64) : undefined;
    const folder = path.join(mountPoint, 'files');
    const running = installation.start([
      'serve',
      '--json',
      '--port',
      '0',
      '--workers',
      '0',
      '--storage',
      folder,
    ]);
    const small = await watch(running);
    const disk = mounted ?? limitFilesOf(running.child.pid!);
    const api = await loginAs(small, ADMIN_EMAIL);
    await disk.fill(65_536);
    const answer = await uploadZip(
      api,
      zipOf({ 'SPECS.csv': 'number\n1\n', 'files/a': Buffer.alloc(2_000_000, 'x') }),
    );
    expect(codesOf(answer)).toEqual([507, 507]);
    expect(answer.text).not.toContain(folder);
    await until(async () => (await keptFiles(folder)).length === 0);
    await disk.free();
    expect((await uploadZip(api, zipOf({ 'SPECS.csv': 'number\n1\n' }))).status).toBe(201);
    expect(await small.stop()).toBe(0);
    await disk.remove();
  });
});
