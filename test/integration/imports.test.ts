import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codesOf, type Api, type Paged } from '../support/api-client.ts';
import { importTo, perform, uploadFiles, uploadZip, type Import, type Problem } from '../support/imports.ts';
import { ADMIN_EMAIL, loginAs, type TestServer } from '../support/installation.ts';
import { createInstallation, type OpenInstallation } from '../support/server.ts';
import { until } from '../support/until.ts';
import { zipOf } from '../support/zips.ts';

let installation: OpenInstallation;
let server: TestServer;
let admin: Api;
beforeAll(async () => {
  installation = await createInstallation();
  server = await installation.serve(['--workers', '0']);
  admin = await loginAs(server, ADMIN_EMAIL);
});
afterAll(async () => {
  expect(await server.stop()).toBe(0);
  await installation.remove();
});

async function keptFiles(): Promise<string[]> {
  const folder = path.join(installation.dir, 'data/files');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((one) => one.isFile())
    .map((one) => path.relative(folder, path.join(one.parentPath, one.name)))
    .filter((name) => /^(imports|tmp)\//.test(name));
}

const itemNumbers = async (start: string): Promise<string[]> => {
  const { body } = await admin.get<Paged<{ number: string }>>(`/v1/items?number=${start}*&limit=400`);
  return body.results.map(({ number }) => number);
};

const created = ({ summary }: Import, kind: string): number | undefined =>
  summary?.find((one) => one.kind === kind)?.created;

describe('a bundle as a zip', () => {
  const bundle = (cost: string) => ({
    'SPECS.csv': `number,name,standardCost\nZ-1,Bracket,${cost}\nZ-2,Screw,0.02\n`,
    'BOM.csv': 'parent.number,item.number,lineNumber,quantity\nZ-1,Z-2,1,4\nZ-1,Z-3,2,1\n',
  });

  it('is told everything that is wrong with it, by file and line, before anything is written', async () => {
    const { status, body: uploaded } = await uploadZip(admin, zipOf(bundle('cheap')), 'Brackets.zip');
    expect(status).toBe(201);
    expect(uploaded).toMatchObject({
      status: 'UPLOADED',
      name: 'Brackets.zip',
      hasFiles: true,
      hasSettings: false,
      contentFiles: 0,
      problems: { count: 0, results: [] },
    });
    expect(uploaded.files.map(({ name, view, headers }) => ({ name, view, headers }))).toEqual([
      { name: 'SPECS.csv', view: 'SPECS', headers: ['number', 'name', 'standardCost'] },
      { name: 'BOM.csv', view: 'BOM', headers: ['parent.number', 'item.number', 'lineNumber', 'quantity'] },
    ]);
    const checked = await perform(admin, `${uploaded.guid}/check`);
    expect(checked).toMatchObject({ status: 'CHECKED', summary: null, error: null });
    expect(checked.problems).toEqual({
      count: 2,
      results: [
        { file: 'SPECS.csv', line: 2, message: '"standardCost" is "cheap": expected a number' },
        {
          file: 'BOM.csv',
          line: 3,
          message: '"item.number" is "Z-3", an item that neither the bundle nor the workspace has',
        },
      ],
    });
    expect(checked.files.map(({ problems }) => problems)).toEqual([1, 1]);
    expect(await itemNumbers('Z-')).toEqual([]);
    const refused = await admin.post(`/v1/imports/${uploaded.guid}/commit`);
    expect(codesOf(refused)).toEqual([409, 4409]);
    expect(await itemNumbers('Z-')).toEqual([]);
  });

  it('says what would change, changes it when told to, and once more changes nothing', async () => {
    const files = {
      ...bundle('1.5'),
      'BOM.csv': 'parent.number,item.number,lineNumber,quantity\nZ-1,Z-2,1,4\n',
    };
    const { body: uploaded } = await uploadZip(admin, zipOf(files));
    expect(uploaded.name).toBe('bundle.zip');
    const checked = await perform(admin, `${uploaded.guid}/check`);
    expect([created(checked, 'items'), created(checked, 'BOM lines')]).toEqual([2, 1]);
    expect(await itemNumbers('Z-')).toEqual([]);
    const done = await perform(admin, `${uploaded.guid}/commit`);
    expect(done).toMatchObject({ status: 'COMPLETE', error: null, summary: checked.summary });
    expect(done.completionDateTime).not.toBeNull();
    expect(await itemNumbers('Z-')).toEqual(['Z-1', 'Z-2']);
    const { body: again } = await uploadZip(admin, zipOf(files));
    const unchanged = await perform(admin, `${again.guid}/commit`);
    expect(unchanged.summary?.every((one) => one.created + one.updated === 0)).toBe(true);
    await until(async () => !(await keptFiles()).some((name) => name.includes(done.guid)));
    expect((await admin.get<Import>(`/v1/imports/${done.guid}`)).body.hasFiles).toBe(false);
  });

  it('may hold the bundle in a folder, with settings and files that belong to items', async () => {
    const { body } = await uploadZip(
      admin,
      zipOf({
        'top/SPECS.csv': 'number\nF-1\n',
        'top/FILES.csv': 'parent.number,file.name,contentPath\nF-1,note.txt,files/note.txt\n',
        'top/settings.json': '{"itemCategories":[{"path":"Tested"}]}',
        'top/files/note.txt': 'a note',
      }),
    );
    expect(body).toMatchObject({ contentFiles: 1, hasSettings: true });
    const checked = await perform(admin, `${body.guid}/check`);
    expect(checked.summary).toContainEqual({ kind: 'file contents', created: 1, updated: 0, unchanged: 0 });
    const stored = () =>
      installation.query<{ key: string | null }>(
        "SELECT content_key AS key FROM files WHERE name = 'note.txt'",
      );
    expect(await stored()).toEqual([]);
    expect((await perform(admin, `${body.guid}/commit`)).status).toBe('COMPLETE');
    expect(await stored()).toEqual([{ key: expect.stringMatching(/^content\//) as string }]);
  });
});

describe('tables of other names, with headers of their own', () => {
  const parts = { name: 'Parts 2026.csv', text: 'Part No,Title,Price,Remarks\nM-1,Plate,dear,x\n,Bolt,2,\n' };
  const columns = { 'Part No': 'number', Title: 'name', Price: 'standardCost', Remarks: null };

  it('stand for what they are said to stand for', async () => {
    const { guid, files } = await importTo(
      admin,
      [parts, { name: 'bom.csv', text: 'Into,What,No\nM-1,M-2,1\n' }],
      { to: 'UPLOADED' },
    );
    expect(files.map(({ name, view, columns: none }) => ({ name, view, none }))).toEqual([
      { name: parts.name, view: null, none: {} },
      { name: 'bom.csv', view: 'BOM', none: {} },
    ]);
    const mapping = {
      files: [
        { name: parts.name, view: 'specs', columns },
        { name: 'bom.csv', columns: { Into: 'parent.number', What: 'item.number', No: 'lineNumber' } },
      ],
    };
    const checked = await perform(admin, `${guid}/check`, mapping);
    // In the words of the file.
    expect(checked.problems.results).toEqual([
      { file: parts.name, line: 2, message: '"Price" is "dear": expected a number' },
      { file: parts.name, line: 3, message: '"Part No" is empty' },
    ]);
    expect(checked.files.map(({ view, columns: now }) => ({ view, now }))).toEqual([
      { view: 'SPECS', now: columns },
      { view: 'BOM', now: mapping.files[1]!.columns },
    ]);
    // What is left out is not looked at; of what is not named everything stays.
    const without = await perform(admin, `${guid}/check`, {
      files: [
        { name: 'bom.csv', view: null },
        { name: parts.name, columns: { ...columns, Price: null } },
      ],
    });
    expect(without.problems.results).toEqual([{ file: parts.name, line: 3, message: '"Part No" is empty' }]);
  });

  it('make a custom attribute of a column that is not assigned, where the view has such', async () => {
    const done = await importTo(admin, [{ name: 'c.csv', text: 'number,Colour\nC-1,red\n' }], {
      to: 'COMPLETE',
    });
    expect(created(done, 'attributes')).toBe(1);
    const { body } =
      await admin.get<Paged<{ view: string; attributes: { name: string }[] }>>('/v1/imports/views');
    expect(body.results.find(({ view }) => view === 'SPECS')?.attributes.map(({ name }) => name)).toContain(
      'Colour',
    );
    expect(body.results.find(({ view }) => view === 'FILES')?.attributes).toEqual([]);
  });

  it.each([
    ['a file that is not there', [{ name: 'other.csv' }], [400, 3003]],
    ['a header that is not there', [{ name: parts.name, columns: { Nothing: 'number' } }], [400, 3003]],
    ['nothing as the name of a column', [{ name: parts.name, columns: { Title: ' ' } }], [400, 3003]],
    ['a number as the name of a column', [{ name: parts.name, columns: { Title: 7 } }], [400, 3003]],
    ['a view that is none', [{ name: parts.name, view: 'PARTS' }], [400, 3006]],
    [
      'a view twice',
      [
        { name: parts.name, view: 'SPECS' },
        { name: 'b.csv', view: 'SPECS' },
      ],
      [400, 3003],
    ],
    ['a field that is none', [{ name: parts.name, colums: {} }], [400, 3031]],
    ['no name', [{ view: 'SPECS' }], [400, 3001]],
    ['no list', {}, [400, 3003]],
  ])('are refused %s', async (_, files, expected) => {
    const { guid } = await importTo(admin, [parts, { name: 'b.csv', text: 'a\n' }], { to: 'UPLOADED' });
    for (const action of ['check', 'commit'])
      expect(codesOf(await admin.post(`/v1/imports/${guid}/${action}`, { files }))).toEqual(expected);
    expect((await admin.get<Import>(`/v1/imports/${guid}`)).body.status).toBe('UPLOADED');
  });

  it('may have headers that JavaScript has its own ideas about', async () => {
    const text = '__proto__,constructor,10,2\nP-1,b,c,d\n';
    const names = { ['__proto__']: 'number', constructor: null, '10': 'name', '2': null };
    const body = `{"files":[{"name":"p.csv","view":"SPECS","columns":${JSON.stringify(names).replace('{', '{"__proto__":"number",')}}]}`;
    const { guid, files } = await importTo(admin, [{ name: 'p.csv', text }], { to: 'UPLOADED' });
    expect(files[0]!.headers).toEqual(['__proto__', 'constructor', '10', '2']);
    const answer = await admin.send(`/v1/imports/${guid}/check`, { method: 'POST', text: body });
    expect(answer.status, answer.text).toBe(202);
    expect(
      (await perform(admin, `${guid}/commit`).catch(() => perform(admin, `${guid}/commit`))).status,
    ).toBe('COMPLETE');
    expect(await itemNumbers('P-1')).toEqual(['P-1']);
  });
});

describe('imports are listed', () => {
  it('newest first, by status, a page at a time', async () => {
    const one = await importTo(admin, [{ name: 'one.csv', text: 'number\n1\n' }], { to: 'UPLOADED' });
    const two = await importTo(admin, [{ name: 'two.csv', text: 'number\nL-1\n' }], { to: 'CHECKED' });
    const { body: all } = await admin.get<Paged<Import>>('/v1/imports?limit=400');
    expect(all.results.slice(0, 2).map(({ guid }) => guid)).toEqual([two.guid, one.guid]);
    expect(all.count).toBe(all.results.length);
    const { body: checked } = await admin.get<Paged<Import>>('/v1/imports?status=checked&limit=1');
    expect(checked.results.map(({ guid }) => guid)).toEqual([two.guid]);
    expect(checked.count).toBe(all.results.filter(({ status }) => status === 'CHECKED').length);
    expect((await admin.get<Paged<Import>>('/v1/imports?offset=5000')).body).toEqual({
      count: all.count,
      results: [],
    });
  });

  it('and so are their problems, by file', async () => {
    const rows = Array.from({ length: 50 }, (_, index) => `Q-${index},bad\n`).join('');
    const { guid, problems } = await importTo(
      admin,
      [
        { name: 'SPECS.csv', text: `number,standardCost\n${rows}` },
        { name: 'BOM.csv', text: 'parent.number,item.number\nQ-1,none\n' },
      ],
      { to: 'CHECKED' },
    );
    expect([problems.count, problems.results.length]).toEqual([51, 20]);
    const list = async (query: string) =>
      (await admin.get<Paged<Problem>>(`/v1/imports/${guid}/problems?${query}`)).body;
    const seen: Problem[] = [];
    for (let offset = 0; ; offset += 20) {
      const { count, results } = await list(`limit=20&offset=${offset}`);
      expect(count).toBe(51);
      seen.push(...results);
      if (results.length < 20) break;
    }
    expect(seen.slice(0, 50).map(({ line }) => line)).toEqual(
      Array.from({ length: 50 }, (_, index) => index + 2),
    );
    expect(await list('file=BOM.csv')).toMatchObject({ count: 1, results: [{ file: 'BOM.csv', line: 2 }] });
    expect(await list('file=other')).toEqual({ count: 0, results: [] });
  });
});

describe('what has come to its end', () => {
  it.each(['check', 'commit', 'abort'])('cannot be %sed any more', async (action) => {
    const done = await importTo(admin, [{ name: 'e.csv', text: 'number\nE-1\n' }], { to: 'COMPLETE' });
    expect(codesOf(await admin.post(`/v1/imports/${done.guid}/${action}`))).toEqual([409, 409]);
    const { guid } = await importTo(admin, [{ name: 'e.csv', text: 'number\nE-1\n' }], { to: 'UPLOADED' });
    const { status, body } = await admin.post<Import>(`/v1/imports/${guid}/abort`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ status: 'ABORTED', hasFiles: false, progress: null });
    expect(codesOf(await admin.post(`/v1/imports/${guid}/${action}`))).toEqual([409, 409]);
    expect(await keptFiles()).not.toContainEqual(expect.stringContaining(guid));
  });

  it('stands in the audit trail, with who did it', async () => {
    const { guid } = await importTo(admin, [{ name: 'audited.csv', text: 'number\nA-1\n' }], {
      to: 'UPLOADED',
    });
    const entries = async () => {
      const { body } = await admin.get<Paged<Record<string, unknown>>>(
        '/v1/audit?action=IMPORT&target=audited.csv',
      );
      return body.results;
    };
    await perform(admin, `${guid}/check`, { files: [{ name: 'audited.csv', view: 'SPECS' }] });
    expect(await entries()).toEqual([]);
    await perform(admin, `${guid}/commit`);
    expect(await entries()).toMatchObject([
      {
        action: 'IMPORT',
        via: 'API',
        outcome: 'DONE',
        user: { email: ADMIN_EMAIL },
        detail: expect.stringMatching(/^created \d+, updated 0, unchanged 0$/) as string,
      },
    ]);
  });
});

describe('several files', () => {
  it('have names of their own, and a zip comes alone', async () => {
    const table = { name: 'a.csv', text: 'number\n1\n' };
    const zip = { name: 'b.csv', text: zipOf({ 'SPECS.csv': 'number\n1\n' }) };
    expect(codesOf(await uploadFiles(admin, [table, table]))).toEqual([422, 4422]);
    expect(codesOf(await uploadFiles(admin, [table, zip]))).toEqual([422, 4422]);
    expect(codesOf(await uploadFiles(admin, [table, { name: 'a.pdf', text: '%PDF' }]))).toEqual([422, 4422]);
    expect(codesOf(await uploadFiles(admin, []))).toEqual([422, 4422]);
    // By its bytes, whatever it is called.
    expect((await uploadFiles(admin, [zip])).body).toMatchObject({
      status: 'UPLOADED',
      files: [{ view: 'SPECS' }],
    });
  });

  it('may be settings and tables', async () => {
    const { body } = await uploadFiles(admin, [
      { name: 'specs.csv', text: 'number\nS-1\n' },
      { name: 'settings.json', text: '{"lifecyclePhases":[{"name":"Tried","stage":"DESIGN"}]}' },
    ]);
    expect(body).toMatchObject({
      hasSettings: true,
      name: 'specs.csv +1',
      files: [{ name: 'specs.csv', view: 'SPECS' }],
    });
    const { summary } = await perform(admin, `${body.guid}/check`);
    expect(summary).toContainEqual({ kind: 'lifecycle phases', created: 1, updated: 0, unchanged: 0 });
  });
});
