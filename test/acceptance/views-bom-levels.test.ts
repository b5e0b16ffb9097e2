import { describe, expect, it } from 'vitest';
import { useServer } from '../support/acceptance.ts';
import { bomLinesIn, exportArchive, itemsNumbered, rowTexts, type Archive } from '../support/view-records.ts';
import { bomRecords, CHAIN_DEPTH, chainItem } from '../support/view-records-boms.ts';

const served = useServer({ bundle: bomRecords() });

async function exported(bomLevels: string | undefined, ...numbers: readonly string[]): Promise<Archive> {
  return exportArchive(served.admin, { exportViews: ['SPECS', 'BOM'], bomLevels }, itemsNumbered(...numbers));
}

const numbersIn = (archive: Archive): string[] => rowTexts(archive, 'SPECS', (cell) => cell('number'));
const linesIn = (archive: Archive): string[] => bomLinesIn(archive).map((line) => line.replaceAll(' A', ''));

describe('bomLevels NONE', () => {
  it('adds no children: item rows and BOM rows are those of the matching items only [VIE-4, VIE-30, VIE-72]', async () => {
    const archive = await exported('NONE', 'SHARE-1', 'LOOP-3');
    expect(numbersIn(archive)).toEqual(['LOOP-3', 'SHARE-1']);
    expect(linesIn(archive)).toEqual([
      'LOOP-3 > LOOP-1',
      'LOOP-3 > LOOP-4',
      'SHARE-1 > SHARE-2',
      'SHARE-1 > SHARE-3',
      'SHARE-1 > SHARE-4',
    ]);
  });

  it('is the default [VIE-3]', async () => {
    expect(numbersIn(await exported(undefined, 'SHARE-1'))).toEqual(['SHARE-1']);
  });
});

describe('bomLevels SINGLE', () => {
  it('adds the children of matching items, one level, and the lines of those children too [VIE-5, VIE-30, VIE-71]', async () => {
    const archive = await exported('SINGLE', 'SHARE-1');
    expect(numbersIn(archive)).toEqual(['SHARE-1', 'SHARE-2', 'SHARE-3', 'SHARE-4']);
    expect(linesIn(archive)).toEqual([
      'SHARE-1 > SHARE-2',
      'SHARE-1 > SHARE-3',
      'SHARE-1 > SHARE-4',
      'SHARE-2 > SHARE-4',
      'SHARE-2 > SHARE-4',
      'SHARE-3 > SHARE-4',
      'SHARE-4 > SHARE-5',
    ]);
  });

  it('does not go below the children of a loop [VIE-5]', async () => {
    expect(numbersIn(await exported('SINGLE', 'LOOP-1'))).toEqual(['LOOP-1', 'LOOP-2']);
  });
});

describe('bomLevels FULL', () => {
  it('adds every child, each item once, however many parents it has and however deep it stands [VIE-6, VIE-30, VIE-31, VIE-71]', async () => {
    const archive = await exported('FULL', 'SHARE-1');
    expect(numbersIn(archive)).toEqual(['SHARE-1', 'SHARE-2', 'SHARE-3', 'SHARE-4', 'SHARE-5']);
    expect(linesIn(archive)).toEqual([
      'SHARE-1 > SHARE-2',
      'SHARE-1 > SHARE-3',
      'SHARE-1 > SHARE-4',
      'SHARE-2 > SHARE-4',
      'SHARE-2 > SHARE-4',
      'SHARE-3 > SHARE-4',
      'SHARE-4 > SHARE-5',
    ]);
  });

  it('has each item once when a child matches the criteria itself [VIE-31]', async () => {
    const archive = await exported('FULL', 'SHARE-4', 'SHARE-1', 'SHARE-3');
    expect(numbersIn(archive)).toEqual(['SHARE-1', 'SHARE-2', 'SHARE-3', 'SHARE-4', 'SHARE-5']);
    expect(archive.run.criteriaResultsCount).toBe(3);
  });

  it('ends in a BOM that loops, each item once [VIE-32]', async () => {
    const archive = await exported('FULL', 'LOOP-2');
    expect(numbersIn(archive)).toEqual(['LOOP-1', 'LOOP-2', 'LOOP-3', 'LOOP-4']);
    expect(linesIn(archive)).toEqual([
      'LOOP-1 > LOOP-2',
      'LOOP-2 > LOOP-3',
      'LOOP-3 > LOOP-1',
      'LOOP-3 > LOOP-4',
    ]);
  });

  it('ends where an item stands in its own BOM [VIE-32]', async () => {
    const archive = await exported('FULL', 'SELF');
    expect([numbersIn(archive), linesIn(archive)]).toEqual([['SELF'], ['SELF > SELF']]);
  });

  it('explodes a BOM to its last level [VIE-6]', async () => {
    const archive = await exported('FULL', chainItem(0));
    const numbers = numbersIn(archive);
    expect(numbers).toHaveLength(CHAIN_DEPTH + 1);
    expect([numbers[0], numbers.at(-1)]).toEqual(['CHAIN-000', 'CHAIN-120']);
    expect(linesIn(archive)).toHaveLength(CHAIN_DEPTH);
  });
});
