import { rename, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { useServer } from '../support/acceptance.ts';
import {
  codesOf,
  createApi,
  define,
  fileUrlOf,
  messagesOf,
  runToEnd,
  type Definition,
  type Paged,
  type Run,
  type RunFile,
} from '../support/api-client.ts';
import { CONTENT_ITEM, CONTENT_MEMBER, contentRecords } from '../support/content-records.ts';
import { readMembers } from '../support/exports.ts';
import { findStored } from '../support/stored-files.ts';

interface Member {
  name: string;
  size: number;
  compressedSize: number;
  crc32: string | null;
  modifiedDateTime: string;
  hasPreview: boolean;
}
interface Preview {
  columns: string[];
  rows: (string | null)[][];
  complete: boolean;
}

const TEXTS = Array.from({ length: 150 }, (_, n) => `text "${n}"`);
const served = useServer({
  bundle: contentRecords('not a table', TEXTS),
  users: { colleague: {}, stranger: { elsewhere: true } },
});
const ALL = [[{ attribute: 'number', operator: 'IS_NOT_EQUAL_TO', value: '' }]];

interface Made {
  readonly definition: Definition;
  readonly run: Run;
  readonly url: string;
}

async function make(options: object): Promise<Made> {
  const definition = await define(served.admin, { name: 'All', criteria: ALL, options });
  const run = await runToEnd(served.admin, definition);
  expect(run.status).toBe('COMPLETE');
  return { definition, run, url: `${fileUrlOf(definition, run)}/members` };
}

const previewOf = (url: string, name: string, query = '') =>
  served.admin.get<Preview>(`${url}/${encodeURIComponent(name)}${query}`);

async function statusOf({ definition, run }: Made): Promise<string> {
  return (await served.admin.get<Run>(`/v1/exports/${definition.guid}/runs/${run.guid}`)).body.status;
}

describe('the members of a zip', () => {
  let made: Made;
  beforeAll(async () => {
    made = await make({ exportViews: ['SPECS', 'FILES'], fileContent: { item: 'ALL' } });
  });

  it('are listed with their sizes and checksums, a page at a time', async () => {
    const { body } = await served.admin.get<Paged<Member>>(made.url);
    expect(body.results.map(({ name }) => name)).toEqual(['SPECS.csv', 'FILES.csv', CONTENT_MEMBER]);
    expect(body.count).toBe(3);
    expect(body.results.map(({ hasPreview }) => hasPreview)).toEqual([true, true, false]);
    for (const { crc32, modifiedDateTime } of body.results) {
      expect(crc32).toMatch(/^[0-9a-f]{8}$/);
      expect(Math.abs(Date.parse(modifiedDateTime) - Date.now())).toBeLessThan(120_000);
    }
    const second = await served.admin.get<Paged<Member>>(`${made.url}?offset=1&limit=1`);
    expect(second.body).toEqual({ count: 3, results: [body.results[1]] });
    expect(body.results[2]!.size).toBe('not a table'.length);
  });

  it('show their first rows, a hundred unless asked for otherwise', async () => {
    const { body } = await previewOf(made.url, 'SPECS.csv');
    expect(body.columns).toContain('description');
    expect([body.rows.length, body.complete]).toEqual([100, false]);
    for (const row of body.rows) expect(row).toHaveLength(body.columns.length);
    const whole = (await previewOf(made.url, 'SPECS.csv', '?limit=400')).body;
    expect([whole.rows.length, whole.complete]).toEqual([TEXTS.length + 1, true]);
    const description = whole.columns.indexOf('description');
    expect(whole.rows.map((row) => row[description])).toEqual(expect.arrayContaining(TEXTS));
    const files = (await previewOf(made.url, 'FILES.csv')).body;
    expect(files.rows.map((row) => row[files.columns.indexOf('parent.number')])).toEqual([CONTENT_ITEM]);
  });

  it('are refused when they are no tables, and unknown ones', async () => {
    const binary = await previewOf(made.url, CONTENT_MEMBER);
    expect(codesOf(binary)).toEqual([400, 4415]);
    expect(messagesOf(binary)[0]).toContain(CONTENT_MEMBER);
    expect(codesOf(await previewOf(made.url, 'BOM.csv'))).toEqual([400, 3011]);
    expect(codesOf(await previewOf(made.url, '../SPECS.csv'))).toEqual([400, 3011]);
    for (const query of ['?limit=0', '?limit=401', '?limit=x'])
      expect(codesOf(await previewOf(made.url, 'SPECS.csv', query))).toEqual([400, 3041]);
    expect(codesOf(await previewOf(made.url, 'SPECS.csv', '?offset=1'))).toEqual([400, 3019]);
  });

  it('are for the user who ran it', async () => {
    for (const url of [made.url, `${made.url}/SPECS.csv`]) {
      expect(codesOf(await createApi(served.url).get(url))).toEqual([401, 401]);
      expect(codesOf(await served.as('colleague').get(url))).toEqual([403, 3024]);
      expect(codesOf(await served.as('stranger').get(url))).toEqual([400, 3011]);
    }
  });

  it('agree with what the run tells of its views, and to look at them is no download', async () => {
    const { results } = (await served.admin.get<Paged<Member>>(made.url)).body;
    const { body } = await served.admin.get<Run>(
      `/v1/exports/${made.definition.guid}/runs/${made.run.guid}?view=full`,
    );
    expect(body.waybill!['views']).toEqual([
      { name: 'SPECS', rows: TEXTS.length + 1, bytes: results[0]!.size },
      { name: 'FILES', rows: 1, bytes: results[1]!.size },
    ]);
    expect(body.status).toBe('COMPLETE');
    const { results: entries } = (await served.admin.get<Paged<{ action: string }>>('/v1/audit?limit=400'))
      .body;
    expect(entries.map(({ action }) => action)).not.toContain('DOWNLOAD');
  });

  it('are those of the file that is downloaded', async () => {
    const { results } = (await served.admin.get<Paged<Member>>(made.url)).body;
    const answer = await fetch(`${served.url}${made.url.replace(/members$/, 'content')}`, {
      headers: { arena_session_id: served.admin.token! },
    });
    const archive = path.join(served.installation.dir, 'members.zip');
    await writeFile(archive, Buffer.from(await answer.arrayBuffer()));
    const members = await readMembers(archive);
    expect([...members].map(([name, content]) => [name, content.length])).toEqual(
      results.map(({ name, size }) => [name, size]),
    );
  });
});

describe('a JSON document', () => {
  it('is its own only member', async () => {
    const made = await make({ exportViews: ['SPECS', 'FILES'], format: 'json' });
    const { body } = await served.admin.get<Paged<Member>>(made.url);
    const { body: file } = await served.admin.get<RunFile>(fileUrlOf(made.definition, made.run));
    expect(body).toEqual({
      count: 1,
      results: [
        {
          name: file.name,
          size: file.size,
          compressedSize: file.size,
          crc32: null,
          modifiedDateTime: file['creationDateTime'],
          hasPreview: true,
        },
      ],
    });
    expect((await served.admin.get<Paged<Member>>(`${made.url}?offset=1`)).body).toEqual({
      count: 1,
      results: [],
    });
    const preview = (await previewOf(made.url, file.name, '?limit=400')).body;
    expect([preview.rows.length, preview.complete]).toEqual([TEXTS.length + 1, true]);
    const numbers = preview.rows.map((row) => row[preview.columns.indexOf('number')]);
    expect(numbers).toContain(CONTENT_ITEM);
    const nested = preview.rows[numbers.indexOf(CONTENT_ITEM)]!;
    expect(nested).toContain('[1]');
    expect(codesOf(await previewOf(made.url, 'export.json'))).toEqual([400, 3011]);
    const { body: run } = await served.admin.get<Run>(
      `/v1/exports/${made.definition.guid}/runs/${made.run.guid}?view=full`,
    );
    expect(run.waybill!['views']).toEqual([
      { name: 'SPECS', rows: TEXTS.length + 1, bytes: null },
      { name: 'FILES', rows: 1, bytes: null },
    ]);
  });

  it('in a zip is looked into too', async () => {
    const made = await make({ format: 'json', fileContent: { item: 'ALL' } });
    const { columns, rows } = (await previewOf(made.url, 'export.json')).body;
    expect(rows).toHaveLength(100);
    expect(columns).toContain('number');
    expect(await statusOf(made)).toBe('COMPLETE');
  });
});

describe('a file that is not what was stored: 400 / 3017', () => {
  const VIEWS_OF = {
    gone: ['BOM', 'SOURCING', 'FILES'],
    'damaged in one byte': ['BOM', 'FILES'],
    'cut short': ['SOURCING', 'FILES'],
    'something else': ['FILES'],
  };
  it.each([
    ['gone', async (stored: string) => rename(stored, `${stored}.away`)],
    [
      'damaged in one byte',
      async (stored: string) => {
        const bytes = await readFile(stored);
        bytes[100]! ^= 1;
        await writeFile(stored, bytes);
      },
    ],
    ['cut short', async (stored: string) => writeFile(stored, (await readFile(stored)).subarray(0, 200))],
    ['something else', async (stored: string) => writeFile(stored, 'spoilt')],
  ])('%s', async (name, spoil) => {
    // A file of its own: of two with the same content another one might be spoilt.
    const made = await make({ exportViews: ['SPECS', ...VIEWS_OF[name as keyof typeof VIEWS_OF]] });
    const { body: file } = await served.admin.get<RunFile>(fileUrlOf(made.definition, made.run));
    await spoil(await findStored(served.installation, file.sha256));
    for (const url of [made.url, `${made.url}/SPECS.csv`]) {
      const answer = await served.admin.get(url);
      expect(codesOf(answer)).toEqual([400, 3017]);
      expect(messagesOf(answer)).toEqual([
        `The file with guid "${file.guid}" cannot be downloaded at this time.`,
      ]);
    }
  });
});
