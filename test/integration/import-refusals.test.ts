import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from '../../src/platform/db/database.ts';
import { createImportBench, type Bundle, type ImportBench } from '../support/bundles.ts';

/** 25 000 characters: an index would take as many that are alike. */
const incompressible = Array.from({ length: 400 }, (_, index) =>
  createHash('sha256').update(String(index)).digest('hex'),
).join('');

let bench: ImportBench;

beforeAll(async () => {
  bench = await createImportBench();
});
afterAll(() => bench.close());

async function refusalOf(files: Bundle): Promise<string> {
  const workspaceId = await bench.newWorkspace();
  const message = await bench.load(files, workspaceId).then(
    () => 'it was imported',
    (error: unknown) => (error as Error).message,
  );
  expect(await countRecords(workspaceId), 'nothing is left of a refused bundle').toBe(0);
  return message;
}

const TABLES = [
  'items',
  'item_revisions',
  'bom_lines',
  'bom_substitutes',
  'suppliers',
  'supplier_items',
  'source_relationships',
  'files',
  'item_files',
  'attributes',
  'categories',
  'lifecycle_phases',
  'users',
];

async function countRecords(workspaceId: number): Promise<number> {
  let total = 0;
  for (const table of TABLES) {
    const { rows } = await sql<{
      count: number;
    }>`SELECT count(*) FROM ${sql.table(table)} WHERE workspace_id = ${workspaceId}`.execute(
      bench.database.db,
    );
    total += rows[0]?.count ?? 0;
  }
  return total;
}

