import { mkdir, mkdtemp, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../src/platform/db/database.ts';
import { importBundle, type ImportSummary } from '../../src/records/import/import-bundle.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { createScratch, createWorkspaceRow, exportToFile, readMembers, type Scratch } from '../support/exports.ts';

let database: TestDatabase;
let scratch: Scratch;
let lastWorkspaceId = 200_000_000;

beforeAll(async () => {
  database = await createTestDatabase();
  scratch = await createScratch();
});
afterAll(async () => {
  await database.close();
  await scratch.remove();
});

type Bundle = Readonly<Record<string, string | Buffer>>;

async function writeBundle(files: Bundle): Promise<string> {
  const folder = await mkdtemp(path.join(scratch.dir, 'bundle-'));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), content);
  }
  return folder;
}

const newWorkspace = (): Promise<number> => createWorkspaceRow(database.db, (lastWorkspaceId += 1));

async function load(files: Bundle, workspaceId?: number): Promise<{ workspaceId: number; summary: ImportSummary }> {
  const id = workspaceId ?? (await newWorkspace());
  const source = await writeBundle(files);
  return { workspaceId: id, summary: await importBundle({ connection: database.connection, workspaceId: id, source, storage: scratch.storage, onProgress: () => undefined }) };
}

async function refusalOf(files: Bundle): Promise<string> {
  const workspaceId = await newWorkspace();
  const message = await load(files, workspaceId).then(
    () => 'it was imported',
    (error: unknown) => (error as Error).message,
  );
  expect(await countRecords(workspaceId), 'nothing is left of a refused bundle').toBe(0);
  return message;
}

const TABLES = ['items', 'item_revisions', 'bom_lines', 'bom_substitutes', 'suppliers', 'supplier_items', 'source_relationships', 'files', 'item_files', 'attributes', 'categories', 'lifecycle_phases', 'users'];

async function countRecords(workspaceId: number): Promise<number> {
  let total = 0;
  for (const table of TABLES) {
    const { rows } = await sql<{ count: number }>`SELECT count(*) FROM ${sql.table(table)} WHERE workspace_id = ${workspaceId}`.execute(database.db);
    total += rows[0]?.count ?? 0;
  }
  return total;
}

/** A member of an export of everything, as its rows of cells (no cell here has a comma of its own). */
async function exported(workspaceId: number, view: 'SPECS' | 'BOM' | 'SOURCING' | 'BOM_SUBSTITUTES', revisionStatus: 'LATEST' | 'WORKING' = 'LATEST'): Promise<Record<string, string>[]> {
  const { path: file } = await exportToFile(database, scratch, { workspaceId, options: { exportViews: [...new Set(['SPECS' as const, 'BOM' as const, view])], revisionStatus, header: 'name' } });
  const text = (await readMembers(file)).get(`${view}.csv`)?.toString() ?? '';
  const [header = [], ...rows] = text.trimEnd().split('\r\n').map((line) => line.split(','));
  return rows.map((cells) => Object.fromEntries(header.map((name, index) => [name, cells[index] ?? ''])));
}

const isUnchanged = (summary: ImportSummary): boolean => Object.values(summary).every(({ created, updated }) => created === 0 && updated === 0);

