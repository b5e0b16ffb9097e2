import { createHash } from 'node:crypto';
import { rm, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { useServer } from '../support/acceptance.ts';
import { codesOf, type Paged } from '../support/api-client.ts';
import { csv, guid } from '../support/view-records.ts';
import { findStored, sha256Of } from '../support/stored-files.ts';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>';

interface TestFile {
  readonly label: string;
  readonly name: string;
  readonly mimeType: string;
  readonly content: string | Buffer;
  readonly private?: true;
}
const FILES: readonly TestFile[] = [
  { label: 'PNG', name: 'view.png', mimeType: 'image/png', content: PNG },
  { label: 'PDF', name: 'Zeichnung ä.pdf', mimeType: 'application/pdf', content: '%PDF-1.4\n%%EOF\n' },
  { label: 'GUESSED', name: 'PHOTO.JPG', mimeType: '', content: 'a photo' },
  { label: 'SVG', name: 'label.svg', mimeType: 'image/svg+xml', content: SVG },
  { label: 'HTML', name: 'page.html', mimeType: 'text/html', content: '<script>alert(1)</script>' },
  { label: 'ODD', name: 'odd.bin', mimeType: 'text/plain\tx: y', content: 'odd' },
  { label: 'NAMELESS', name: 'png', mimeType: '', content: 'no ending' },
  { label: 'OWN', name: 'own.gif', mimeType: 'image/gif', content: 'a gif', private: true },
  { label: 'LOST', name: 'lost.webp', mimeType: 'image/webp', content: 'lost' },
  { label: 'DAMAGED', name: 'damaged.txt', mimeType: 'text/plain', content: 'as it was' },
];
const fileOf = (label: string): TestFile => FILES.find((file) => file.label === label)!;

const served = useServer({
  bundle: {
    'SPECS.csv': csv(
      'number,guid,revisionNumber,revisionStatus',
      `PART,${guid('PARTA')},A,SUPERSEDED`,
      `PART,${guid('PARTB')},B,EFFECTIVE`,
      `OTHER,${guid('OTHER')},A,EFFECTIVE`,
    ),
    'FILES.csv': csv(
      'parent.number,parent.revisionNumber,file.name,file.guid,file.number,contentPath',
      ...FILES.map(
        ({ label, name }, index) => `PART,A,${name},${guid(label)},${index},files/${guid(label)}/content`,
      ),
      `PART,B,elsewhere.pdf,${guid('NONE')},100,`,
    ),
    'FILES_FILE_SUMMARY.csv': csv(
      'guid,name,mimeType,private',
      ...FILES.map(({ label, name, mimeType, private: own }) =>
        [guid(label), name, mimeType, own === true ? 'true' : 'false'].join(','),
      ),
      `${guid('NONE')},elsewhere.pdf,application/pdf,false`,
    ),
    ...Object.fromEntries(FILES.map(({ label, content }) => [`files/${guid(label)}/content`, content])),
  },
  users: { member: {}, stranger: { elsewhere: true } },
});

const pathOf = (label: string, item = 'PARTB'): string =>
  `/v1/items/${guid(item)}/files/${guid(label)}/content`;
const ask = (label: string, headers: Readonly<Record<string, string>> = {}, method = 'GET') =>
  fetch(served.url + pathOf(label), {
    method,
    headers: { arena_session_id: served.as('member').token!, ...headers },
  });
const sha256 = (content: string | Buffer): Buffer => createHash('sha256').update(content).digest();

describe('GET /v1/items/{guid}/files/{file}/content', () => {
  it.each([
    ['PNG', 'image/png', 'inline'],
    ['PDF', 'application/pdf', 'inline'],
    ['GUESSED', 'image/jpeg', 'inline'],
    ['OWN', 'image/gif', 'inline'],
    ['SVG', 'image/svg+xml', 'attachment'],
    ['HTML', 'text/html', 'attachment'],
    ['ODD', 'application/octet-stream', 'attachment'],
    ['NAMELESS', 'application/octet-stream', 'attachment'],
  ])('sends %s as %s, %s', async (label, type, disposition) => {
    const { content, name } = fileOf(label);
    const answer = await ask(label);
    expect(answer.status).toBe(200);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(Buffer.from(content));
    const headers = Object.fromEntries(answer.headers);
    expect(headers).toMatchObject({
      'content-type': type,
      'content-length': String(Buffer.byteLength(content)),
      'content-security-policy': 'sandbox',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-cache, no-transform',
      'accept-ranges': 'bytes',
      etag: `"${sha256(content).toString('hex')}"`,
      'repr-digest': `sha-256=:${sha256(content).toString('base64')}:`,
    });
    expect(headers).not.toHaveProperty('last-modified');
    expect(headers['content-disposition']).toMatch(new RegExp(`^${disposition}; filename="`));
    expect(headers['content-disposition']).toContain(`filename*=UTF-8''${encodeURIComponent(name)}`);
  });

  it('sends a part, nothing to whom has it, and to HEAD no body', async () => {
    const { content } = fileOf('HTML');
    const etag = `"${sha256(content).toString('hex')}"`;
    const part = await ask('HTML', { Range: 'bytes=1-6' });
    expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([
      206,
      `bytes 1-6/${content.length}`,
      'script',
    ]);
    const known = await ask('HTML', { 'If-None-Match': etag });
    expect([known.status, known.headers.get('etag'), await known.text()]).toEqual([304, etag, '']);
    const head = await ask('HTML', {}, 'HEAD');
    expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([
      200,
      String(content.length),
      '',
    ]);
    expect((await ask('HTML', { Range: 'bytes=1000-' })).status).toBe(416);
    expect((await ask('HTML', { 'If-Match': '"other"' })).status).toBe(412);
    // Without a date conditions on dates decide nothing.
    expect((await ask('HTML', { 'If-Modified-Since': new Date().toUTCString() })).status).toBe(200);
  });

  it('is written down, of whoever it is: DOWNLOAD', async () => {
    const target = guid('OWN');
    const lines = async () =>
      (await served.admin.get<Paged<object>>(`/v1/audit?action=DOWNLOAD&target=${target}`)).body;
    const { count } = await lines();
    const etag = (await ask('OWN')).headers.get('etag')!;
    await ask('OWN', { 'If-None-Match': etag });
    await ask('OWN', {}, 'HEAD');
    const { count: now, results } = await lines();
    expect(now).toBe(count + 1);
    expect(results[0]).toMatchObject({
      user: { email: 'member@example.test' },
      outcome: 'STARTED',
      detail: 'own.gif',
    });
  });
});

it('GET /v1/items/{guid}/files?view=full says what can be downloaded, and shown as what', async () => {
  const { body } = await served.admin.get<{
    results: { file: { guid: string }; waybill: Record<string, unknown> }[];
  }>(`/v1/items/${guid('PARTA')}/files?view=full&limit=400`);
  const told = Object.fromEntries(
    body.results.map(({ file, waybill }) => [file.guid, [waybill['preview'], waybill['mimeType']]]),
  );
  expect(told).toMatchObject({
    [guid('PNG')]: ['IMAGE', 'image/png'],
    [guid('PDF')]: ['PDF', 'application/pdf'],
    [guid('GUESSED')]: ['IMAGE', 'image/jpeg'],
    [guid('SVG')]: [null, 'image/svg+xml'],
    [guid('NAMELESS')]: [null, null],
  });
  expect(body.results.find(({ file }) => file.guid === guid('OWN'))!.waybill).toMatchObject({
    haveContent: true,
    private: true,
    size: 5,
  });
  const other = await served.admin.get(`/v1/items/${guid('PARTB')}/files?view=full`);
  expect(other.body).toMatchObject({ results: [{ waybill: { haveContent: false, preview: null } }] });
});

describe('refusals', () => {
  it('without a session: 401', async () => {
    const answer = await fetch(served.url + pathOf('PNG'));
    expect([answer.status, answer.headers.get('content-disposition')]).toEqual([401, null]);
  });

  it.each([
    ['to another workspace', 'stranger', pathOf('PNG')],
    ['of a file of another item', 'member', pathOf('PNG', 'OTHER')],
    ['of a file that there is not', 'member', pathOf('NOTHING')],
    ['of an item that there is not', 'member', pathOf('PNG', 'NOTHING')],
  ] as const)('%s: 3011', async (_what, who, path) => {
    expect(codesOf(await served.as(who).get(path))).toEqual([400, 3011]);
  });

  it('of content that is not held, was lost or damaged: 3017', async () => {
    const placeOf = (label: string) =>
      findStored(served.installation, sha256Of(Buffer.from(fileOf(label).content)));
    await rm(await placeOf('LOST'));
    await writeFile(await placeOf('DAMAGED'), 'as it is!');
    for (const label of ['NONE', 'LOST', 'DAMAGED']) {
      expect(codesOf(await served.admin.get(pathOf(label)))).toEqual([400, 3017]);
    }
  });
});