describe('every bad row is reported as file:line: message, and nothing is imported', () => {
  const item = 'number,guid\nP-1,AAAAAAAAAAAAAAAAAAA1\n';
  it.each<[what: string, files: Bundle, expected: string[]]>([
    ['no SPECS.csv', { 'BOM.csv': 'parent.number,item.number\n' }, ['SPECS.csv: this file is missing']],
    ['an empty file', { 'SPECS.csv': '' }, ['SPECS.csv:1: the header row is missing']],
    ['no number column', { 'SPECS.csv': 'name\nx\n' }, ['SPECS.csv:1: the column "number" is missing']],
    [
      'a column twice',
      { 'SPECS.csv': 'number,name,name\n1,a,b\n' },
      ['SPECS.csv:1: the column "name" stands twice'],
    ],
    [
      'a column of no view',
      { 'SPECS.csv': item, 'SOURCING.csv': 'parent.number,colour\n' },
      ['SOURCING.csv:1: there is no column "colour" in this view'],
    ],
    [
      'cells missing',
      { 'SPECS.csv': 'number,name\nP-1\nP-2,b\nP-3,c,d\n' },
      [
        'SPECS.csv:2: 2 columns were expected, 1 are there',
        'SPECS.csv:4: 2 columns were expected, 3 are there',
      ],
    ],
    ['an empty number', { 'SPECS.csv': 'number,name\n,x\n' }, ['SPECS.csv:2: "number" is empty']],
    [
      'wrong values, after a cell of two lines',
      {
        'SPECS.csv':
          'number,name,standardCost,offTheShelf,creationDateTime\nP-1,"a\nb",cheap,yes,yesterday\nP-2,,1,,\n',
      },
      [
        'SPECS.csv:2: "standardCost" is "cheap": expected a number',
        'SPECS.csv:2: "offTheShelf" is "yes": expected true or false',
        'SPECS.csv:2: "creationDateTime" is "yesterday"',
      ],
    ],
    [
      'an unknown status',
      { 'SPECS.csv': 'number,revisionStatus\nP-1,DONE\n' },
      ['SPECS.csv:2: "revisionStatus" is "DONE": expected WORKING, EFFECTIVE or SUPERSEDED'],
    ],
    [
      'two effective revisions',
      { 'SPECS.csv': 'number,revisionNumber\nP-1,A\nP-1,B\n' },
      ['SPECS.csv:3: this is the same current revision of the item'],
    ],
    [
      'the same revision twice',
      { 'SPECS.csv': 'number,revisionNumber,revisionStatus\nP-1,A,SUPERSEDED\nP-1,A,EFFECTIVE\n' },
      ['SPECS.csv:3: this is the same revision of the item as in line 2'],
    ],
    [
      'a GUID of two items',
      { 'SPECS.csv': `${item}P-2,AAAAAAAAAAAAAAAAAAA1\n` },
      ['SPECS.csv:2: "guid" is AAAAAAAAAAAAAAAAAAA1, which another item has too', 'SPECS.csv:3: "guid"'],
    ],
    [
      'a quote in the middle',
      { 'SPECS.csv': 'number,name\nP-1,5" nail\nP-2,x\n' },
      ['SPECS.csv:2: this is not CSV: Invalid Opening Quote'],
    ],
    [
      'a quote without its end',
      { 'SPECS.csv': 'number,name\nP-1,"x\nP-2,y\n' },
      ['SPECS.csv:', 'Quote Not Closed'],
    ],
    [
      'bytes that are not UTF-8',
      {
        'SPECS.csv': Buffer.concat([
          Buffer.from('number,name\nP-1,'),
          Buffer.from([0xe4]),
          Buffer.from('\n'),
        ]),
      },
      ['SPECS.csv:2: this is not UTF-8'],
    ],
    [
      'a NUL',
      { 'SPECS.csv': 'number,name\nP-1,a\0b\n' },
      ['SPECS.csv:2: "name" is "a\\u0000b": expected text without NUL'],
    ],
    [
      'an unknown parent',
      { 'SPECS.csv': item, 'BOM.csv': 'parent.number,item.number\nQ-1,P-1\n' },
      ['BOM.csv:2: "parent.number" is "Q-1", an item that neither the bundle nor the workspace has'],
    ],
    [
      'an unknown child',
      { 'SPECS.csv': item, 'BOM.csv': 'parent.number,item.number\nP-1,Q-1\n' },
      ['BOM.csv:2: "item.number" is "Q-1"'],
    ],
    [
      'an unknown revision',
      {
        'SPECS.csv': item,
        'BOM.csv': 'parent.number,parent.guid,item.number\nP-1,BBBBBBBBBBBBBBBBBBB1,P-1\n',
      },
      ['BOM.csv:2: item "P-1" has no revision with the GUID BBBBBBBBBBBBBBBBBBB1'],
    ],
    [
      'a line twice',
      {
        'SPECS.csv': item,
        'BOM.csv':
          'parent.number,item.number,guid\nP-1,P-1,CCCCCCCCCCCCCCCCCCC1\nP-1,P-1,CCCCCCCCCCCCCCCCCCC1\n',
      },
      ['BOM.csv:3: this is the same BOM line as in line 2'],
    ],
    [
      'a line number that is none',
      {
        'SPECS.csv': item,
        'BOM.csv': 'parent.number,item.number,lineNumber\nP-1,P-1,1.5\nP-1,P-1,99999999999\n',
      },
      ['BOM.csv:2: "lineNumber" is "1.5": expected a whole number', 'BOM.csv:3: "lineNumber"'],
    ],
    [
      'a substitute of no line',
      {
        'SPECS.csv': item,
        'BOM_SUBSTITUTES.csv': 'parent.number,item.number,substitute.number\nP-1,P-1,P-1\n',
      },
      ['BOM_SUBSTITUTES.csv:2: item "P-1" has no BOM line for "P-1"'],
    ],
    [
      'a supplier item in part',
      { 'SPECS.csv': item, 'SOURCING.csv': 'parent.number,mfrItem.number\nP-1,M-1\n' },
      ['SOURCING.csv:2: "mfrItem" is not known'],
    ],
    [
      'content that is not there',
      { 'SPECS.csv': item, 'FILES.csv': 'parent.number,file.name,contentPath\nP-1,a.txt,files/x/a.txt\n' },
      ['FILES.csv:2: "contentPath" is "files/x/a.txt", a file that the bundle does not have'],
    ],
    [
      'content outside',
      {
        'SPECS.csv': item,
        'FILES.csv': 'parent.number,file.name,contentPath\nP-1,a.txt,../../../etc/passwd\n',
      },
      ['FILES.csv:2: "contentPath" is "../../../etc/passwd", a file that the bundle does not have'],
    ],
    [
      'a size that is not the content’s',
      {
        'SPECS.csv': item,
        'files/x/a.txt': 'four',
        'FILES_FILE_SUMMARY.csv': 'name,size,contentPath\na.txt,5,files/x/a.txt\n',
      },
      ['FILES_FILE_SUMMARY.csv:2: "files/x/a.txt" has 4 bytes, "size" says 5'],
    ],
    [
      'settings that are not JSON',
      { 'SPECS.csv': item, 'settings.json': '{' },
      ['settings.json: this is not JSON'],
    ],
    [
      'an item with a superseded revision only',
      { 'SPECS.csv': 'number,revisionStatus\nP-1,SUPERSEDED\n' },
      ['SPECS.csv:2: item "P-1" would have no current revision'],
    ],
    [
      'a supplier item whose supplier has no name',
      {
        'SPECS.csv': item,
        'SOURCING.csv': 'parent.number,mfrItem.number,mfrItem.supplier.guid\nP-1,M-1,SSSSSSSSSSSSSSSSSSS1\n',
      },
      ['SOURCING.csv:2: "mfrItem" is not known'],
    ],
    [
      'one GUID for two lifecycle phases',
      {
        'SPECS.csv':
          'number,lifecyclePhase.name,lifecyclePhase.guid\nP-1,New,GGGGGGGGGGGGGGGGGGG1\nP-2,Old,GGGGGGGGGGGGGGGGGGG1\n',
      },
      ['The bundle cannot be imported: two records would be the same in lifecycle_phases. Key'],
    ],
    ['a number that no index takes', { 'SPECS.csv': `number\n${incompressible}\n` }, ['is too long']],
    [
      'a NUL in a column’s name',
      { 'SPECS.csv': 'number,a\0b\nP-1,x\n' },
      ['SPECS.csv:1: the name of a column has a NUL'],
    ],
    [
      'settings of another shape',
      { 'SPECS.csv': item, 'settings.json': '{"lifecyclePhases":[{"name":"X","stage":"LATER"}]}' },
      ['settings.json: /lifecyclePhases/0/stage'],
    ],
    [
      'a value that a fixed list does not have',
      {
        'settings.json': JSON.stringify({
          attributes: [
            { world: 'ITEMS', name: 'Size', fieldType: 'FIXED_DROP_DOWN', possibleValues: ['S', 'L'] },
          ],
        }),
        'SPECS.csv': 'number,Size\nP-1,M\n',
      },
      ['SPECS.csv:2: "Size" is "M": expected one of S, L'],
    ],
    [
      'wrong values, references to nothing and contents that are not there, all at once',
      {
        'SPECS.csv': 'number,standardCost\nP-1,cheap\nP-2,1\n',
        'BOM.csv': 'parent.number,item.number,quantity\nP-1,P-2,many\nP-1,100-0009,1\n',
        'FILES.csv':
          'parent.number,file.name,file.guid,contentPath\nP-1,a.txt,AAAAAAAAAAAAAAAAAAA1,files/AAAAAAAAAAAAAAAAAAA1/a.txt\n',
      },
      [
        'SPECS.csv:2: "standardCost" is "cheap": expected a number',
        'BOM.csv:2: "quantity" is "many": expected a number',
        'BOM.csv:3: "item.number" is "100-0009", an item that neither the bundle nor the workspace has',
        'FILES.csv:2: "contentPath" is "files/AAAAAAAAAAAAAAAAAAA1/a.txt", a file that the bundle does not have',
        'Nothing was imported.',
      ],
    ],
  ])('%s', async (_, files, expected) => {
    const message = await refusalOf(files);
    for (const one of expected) expect(message).toContain(one);
    expect(message).toContain('Nothing was imported.');
  });

  // As somebody else's archiver makes them: ours would not.
  it.each([
    [
      'a member twice',
      "z.writestr('SPECS.csv', 'number\\n1\\n')\nz.writestr('SPECS.csv', 'number\\n2\\n')",
      'twice',
    ],
    [
      'a member that is made to fill a disk',
      "z.writestr('SPECS.csv', 'number\\n' + '0' * 20000000)",
      '200 times',
    ],
    [
      'members that fill it together',
      "z.writestr('SPECS.csv', 'number\\n1\\n')\nfor i in range(30): z.writestr(f'files/{i}', bytes(9000000))",
      '200 times',
    ],
    [
      'a way out of it',
      "z.writestr('SPECS.csv', 'number\\n1\\n')\nz.writestr('../out.csv', 'x')",
      '../out.csv',
    ],
  ])('refuses a zip with %s', async (_, members, expected) => {
    const file = path.join(await bench.write({}), 'bundle.zip');
    execFileSync('python3', [
      '-W',
      'ignore',
      '-c',
      `import sys, zipfile\nz = zipfile.ZipFile(sys.argv[1], 'w', zipfile.ZIP_DEFLATED)\n${members}\nz.close()`,
      file,
    ]);
    await expect(bench.importFrom(file)).rejects.toThrow(expected);
  });

  it('refuses a symbolic link that leads out of the bundle', async () => {
    const source = await bench.write({
      'SPECS.csv': item,
      'FILES.csv': 'parent.number,file.name,contentPath\nP-1,a,files/secret\n',
    });
    await mkdir(path.join(source, 'files'));
    await symlink('/etc/passwd', path.join(source, 'files/secret'));
    await expect(bench.importFrom(source)).rejects.toThrow('does not have');
  });
});
