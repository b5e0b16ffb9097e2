import { csv, guid, type BundleFiles } from '../../support/view-records.ts';

/** Lines of the assembly {@link LARGE_BOM} itself. */
export const LARGE_LINES = 9_960;
/** Its first line opens five levels deep, each with these lines more. */
const LINES_OF_LEVEL = 10;
const LEVELS = 5;
export const LARGE_BOM = { number: 'LARGE-0', guid: guid('LARGE0') };

/** To compare with: as much as comes at once. */
export const SMALL_BOM = { number: 'SMALL-0', guid: guid('SMALL0') };
const SMALL_LINES = 330;

/** A BOM of five levels with ten thousand lines, most of them in its first. */
export function largeBomRecords(): BundleFiles {
  const parts = Array.from({ length: 200 }, (_, index) => `PART-${String(index).padStart(3, '0')}`);
  const partOf = (line: number): string => parts[line % parts.length]!;
  const levels = Array.from({ length: LEVELS }, (_, level) => level);
  const lines = levels.flatMap((level) => {
    const count = level === 0 ? LARGE_LINES : LINES_OF_LEVEL;
    return Array.from({ length: count }, (_, index) => {
      const child = index === 0 && level < LEVELS - 1 ? `LARGE-${level + 1}` : partOf(index);
      return `LARGE-${level},${child},${index + 1},${(index % 7) + 1},R${index + 1}`;
    });
  });
  const few = Array.from(
    { length: SMALL_LINES },
    (_, index) => `SMALL-0,${partOf(index)},${index + 1},1,R${index + 1}`,
  );
  return {
    'SPECS.csv': csv(
      'number,guid,revisionNumber,name',
      `${SMALL_BOM.number},${SMALL_BOM.guid},A,Small assembly`,
      ...levels.map((level) => `LARGE-${level},${guid(`LARGE${level}`)},A,Large assembly ${level}`),
      ...parts.map((part, index) => `${part},${guid(`PART${index}`)},A,Part ${index}`),
    ),
    'BOM.csv': csv('parent.number,item.number,lineNumber,quantity,refDes', ...lines, ...few),
  };
}