describe('a bundle of SPECS.csv alone', () => {
  it('makes what is missing: a category by its path, a phase by its name, a person by e-mail address, an attribute as text', async () => {
    const { workspaceId } = await load({
      'SPECS.csv': 'number,name,category.path,lifecyclePhase.name,creator.email,creator.fullName,owner.fullName,Colour\nP-1,Bolt,Parts/Bolts,Released,ann@acme.example,Ann,Bob,red\n',
    });
    const [row] = await exported(workspaceId, 'SPECS');
    expect(row).toMatchObject({ number: 'P-1', name: 'Bolt', 'category.name': 'Bolts', 'category.path': 'Parts/Bolts', 'lifecyclePhase.name': 'Released', Colour: 'red' });
    expect(row).toMatchObject({ 'creator.email': 'ann@acme.example', 'creator.fullName': 'Ann', 'owner.fullName': 'Bob', revisionStatus: 'EFFECTIVE', isAssembly: 'false' });
    expect(row?.['guid']).toMatch(/^[A-Z0-9]{20}$/);
    const { rows } = await sql<{ field_type: string }>`SELECT field_type FROM attributes WHERE workspace_id = ${workspaceId}`.execute(database.db);
    expect(rows).toEqual([{ field_type: 'SINGLE_LINE_TEXT' }]);
  });

  it('takes columns in any order, LF or CRLF, a byte order mark, and keeps line breaks in cells', async () => {
    const { workspaceId } = await load({ 'SPECS.csv': '\uFEFFname,number\r\n"two\r\nlines",P-1\r\n\r\n"one "" quote",P-2\r\n' });
    const { rows } = await sql<{ name: string }>`
      SELECT r.name FROM item_revisions r JOIN items i ON i.id = r.item_id WHERE r.workspace_id = ${workspaceId} ORDER BY i.number`.execute(database.db);
    expect(rows.map(({ name }) => name)).toEqual(['two\r\nlines', 'one " quote']);
  });

  it('takes several rows of one number with different revisionStatus as its revisions', async () => {
    const bundle = {
      'SPECS.csv': 'number,guid,revisionNumber,revisionStatus,name\nP-1,AAAAAAAAAAAAAAAAAAA1,A,SUPERSEDED,old\nP-1,AAAAAAAAAAAAAAAAAAA2,B,EFFECTIVE,now\nP-1,AAAAAAAAAAAAAAAAAAA3,,WORKING,next\n',
    };
    const { workspaceId, summary } = await load(bundle);
    expect(summary['items']).toEqual({ created: 1, updated: 0, unchanged: 0 });
    expect(summary['item revisions']).toEqual({ created: 3, updated: 0, unchanged: 0 });
    expect((await exported(workspaceId, 'SPECS'))[0]).toMatchObject({ revisionNumber: 'B', name: 'now' });
    expect((await exported(workspaceId, 'SPECS', 'WORKING'))[0]).toMatchObject({ revisionNumber: '', name: 'next' });
  });

  it('supersedes the effective revision when another one comes', async () => {
    const { workspaceId } = await load({ 'SPECS.csv': 'number,revisionNumber,name,effectiveDateTime\nP-1,A,first,2020-01-01T00:00:00Z\n' });
    await load({ 'SPECS.csv': 'number,revisionNumber,name,effectiveDateTime\nP-1,B,second,2021-01-01T00:00:00Z\n' }, workspaceId);
    const { rows } = await sql`
      SELECT revision_number, status, superseded_at FROM item_revisions WHERE workspace_id = ${workspaceId} ORDER BY revision_number`.execute(database.db);
    expect(rows).toEqual([
      { revision_number: 'A', status: 'SUPERSEDED', superseded_at: new Date('2021-01-01T00:00:00Z') },
      { revision_number: 'B', status: 'EFFECTIVE', superseded_at: null },
    ]);
  });

  it('writes numbers as the shortest exact decimals and date-times in Zulu', async () => {
    const { workspaceId } = await load({
      'settings.json': JSON.stringify({ attributes: [{ world: 'ITEMS', name: 'Built', fieldType: 'DATE' }, { world: 'ITEMS', name: 'Mass', fieldType: 'NUMBER' }] }),
      'SPECS.csv': 'number,standardCost,targetCost,creationDateTime,Built,Mass\nP-1,1.50,1e3,2020-02-29T10:00:00.999Z,2020-02-29,-0.010\n',
    });
    expect((await exported(workspaceId, 'SPECS'))[0]).toMatchObject({
      standardCost: '1.5',
      targetCost: '1000',
      creationDateTime: '2020-02-29T10:00:00Z',
      Built: '2020-02-29T00:00:00Z',
      Mass: '-0.01',
    });
  });
});

describe('references', () => {
  const SPECS = 'number,guid,revisionNumber\nA-1,AAAAAAAAAAAAAAAAAAA1,A\nP-1,AAAAAAAAAAAAAAAAAAA2,A\n';

  it('may do without GUIDs, and again change nothing, rows that are alike included', async () => {
    const bundle = {
      'SPECS.csv': 'number\nA-1\nP-1\nP-2\n',
      'BOM.csv': 'parent.number,item.number,quantity\nA-1,P-1,2\nA-1,P-1,3\nA-1,P-2,\n',
      'BOM_SUBSTITUTES.csv': 'parent.number,item.number,substitute.number\nA-1,P-1,P-2\nA-1,P-1,P-2\n',
      'SOURCING.csv': 'parent.number,mfrItem.number,mfrItem.supplier.name\nP-1,M-1,Maker\nP-1,M-1,Maker\nP-2,M-1,Other\n',
    };
    const { workspaceId, summary } = await load(bundle);
    expect(summary).toMatchObject({ 'BOM lines': { created: 3 }, 'BOM substitutes': { created: 2 }, 'source relationships': { created: 3 }, suppliers: { created: 2 }, 'supplier items': { created: 2 } });
    expect((await exported(workspaceId, 'SPECS')).map(({ isAssembly }) => isAssembly)).toEqual(['true', 'false', 'false']);
    const again = await load(bundle, workspaceId);
    expect(isUnchanged(again.summary), JSON.stringify(again.summary)).toBe(true);
  });

  it('an export without child rows makes the children that it names with a GUID', async () => {
    const { workspaceId } = await load({ 'SPECS.csv': SPECS, 'BOM.csv': 'parent.number,item.number,item.guid,item.revisionNumber,item.name\nA-1,X-9,XXXXXXXXXXXXXXXXXXX9,C,Elsewhere\n' });
    expect((await exported(workspaceId, 'BOM'))[0]).toMatchObject({ 'item.number': 'X-9', 'item.guid': 'XXXXXXXXXXXXXXXXXXX9', 'item.revisionNumber': 'C', 'item.name': 'Elsewhere' });
  });

  it('a column that is not there leaves what is known; an empty cell empties', async () => {
    const { workspaceId } = await load({ 'SPECS.csv': 'number,name,description,Colour,Size\nP-1,Bolt,long,red,L\n' });
    await load({ 'SPECS.csv': 'number,description,Colour\nP-1,,blue\n' }, workspaceId);
    expect((await exported(workspaceId, 'SPECS'))[0]).toMatchObject({ name: 'Bolt', description: '', Colour: 'blue', Size: 'L' });
  });
});

