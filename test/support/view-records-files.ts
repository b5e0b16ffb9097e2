import { csv, guid, quoted, type BundleFiles } from './view-records.ts';

/** Every byte there is, thrice: what neither text nor a line end may change. */
export const EVERY_BYTE = Buffer.from(Array.from({ length: 768 }, (_, index) => index % 256));
/** More than one block of the compressor, and not all of one kind. */
export const LONG_CONTENT = Buffer.from(
  Array.from({ length: 300_000 }, (_, index) => `line ${index}\n`).join(''),
);

interface FileRecord {
  readonly label: string;
  readonly name: string;
  /** Undefined: the bundle does not bring it. */
  readonly content?: string | Buffer;
  /** `item` or `item primary`, or a supplier item: its number begins with V-. */
  readonly of: readonly string[];
}

const FILES: readonly FileRecord[] = [
  { label: 'PRIMARY', name: 'primary.bin', content: EVERY_BYTE, of: ['TOP primary'] },
  { label: 'SECOND', name: 'second.txt', content: 'second', of: ['TOP'] },
  // Primary for one item and not for another, and a supplier item's too.
  { label: 'SHARED', name: 'shared.txt', content: 'shared', of: ['TOP', 'CHILD primary', 'V-1'] },
  { label: 'CHILD', name: 'child.txt', content: 'child', of: ['CHILD'] },
  { label: 'AWAY', name: 'away.pdf', of: ['TOP primary', 'V-1 primary'] },
  { label: 'EMPTY', name: 'empty.txt', content: '', of: ['TOP'] },
  { label: 'SUPPLIED', name: 'supplied.txt', content: 'supplied', of: ['V-1 primary'] },
  { label: 'VENDED', name: 'vended.txt', content: 'vended', of: ['V-2'] },
  { label: 'OTHER', name: 'other.txt', content: 'other', of: ['OTHER primary', 'V-3'] },
];

/** Files of the item NAMES: names that a file system or a reader of archives must not see, and long ones. */
export const AWKWARD_FILES: Readonly<Record<string, string>> = {
  SLASH: 'a/b\\c.txt',
  ABSOLUTE: '/etc/passwd',
  UPWARD: '../../secret.txt',
  DOTS: '..',
  DOT: '.',
  INNERDOTS: 'a..b',
  CONTROL: 'tab\tbell\u0007\r\nnext\u0085line.txt',
  LONGASCII: `${'a'.repeat(260)}.txt`,
  LONGUTF: `${'é'.repeat(150)}.txt`,
  LONGEMOJI: `x${'😀'.repeat(80)}.txt`,
  UMLAUT: 'Größe 部品.txt',
  SAMEA: 'same.txt',
  SAMEB: 'same.txt',
  PLAIN: 'plain name (1).txt',
};

function pathIn(label: string): string {
  return `files/${guid(label)}/content`;
}

/** Items with files, one below the other, and items of whose files an export of TOP has nothing. */
export function fileRecords(): BundleFiles {
  const records: readonly FileRecord[] = [
    ...FILES,
    { label: 'LONG', name: 'long.txt', content: LONG_CONTENT, of: ['TOP'] },
    ...Object.entries(AWKWARD_FILES).map(([label, name]) => ({ label, name, content: label, of: ['NAMES'] })),
  ];
  const associations = records.flatMap(({ label, name, content, of }) =>
    of.map((one) => {
      const [parent = '', primary = ''] = one.split(' ');
      const cells = [name, String(primary === 'primary'), content === undefined ? '' : pathIn(label)];
      return { parent, label, cells };
    }),
  );
  const ofItems = associations.filter(({ parent }) => !parent.startsWith('V-'));
  const ofSupplierItems = associations.filter(({ parent }) => parent.startsWith('V-'));
  return {
    ...Object.fromEntries(
      records.flatMap(({ label, content }) => (content === undefined ? [] : [[pathIn(label), content]])),
    ),
    'SPECS.csv': csv('number,revisionNumber', 'TOP,A', 'CHILD,A', 'OTHER,A', 'NAMES,A'),
    'BOM.csv': csv('parent.number,item.number', 'TOP,CHILD'),
    'SOURCING.csv': csv(
      'parent.number,mfrItem.number,mfrItem.supplier.name,vendorItem.number,vendorItem.supplier.name',
      'TOP,V-1,Maker,V-2,Shop',
      'CHILD,V-1,Maker,,',
      'OTHER,V-3,Maker,,',
    ),
    'FILES_FILE_SUMMARY.csv': csv(
      'guid,name,number',
      ...records.map(({ label, name }) => quoted(guid(label), name, label)),
    ),
    'FILES.csv': csv(
      'parent.number,file.guid,file.name,primary,contentPath',
      ...ofItems.map(({ parent, label, cells }) => quoted(parent, guid(label), ...cells)),
    ),
    'SOURCING_SUPPLIERITEM_FILES.csv': csv(
      'parent.number,parent.supplier.name,file.number,file.name,primary,contentPath',
      ...ofSupplierItems.map(({ parent, label, cells }) =>
        quoted(parent, parent === 'V-2' ? 'Shop' : 'Maker', label, ...cells),
      ),
    ),
  };
}
