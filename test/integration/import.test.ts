import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../src/platform/db/database.ts';
import type { ImportSummary } from '../../src/records/import/import-bundle.ts';
import { createImportBench, type ImportBench } from '../support/bundles.ts';
import { exportToFile, readMembers } from '../support/exports.ts';

let bench: ImportBench;

beforeAll(async () => {
  bench = await createImportBench();
});
afterAll(() => bench.close());

/** A member of an export of everything, as its rows of cells (no cell here has a comma of its own). */
async function exported(
  workspaceId: number,
  view: 'SPECS' | 'BOM' | 'SOURCING' | 'BOM_SUBSTITUTES',
  revisionStatus: 'LATEST' | 'WORKING' = 'LATEST',
): Promise<Record<string, string>[]> {
  const { path: file } = await exportToFile(bench.database, bench.scratch, {
    workspaceId,
    options: {
      exportViews: [...new Set(['SPECS' as const, 'BOM' as const, view])],
      revisionStatus,
      header: 'name',
    },
  });
  const text = (await readMembers(file)).get(`${view}.csv`)?.toString() ?? '';
  const [header = [], ...rows] = text
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','));
  return rows.map((cells) => Object.fromEntries(header.map((name, index) => [name, cells[index] ?? ''])));
}

const isUnchanged = (summary: ImportSummary): boolean =>
  Object.values(summary).every(({ created, updated }) => created === 0 && updated === 0);

