import { describe, expect, it } from 'vitest';
import { useServer } from '../support/acceptance.ts';
import { codesOf, messagesOf } from '../support/api-client.ts';
import {
  exportArchive,
  guid,
  itemsNumbered,
  rowsOf,
  rowTexts,
  type Archive,
} from '../support/view-records.ts';
import { AWKWARD_FILES, EVERY_BYTE, fileRecords, LONG_CONTENT } from '../support/view-records-files.ts';

const served = useServer({ bundle: fileRecords() });

const FILE_VIEWS = [
  'FILES',
  'FILES_FILE_SUMMARY',
  'SOURCING_SUPPLIERITEM_FILES',
  'SOURCING_SUPPLIERITEM_FILES_FILE_SUMMARY',
];

function exported(fileContent: object, options: object = {}, number = 'TOP'): Promise<Archive> {
  return exportArchive(
    served.admin,
    { exportViews: ['SPECS', ...FILE_VIEWS], fileContent, ...options },
    itemsNumbered(number),
  );
}

/** The names of the archive's physical files, without `files/` and the padding of GUIDs. */
const filesIn = ({ members }: Archive): string[] =>
  [...members.keys()]
    .filter((name) => !name.endsWith('.csv'))
    .map((name) => name.replace('files/', '').replace(/X*\//, '/'));

const ITEM_PRIMARY = ['PRIMARY/primary.bin'];
const ITEM_ALL = [
  'EMPTY/empty.txt',
  'LONG/long.txt',
  'PRIMARY/primary.bin',
  'SECOND/second.txt',
  'SHARED/shared.txt',
];
const SUPPLIER_ITEM_ALL = ['SHARED/shared.txt', 'SUPPLIED/supplied.txt', 'VENDED/vended.txt'];

describe('which physical files go into the archive', () => {
  it.each([
    ['NONE', 'NONE', []],
    ['PRIMARY', 'NONE', ITEM_PRIMARY],
    ['ALL', 'NONE', ITEM_ALL],
    ['NONE', 'ALL', SUPPLIER_ITEM_ALL],
    ['PRIMARY', 'ALL', [...ITEM_PRIMARY, ...SUPPLIER_ITEM_ALL]],
    ['ALL', 'ALL', [...ITEM_ALL, 'SUPPLIED/supplied.txt', 'VENDED/vended.txt']],
  ])(
    'item %s, supplierItem %s [VIE-13, VIE-14, VIE-15, VIE-16, VIE-17]',
    async (item, supplierItem, files) => {
      expect(filesIn(await exported({ item, supplierItem })).sort()).toEqual(files);
    },
  );

  it('are none by default, and item or supplierItem alone leaves the other at NONE [VIE-12]', async () => {
    expect(filesIn(await exported({}))).toEqual([]);
    expect(filesIn(await exported({ item: 'PRIMARY' }))).toEqual(ITEM_PRIMARY);
    expect(filesIn(await exported({ supplierItem: 'ALL' })).sort()).toEqual(SUPPLIER_ITEM_ALL);
  });

  it('PRIMARY for supplierItem is answered 400 / 3003 [VIE-18]', async () => {
    const answer = await served.admin.post('/v1/exports', {
      name: 'Test',
      world: 'ITEMS',
      options: { fileContent: { supplierItem: 'PRIMARY' } },
    });
    expect(codesOf(answer)).toEqual([400, 3003]);
    expect(messagesOf(answer)).toEqual([expect.stringContaining('supplierItem') as string]);
  });

  it('are those of children, too, once they are in the item set [VIE-14, VIE-15]', async () => {
    const archive = await exported({ item: 'PRIMARY' }, { bomLevels: 'SINGLE' });
    expect(filesIn(archive)).toEqual(['PRIMARY/primary.bin', 'SHARED/shared.txt']);
    expect(filesIn(await exported({ item: 'ALL' }, { bomLevels: 'FULL' })).sort()).toEqual([
      'CHILD/child.txt',
      ...ITEM_ALL,
    ]);
  });

  it('go in whatever views are asked for', async () => {
    const archive = await exported({ item: 'PRIMARY' }, { exportViews: ['SPECS'] });
    expect([...archive.members.keys()]).toEqual(['SPECS.csv', `files/${guid('PRIMARY')}/primary.bin`]);
  });

  it('each file once, though several items and a supplier item have it', async () => {
    const archive = await exported({ item: 'ALL', supplierItem: 'ALL' }, { bomLevels: 'FULL' });
    expect(filesIn(archive).filter((name) => name.startsWith('SHARED/'))).toEqual(['SHARED/shared.txt']);
    const path = `files/${guid('SHARED')}/shared.txt`;
    expect(
      rowTexts(
        archive,
        'FILES',
        (cell) => `${cell('parent.number')} ${cell('primary')} ${cell('contentPath')}`,
      ).filter((row) => row.includes('SHARED')),
    ).toEqual([`CHILD true ${path}`, `TOP false ${path}`]);
    expect(rowsOf(archive, 'FILES_FILE_SUMMARY').filter((row) => row['number'] === 'SHARED')).toHaveLength(1);
  });

  it('have the bytes that came in', async () => {
    const { members } = await exported({ item: 'ALL', supplierItem: 'ALL' });
    const contentOf = (label: string, name: string): Buffer => members.get(`files/${guid(label)}/${name}`)!;
    expect(contentOf('PRIMARY', 'primary.bin').equals(EVERY_BYTE)).toBe(true);
    expect(contentOf('LONG', 'long.txt').equals(LONG_CONTENT)).toBe(true);
    expect(contentOf('EMPTY', 'empty.txt')).toHaveLength(0);
    expect(contentOf('VENDED', 'vended.txt').toString()).toBe('vended');
  });
});

describe('contentPath', () => {
  const pathsIn = (archive: Archive, view: string, label: string): string[] =>
    rowTexts(archive, view, (cell) => `${cell(label)}: ${cell('contentPath')}`);

  it('is files/<file guid>/<file name> in the four file views, and names the member [VIE-82]', async () => {
    const archive = await exported({ item: 'ALL', supplierItem: 'ALL' });
    expect(pathsIn(archive, 'FILES', 'file.name')).toEqual([
      'away.pdf: ',
      `empty.txt: files/${guid('EMPTY')}/empty.txt`,
      `long.txt: files/${guid('LONG')}/long.txt`,
      `primary.bin: files/${guid('PRIMARY')}/primary.bin`,
      `second.txt: files/${guid('SECOND')}/second.txt`,
      `shared.txt: files/${guid('SHARED')}/shared.txt`,
    ]);
    expect(pathsIn(archive, 'FILES_FILE_SUMMARY', 'name')).toEqual(pathsIn(archive, 'FILES', 'file.name'));
    expect(pathsIn(archive, 'SOURCING_SUPPLIERITEM_FILES', 'file.name')).toEqual([
      'away.pdf: ',
      `shared.txt: files/${guid('SHARED')}/shared.txt`,
      `supplied.txt: files/${guid('SUPPLIED')}/supplied.txt`,
      `vended.txt: files/${guid('VENDED')}/vended.txt`,
    ]);
    expect(pathsIn(archive, 'SOURCING_SUPPLIERITEM_FILES_FILE_SUMMARY', 'name')).toEqual(
      pathsIn(archive, 'SOURCING_SUPPLIERITEM_FILES', 'file.name'),
    );
    const named = FILE_VIEWS.flatMap((view) => rowTexts(archive, view, (cell) => cell('contentPath')));
    const members = [...archive.members.keys()].filter((name) => name.startsWith('files/'));
    expect(new Set(named.filter((one) => one !== ''))).toEqual(new Set(members));
  });

  it('is empty for a file whose content is not asked for', async () => {
    const archive = await exported({ item: 'PRIMARY' });
    expect(pathsIn(archive, 'FILES', 'file.name').filter((row) => !row.endsWith(': '))).toEqual([
      `primary.bin: files/${guid('PRIMARY')}/primary.bin`,
    ]);
    for (const view of FILE_VIEWS)
      expect(new Set(rowTexts(await exported({}), view, (cell) => cell('contentPath')))).toEqual(
        new Set(['']),
      );
  });

  it('is empty for a file whose content the bundle did not bring; the file is listed', async () => {
    const archive = await exported({ item: 'ALL', supplierItem: 'ALL' });
    const away = rowsOf(archive, 'FILES_FILE_SUMMARY').find(({ name }) => name === 'away.pdf');
    expect(away).toMatchObject({ guid: guid('AWAY'), contentPath: '' });
    expect(filesIn(archive).join()).not.toContain('AWAY');
  });
});

describe('the names of physical files are made safe', () => {
  it('no separators, no .., no control characters, at most 200 bytes, each with its own content [VIE-83]', async () => {
    const archive = await exported({ item: 'ALL' }, {}, 'NAMES');
    const rows = rowsOf(archive, 'FILES');
    expect(rows).toHaveLength(14);
    for (const row of rows) {
      const [folder, own, name, ...deeper] = row['contentPath']!.split('/');
      expect([folder, own, deeper], row['file.name']).toEqual(['files', row['file.guid'], []]);
      expect(name, row['file.name']).not.toMatch(/[\\/:\p{Cc}]|\.\.|^\.?$/u);
      expect(Buffer.byteLength(name!), row['file.name']).toBeLessThanOrEqual(200);
      const content = archive.members.get(row['contentPath']!);
      expect(content?.toString(), row['file.name']).toBe(row['file.number']);
      expect(row['file.name']).toBe(AWKWARD_FILES[row['file.number']!]);
    }
  });

  it('a safe name stays as it is, also when two files have the same', async () => {
    const archive = await exported({ item: 'ALL' }, {}, 'NAMES');
    for (const [label, name] of [
      ['PLAIN', 'plain name (1).txt'],
      ['UMLAUT', 'Größe 部品.txt'],
      ['SAMEA', 'same.txt'],
      ['SAMEB', 'same.txt'],
    ] as const)
      expect(archive.members.get(`files/${guid(label)}/${name}`)?.toString()).toBe(label);
  });

  it('a long name is cut between characters, as late as 200 bytes allow, and keeps its extension [VIE-83]', async () => {
    const { members } = await exported({ item: 'ALL' }, {}, 'NAMES');
    const nameOf = (label: string): string =>
      [...members.keys()].find((name) => name.startsWith(`files/${guid(label)}/`))!.split('/')[2]!;
    for (const label of ['LONGASCII', 'LONGUTF', 'LONGEMOJI']) {
      expect(nameOf(label)).not.toContain('\ufffd');
      expect(nameOf(label)).toMatch(/\.txt$/);
      expect(Buffer.byteLength(nameOf(label))).toBeGreaterThan(196);
    }
    expect(nameOf('LONGUTF').startsWith('é'.repeat(90))).toBe(true);
  });
});
