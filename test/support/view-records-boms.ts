import { csv, type BundleFiles } from './view-records.ts';

/** `parent > child, child` */
const BOMS = [
  // A child of two parents and of their parent, and twice in one BOM.
  'SHARE-1 > SHARE-2, SHARE-3, SHARE-4',
  'SHARE-2 > SHARE-4, SHARE-4',
  'SHARE-3 > SHARE-4',
  'SHARE-4 > SHARE-5',
  // Loops, one of them of a single item.
  'LOOP-1 > LOOP-2',
  'LOOP-2 > LOOP-3',
  'LOOP-3 > LOOP-1, LOOP-4',
  'SELF > SELF',
];

/** How deep the BOM under CHAIN-000 is. */
export const CHAIN_DEPTH = 120;

/** The item at a depth: CHAIN-007 for 7. */
export const chainItem = (depth: number): string => `CHAIN-${String(depth).padStart(3, '0')}`;

export function bomRecords(): BundleFiles {
  const chain = Array.from({ length: CHAIN_DEPTH }, (_, depth): [string, string] => [
    chainItem(depth),
    chainItem(depth + 1),
  ]);
  const lines = [
    ...BOMS.flatMap((bom) => {
      const [parent = '', children = ''] = bom.split(' > ');
      return children.split(', ').map((child): [string, string] => [parent, child]);
    }),
    ...chain,
  ];
  const numbers = [...new Set(lines.flat())];
  return {
    'SPECS.csv': csv('number,revisionNumber', ...numbers.map((number) => `${number},A`)),
    'BOM.csv': csv(
      'parent.number,item.number,lineNumber',
      ...lines.map((line, index) => `${line.join(',')},${index + 1}`),
    ),
  };
}