describe('every bad row is reported as file:line: message, and nothing is imported', () => {
  const item = 'number,guid\nP-1,AAAAAAAAAAAAAAAAAAA1\n';
  it.each<[what: string, files: Bundle, expected: string[]]>([
    ['no SPECS.csv', { 'BOM.csv': 'parent.number,item.number\n' }, ['SPECS.csv: this file is missing']],
    ['an empty file', { 'SPECS.csv': '' }, ['SPECS.csv:1: the header row is missing']],
    ['no number column', { 'SPECS.csv': 'name\nx\n' }, ['SPECS.csv:1: the column "number" is missing']],
    ['a column twice', { 'SPECS.csv': 'number,name,name\n1,a,b\n' }, ['SPECS.csv:1: the column "name" stands twice']],
    ['a column of no view', { 'SPECS.csv': item, 'SOURCING.csv': 'parent.number,colour\n' }, ['SOURCING.csv:1: there is no column "colour" in this view']],
    ['cells missing', { 'SPECS.csv': 'number,name\nP-1\nP-2,b\nP-3,c,d\n' }, ['SPECS.csv:2: 2 columns were expected, 1 are there', 'SPECS.csv:4: 2 columns were expected, 3 are there']],
    ['an empty number', { 'SPECS.csv': 'number,name\n,x\n' }, ['SPECS.csv:2: "number" is empty']],
    [
      'wrong values, after a cell of two lines',
      { 'SPECS.csv': 'number,name,standardCost,offTheShelf,creationDateTime\nP-1,"a\nb",cheap,yes,yesterday\nP-2,,1,,\n' },
      ['SPECS.csv:2: "standardCost" is "cheap": expected a number', 'SPECS.csv:2: "offTheShelf" is "yes": expected true or false', 'SPECS.csv:2: "creationDateTime" is "yesterday"'],
    ],
    ['an unknown status', { 'SPECS.csv': 'number,revisionStatus\nP-1,DONE\n' }, ['SPECS.csv:2: "revisionStatus" is "DONE": expected WORKING, EFFECTIVE or SUPERSEDED']],
    ['two effective revisions', { 'SPECS.csv': 'number,revisionNumber\nP-1,A\nP-1,B\n' }, ['SPECS.csv:3: this is the same current revision of the item']],
    ['the same revision twice', { 'SPECS.csv': 'number,revisionNumber,revisionStatus\nP-1,A,SUPERSEDED\nP-1,A,EFFECTIVE\n' }, ['SPECS.csv:3: this is the same revision of the item as in line 2']],
    ['a GUID of two items', { 'SPECS.csv': `${item}P-2,AAAAAAAAAAAAAAAAAAA1\n` }, ['SPECS.csv:2: "guid" is AAAAAAAAAAAAAAAAAAA1, which another item has too', 'SPECS.csv:3: "guid"']],
    ['a quote in the middle', { 'SPECS.csv': 'number,name\nP-1,5" nail\nP-2,x\n' }, ['SPECS.csv:2: this is not CSV: Invalid Opening Quote']],
    ['a quote without its end', { 'SPECS.csv': 'number,name\nP-1,"x\nP-2,y\n' }, ['SPECS.csv:', 'Quote Not Closed']],
    ['bytes that are not UTF-8', { 'SPECS.csv': Buffer.concat([Buffer.from('number,name\nP-1,'), Buffer.from([0xe4]), Buffer.from('\n')]) }, ['SPECS.csv:2: this is not UTF-8']],
    ['a NUL', { 'SPECS.csv': 'number,name\nP-1,a\0b\n' }, ['SPECS.csv:2: "name" is "a\\u0000b": expected text without NUL']],
    ['an unknown parent', { 'SPECS.csv': item, 'BOM.csv': 'parent.number,item.number\nQ-1,P-1\n' }, ['BOM.csv:2: "parent.number" is "Q-1", an item that neither the bundle nor the workspace has']],
    ['an unknown child', { 'SPECS.csv': item, 'BOM.csv': 'parent.number,item.number\nP-1,Q-1\n' }, ['BOM.csv:2: "item.number" is "Q-1"']],
    ['an unknown revision', { 'SPECS.csv': item, 'BOM.csv': 'parent.number,parent.guid,item.number\nP-1,BBBBBBBBBBBBBBBBBBB1,P-1\n' }, ['BOM.csv:2: item "P-1" has no revision with the GUID BBBBBBBBBBBBBBBBBBB1']],
    ['a line twice', { 'SPECS.csv': item, 'BOM.csv': 'parent.number,item.number,guid\nP-1,P-1,CCCCCCCCCCCCCCCCCCC1\nP-1,P-1,CCCCCCCCCCCCCCCCCCC1\n' }, ['BOM.csv:3: this is the same BOM line as in line 2']],
    ['a line number that is none', { 'SPECS.csv': item, 'BOM.csv': 'parent.number,item.number,lineNumber\nP-1,P-1,1.5\nP-1,P-1,99999999999\n' }, ['BOM.csv:2: "lineNumber" is "1.5": expected a whole number', 'BOM.csv:3: "lineNumber"']],
    ['a substitute of no line', { 'SPECS.csv': item, 'BOM_SUBSTITUTES.csv': 'parent.number,item.number,substitute.number\nP-1,P-1,P-1\n' }, ['BOM_SUBSTITUTES.csv:2: item "P-1" has no BOM line for "P-1"']],
    ['a supplier item in part', { 'SPECS.csv': item, 'SOURCING.csv': 'parent.number,mfrItem.number\nP-1,M-1\n' }, ['SOURCING.csv:2: "mfrItem" is not known']],
    ['content that is not there', { 'SPECS.csv': item, 'FILES.csv': 'parent.number,file.name,contentPath\nP-1,a.txt,files/x/a.txt\n' }, ['FILES.csv:2: "contentPath" is "files/x/a.txt", a file that the bundle does not have']],
    ['content outside', { 'SPECS.csv': item, 'FILES.csv': 'parent.number,file.name,contentPath\nP-1,a.txt,../../../etc/passwd\n' }, ['FILES.csv:2: "contentPath" is "../../../etc/passwd", a file that the bundle does not have']],
    [
      'a size that is not the content’s',
      { 'SPECS.csv': item, 'files/x/a.txt': 'four', 'FILES_FILE_SUMMARY.csv': 'name,size,contentPath\na.txt,5,files/x/a.txt\n' },
      ['FILES_FILE_SUMMARY.csv:2: "files/x/a.txt" has 4 bytes, "size" says 5'],
    ],
    ['settings that are not JSON', { 'SPECS.csv': item, 'settings.json': '{' }, ['settings.json: this is not JSON']],
    ['settings of another shape', { 'SPECS.csv': item, 'settings.json': '{"lifecyclePhases":[{"name":"X","stage":"LATER"}]}' }, ['settings.json: /lifecyclePhases/0/stage']],
    [
      'a value that a fixed list does not have',
      {
        'settings.json': JSON.stringify({ attributes: [{ world: 'ITEMS', name: 'Size', fieldType: 'FIXED_DROP_DOWN', possibleValues: ['S', 'L'] }] }),
        'SPECS.csv': 'number,Size\nP-1,M\n',
      },
      ['SPECS.csv:2: "Size" is "M": expected one of S, L'],
    ],
  ])('%s', async (_, files, expected) => {
    const message = await refusalOf(files);
    for (const one of expected) expect(message).toContain(one);
    expect(message).toContain('Nothing was imported.');
  });

  it('refuses a symbolic link that leads out of the bundle', async () => {
    const source = await writeBundle({ 'SPECS.csv': item, 'FILES.csv': 'parent.number,file.name,contentPath\nP-1,a,files/secret\n' });
    await mkdir(path.join(source, 'files'));
    await symlink('/etc/passwd', path.join(source, 'files/secret'));
    const workspaceId = await newWorkspace();
    await expect(importBundle({ connection: database.connection, workspaceId, source, storage: scratch.storage, onProgress: () => undefined })).rejects.toThrow('does not have');
  });
});