describe('a bundle of SPECS.csv alone', () => {
  it('tells the planner what is there now, so that the next import does not go by a plan for an empty table', async () => {
    const specs = ['number', ...Array.from({ length: 300 }, (_none, index) => `P-${index}`)].join('\r\n');
    await bench.load({ 'SPECS.csv': `${specs}\r\n` });
    const { rows } = await sql<{ analyzed: number }>`
      SELECT count(*)::integer AS analyzed FROM pg_stats WHERE tablename IN ('items', 'item_revisions') AND attname = 'id'`.execute(
      bench.database.db,
    );
    expect(rows).toEqual([{ analyzed: 2 }]);
  });

  it('makes what is missing: a category by its path, a phase by its name, a person by e-mail address, an attribute as text', async () => {
    const { workspaceId } = await bench.load({
      'SPECS.csv':
        'number,name,category.path,lifecyclePhase.name,creator.email,creator.fullName,owner.fullName,Colour\nP-1,Bolt,Parts/Bolts,Released,ann@acme.example,Ann,Bob,red\n',
    });
    const [row] = await exported(workspaceId, 'SPECS');
    expect(row).toMatchObject({
      number: 'P-1',
      name: 'Bolt',
      'category.name': 'Bolts',
      'category.path': 'Parts/Bolts',
      'lifecyclePhase.name': 'Released',
      Colour: 'red',
    });
    expect(row).toMatchObject({
      'creator.email': 'ann@acme.example',
      'creator.fullName': 'Ann',
      'owner.fullName': 'Bob',
      revisionStatus: 'EFFECTIVE',
      isAssembly: 'false',
    });
    expect(row?.['guid']).toMatch(/^[A-Z0-9]{20}$/);
    const { rows } = await sql<{
      field_type: string;
    }>`SELECT field_type FROM attributes WHERE workspace_id = ${workspaceId}`.execute(bench.database.db);
    expect(rows).toEqual([{ field_type: 'SINGLE_LINE_TEXT' }]);
  });

  it('takes columns in any order, LF or CRLF, a byte order mark, and keeps line breaks in cells', async () => {
    const { workspaceId } = await bench.load({
      'SPECS.csv': '\uFEFFname,number\r\n"two\r\nlines",P-1\r\n\r\n"one "" quote",P-2\r\n',
    });
    const { rows } = await sql<{ name: string }>`
      SELECT r.name FROM item_revisions r JOIN items i ON i.id = r.item_id WHERE r.workspace_id = ${workspaceId} ORDER BY i.number`.execute(
      bench.database.db,
    );
    expect(rows.map(({ name }) => name)).toEqual(['two\r\nlines', 'one " quote']);
  });

  it('takes several rows of one number with different revisionStatus as its revisions', async () => {
    const bundle = {
      'SPECS.csv':
        'number,guid,revisionNumber,revisionStatus,name\nP-1,AAAAAAAAAAAAAAAAAAA1,A,SUPERSEDED,old\nP-1,AAAAAAAAAAAAAAAAAAA2,B,EFFECTIVE,now\nP-1,AAAAAAAAAAAAAAAAAAA3,,WORKING,next\n',
    };
    const { workspaceId, summary } = await bench.load(bundle);
    expect(summary['items']).toEqual({ created: 1, updated: 0, unchanged: 0 });
    expect(summary['item revisions']).toEqual({ created: 3, updated: 0, unchanged: 0 });
    expect((await exported(workspaceId, 'SPECS'))[0]).toMatchObject({ revisionNumber: 'B', name: 'now' });
    expect((await exported(workspaceId, 'SPECS', 'WORKING'))[0]).toMatchObject({
      revisionNumber: '',
      name: 'next',
    });
  });

  it('supersedes the effective revision when another one comes', async () => {
    const { workspaceId } = await bench.load({
      'SPECS.csv': 'number,revisionNumber,name,effectiveDateTime\nP-1,A,first,2020-01-01T00:00:00Z\n',
    });
    await bench.load(
      { 'SPECS.csv': 'number,revisionNumber,name,effectiveDateTime\nP-1,B,second,2021-01-01T00:00:00Z\n' },
      workspaceId,
    );
    const { rows } = await sql`
      SELECT revision_number, status, superseded_at FROM item_revisions WHERE workspace_id = ${workspaceId} ORDER BY revision_number`.execute(
      bench.database.db,
    );
    expect(rows).toEqual([
      { revision_number: 'A', status: 'SUPERSEDED', superseded_at: new Date('2021-01-01T00:00:00Z') },
      { revision_number: 'B', status: 'EFFECTIVE', superseded_at: null },
    ]);
  });

  it('writes numbers as the shortest exact decimals and date-times in Zulu', async () => {
    const { workspaceId } = await bench.load({
      'settings.json': JSON.stringify({
        attributes: [
          { world: 'ITEMS', name: 'Built', fieldType: 'DATE' },
          { world: 'ITEMS', name: 'Mass', fieldType: 'NUMBER' },
        ],
      }),
      'SPECS.csv':
        'number,standardCost,targetCost,creationDateTime,Built,Mass\nP-1,1.50,1e3,2020-02-29T10:00:00.999Z,2020-02-29,-0.010\n',
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
      'SOURCING.csv':
        'parent.number,mfrItem.number,mfrItem.supplier.name\nP-1,M-1,Maker\nP-1,M-1,Maker\nP-2,M-1,Other\n',
    };
    const { workspaceId, summary } = await bench.load(bundle);
    expect(summary).toMatchObject({
      'BOM lines': { created: 3 },
      'BOM substitutes': { created: 2 },
      'source relationships': { created: 3 },
      suppliers: { created: 2 },
      'supplier items': { created: 2 },
    });
    expect((await exported(workspaceId, 'SPECS')).map(({ isAssembly }) => isAssembly)).toEqual([
      'true',
      'false',
      'false',
    ]);
    const again = await bench.load(bundle, workspaceId);
    expect(isUnchanged(again.summary), JSON.stringify(again.summary)).toBe(true);
  });

  it('an export without child rows makes the children that it names with a GUID', async () => {
    const { workspaceId } = await bench.load({
      'SPECS.csv': SPECS,
      'BOM.csv':
        'parent.number,item.number,item.guid,item.revisionNumber,item.name\nA-1,X-9,XXXXXXXXXXXXXXXXXXX9,C,Elsewhere\n',
    });
    expect((await exported(workspaceId, 'BOM'))[0]).toMatchObject({
      'item.number': 'X-9',
      'item.guid': 'XXXXXXXXXXXXXXXXXXX9',
      'item.revisionNumber': 'C',
      'item.name': 'Elsewhere',
    });
  });

  it('a column that is not there leaves what is known; an empty cell empties', async () => {
    const { workspaceId } = await bench.load({
      'SPECS.csv': 'number,name,description,Colour,Size\nP-1,Bolt,long,red,L\n',
    });
    await bench.load({ 'SPECS.csv': 'number,description,Colour\nP-1,,blue\n' }, workspaceId);
    expect((await exported(workspaceId, 'SPECS'))[0]).toMatchObject({
      name: 'Bolt',
      description: '',
      Colour: 'blue',
      Size: 'L',
    });
  });

  it('a file without the columns that tell alike rows apart changes the records that it means', async () => {
    const { workspaceId } = await bench.load({
      'SPECS.csv': SPECS,
      'BOM.csv': 'parent.number,item.number,lineNumber,quantity\nA-1,P-1,1,5\n',
      'SOURCING.csv':
        'parent.number,mfrItem.number,mfrItem.supplier.name,vendorItem.number,vendorItem.supplier.name\nP-1,M-1,Maker,V-1,Shop\n',
    });
    const again = await bench.load(
      {
        'SPECS.csv': SPECS,
        'BOM.csv': 'parent.number,item.number,quantity\nA-1,P-1,7\n',
        'SOURCING.csv': 'parent.number,mfrItem.number,mfrItem.supplier.name,notes\nP-1,M-1,Maker,seen\n',
      },
      workspaceId,
    );
    expect(again.summary).toMatchObject({
      'BOM lines': { created: 0, updated: 1 },
      'source relationships': { created: 0, updated: 1 },
    });
    expect((await exported(workspaceId, 'BOM'))[0]).toMatchObject({ lineNumber: '1', quantity: '7' });
    expect((await exported(workspaceId, 'SOURCING'))[0]).toMatchObject({
      'vendorItem.number': 'V-1',
      notes: 'seen',
    });
  });

  it('a supplier, supplier item or file named with a GUID and without one is one record', async () => {
    const { summary } = await bench.load({
      'SPECS.csv': SPECS,
      'SOURCING.csv':
        'parent.number,mfrItem.number,notes,mfrItem.supplier.guid,mfrItem.supplier.name\nP-1,M-1,a,SSSSSSSSSSSSSSSSSSS1,Maker\nP-1,M-1,b,,Maker\nP-1,Z-1,c,,Zeta\n',
      'SOURCING_SUPPLIERITEM_SPECS.csv':
        'number,supplier.guid,supplier.name\nZ-1,SSSSSSSSSSSSSSSSSSS3,Zeta\n',
      'FILES_FILE_SUMMARY.csv': 'number,edition,name\nDOC-1,1,spec.pdf\n',
      'FILES.csv': 'parent.number,file.name\nP-1,spec.pdf\n',
    });
    expect(summary).toMatchObject({
      suppliers: { created: 2 },
      'supplier items': { created: 2 },
      files: { created: 1 },
      'item files': { created: 1 },
    });
  });

  it('a row without a GUID is not the record that a row beside it names by GUID', async () => {
    const bundle = {
      'SPECS.csv': SPECS,
      'BOM.csv': 'parent.number,item.number,guid\nA-1,P-1,CCCCCCCCCCCCCCCCCCC1\nA-1,P-1,\n',
    };
    const { workspaceId, summary } = await bench.load(bundle);
    expect(summary['BOM lines']).toEqual({ created: 2, updated: 0, unchanged: 0 });
    const again = await bench.load(bundle, workspaceId);
    expect(isUnchanged(again.summary), JSON.stringify(again.summary)).toBe(true);
  });
});

describe('a stored content', () => {
  it('that the disk has spoilt is right again once its bundle is imported again', async () => {
    const content = Buffer.from('as it was delivered');
    const bundle = {
      'SPECS.csv': 'number\nP-1\n',
      'FILES.csv': 'parent.number,file.name,contentPath\nP-1,a.txt,files/a.txt\n',
      'files/a.txt': content,
    };
    const { workspaceId } = await bench.load(bundle);
    const sha256 = createHash('sha256').update(content).digest('hex');
    const stored = path.join(bench.scratch.dir, 'files/content', String(workspaceId), sha256);
    const spoilt = await readFile(stored);
    spoilt[3] = spoilt[3]! ^ 1;
    await writeFile(stored, spoilt);
    const { summary } = await bench.load(bundle, workspaceId);
    expect(isUnchanged(summary)).toBe(true);
    expect(await readFile(stored)).toEqual(content);
  });
});
