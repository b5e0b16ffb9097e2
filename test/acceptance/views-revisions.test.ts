import { beforeAll, describe, expect, it } from 'vitest';
import { useServer } from '../support/acceptance.ts';
import {
  bomLinesIn,
  exportArchive,
  itemsIn,
  itemsNumbered,
  reference,
  rowTexts,
  ALL_VIEWS,
  type Archive,
} from '../support/view-records.ts';
import { revisionRecords } from '../support/view-records-revisions.ts';

const served = useServer({ bundle: revisionRecords() });

/** Those whose rows hang on a revision. */
const VIEWS = ALL_VIEWS.slice(0, 8);

function exported(
  revisionStatus: string | undefined,
  bomLevels: string,
  criteria: unknown = itemsNumbered('TOP'),
): Promise<Archive> {
  return exportArchive(served.admin, { exportViews: VIEWS, revisionStatus, bomLevels }, criteria);
}

const statusesIn = (archive: Archive): string =>
  rowTexts(archive, 'SPECS', (cell) => `${cell('name')} ${cell('revisionStatus')}`).join(', ');

/** The revisions, as `ITEM-REVISION`, that each of the other views speaks of. */
function expectRecordsOf(archive: Archive, revisions: readonly string[]): void {
  const under = (view: string, own: string): string[] =>
    rowTexts(
      archive,
      view,
      (cell) => `${cell('parent.number')}-${cell('parent.revisionNumber')}: ${cell(own)}`,
    );
  expect(under('SOURCING', 'vendorItem.number')).toEqual(revisions.map((one) => `${one}: V-${one}`));
  expect(under('FILES', 'file.name')).toEqual(revisions.map((one) => `${one}: ${one}.txt`));
  expect(rowTexts(archive, 'FILES_FILE_SUMMARY', (cell) => cell('name'))).toEqual(
    revisions.map((one) => `${one}.txt`),
  );
  expect(rowTexts(archive, 'SOURCING_SUPPLIERITEM_SPECS', (cell) => cell('number'))).toEqual(
    revisions.map((one) => `V-${one}`),
  );
  expect(rowTexts(archive, 'SOURCING_SUPPLIERITEM_SUPPLIER_PROFILE', (cell) => cell('name'))).toEqual(
    revisions.map((one) => `Shop of ${one}`),
  );
}

const substitutesIn = (archive: Archive): string[] =>
  rowTexts(
    archive,
    'BOM_SUBSTITUTES',
    (cell) =>
      `${reference(cell, 'parent.')} > ${reference(cell, 'item.')} or ${reference(cell, 'substitute.')}`,
  );

describe('LATEST: the effective revision, or the working one where none is effective, at every level [VIE-8, VIE-71, VIE-73]', () => {
  let archive: Archive;
  beforeAll(async () => {
    archive = await exported('LATEST', 'FULL');
  });

  it('is that of the matching item and of its children', () => {
    expect(itemsIn(archive)).toBe('DEEP-E A, LOW A, M-E A, MID B, NEW A, T-E A, TOP B');
    expect(statusesIn(archive)).toBe(
      'DEEP-E-A name EFFECTIVE, LOW-A name EFFECTIVE, M-E-A name EFFECTIVE, MID-B name EFFECTIVE, NEW-A name WORKING, T-E-A name EFFECTIVE, TOP-B name EFFECTIVE',
    );
  });

  it('is that whose BOM is listed and exploded, and which BOM rows show of the children', () => {
    expect(bomLinesIn(archive)).toEqual([
      'LOW A > DEEP-E A',
      'MID B > LOW A',
      'MID B > M-E A',
      'NEW A > DEEP-E A',
      'TOP B > MID B',
      'TOP B > NEW A',
      'TOP B > T-E A',
    ]);
    expect(substitutesIn(archive)).toEqual(['TOP B > MID B or LOW A']);
  });

  it('is that whose sources and files are listed', () => {
    expectRecordsOf(archive, ['DEEP-E-A', 'LOW-A', 'M-E-A', 'MID-B', 'NEW-A', 'T-E-A', 'TOP-B']);
  });

  it('is the default [VIE-7]', async () => {
    expect(itemsIn(await exported(undefined, 'FULL'))).toBe(itemsIn(archive));
  });
});

describe('WORKING: the working revision of matching items, latest below [VIE-9, VIE-71, VIE-73]', () => {
  let archive: Archive;
  beforeAll(async () => {
    archive = await exported('WORKING', 'FULL');
  });

  it('is that of the matching item; its children are the latest', () => {
    expect(itemsIn(archive)).toBe('DEEP-E A, DEEP-W A, LOW A, M-E A, MID B, SET A, T-W A, TOP C');
    expect(statusesIn(archive)).toBe(
      'DEEP-E-A name EFFECTIVE, DEEP-W-A name EFFECTIVE, LOW-A name EFFECTIVE, M-E-A name EFFECTIVE, MID-B name EFFECTIVE, SET-A name EFFECTIVE, T-W-A name EFFECTIVE, TOP-C name WORKING',
    );
  });

  it('is that whose BOM is listed and exploded, and which BOM rows show of the children', () => {
    expect(bomLinesIn(archive)).toEqual([
      'LOW A > DEEP-E A',
      'MID B > LOW A',
      'MID B > M-E A',
      'SET A > DEEP-W A',
      'TOP C > MID B',
      'TOP C > SET A',
      'TOP C > T-W A',
    ]);
    expect(substitutesIn(archive)).toEqual(['TOP C > MID B or T-E A']);
  });

  it('is that whose sources and files are listed', () => {
    expectRecordsOf(archive, ['DEEP-E-A', 'DEEP-W-A', 'LOW-A', 'M-E-A', 'MID-B', 'SET-A', 'T-W-A', 'TOP-C']);
  });

  it('is the working revision of a matching item that is a child of another matching item, too', async () => {
    const both = await exported('WORKING', 'FULL', itemsNumbered('TOP', 'MID'));
    expect(itemsIn(both)).toBe('DEEP-E A, DEEP-W A, LOW A, M-W A, MID C, SET A, T-W A, TOP C');
    expect(bomLinesIn(both)).toEqual([
      'LOW A > DEEP-E A',
      'MID C > LOW A',
      'MID C > M-W A',
      'SET A > DEEP-W A',
      'TOP C > MID C',
      'TOP C > SET A',
      'TOP C > T-W A',
    ]);
    expect(substitutesIn(both)).toEqual(['TOP C > MID C or T-E A']);
    expectRecordsOf(both, ['DEEP-E-A', 'DEEP-W-A', 'LOW-A', 'M-W-A', 'MID-C', 'SET-A', 'T-W-A', 'TOP-C']);
  });
});

describe('POTENTIAL: the working revision at every level [VIE-10, VIE-71, VIE-73]', () => {
  let archive: Archive;
  beforeAll(async () => {
    archive = await exported('POTENTIAL', 'FULL');
  });

  it('is that of the matching item and of its children; an item that has only an effective one gives that', () => {
    expect(itemsIn(archive)).toBe('DEEP-W B, LOW B, M-W B, MID C, SET A, T-W B, TOP C');
    expect(statusesIn(archive)).toBe(
      'DEEP-W-B name WORKING, LOW-B name WORKING, M-W-B name WORKING, MID-C name WORKING, SET-A name EFFECTIVE, T-W-B name WORKING, TOP-C name WORKING',
    );
  });

  it('is that whose BOM is listed and exploded, and which BOM rows show of the children', () => {
    expect(bomLinesIn(archive)).toEqual([
      'LOW B > DEEP-W B',
      'MID C > LOW B',
      'MID C > M-W B',
      'SET A > DEEP-W B',
      'TOP C > MID C',
      'TOP C > SET A',
      'TOP C > T-W B',
    ]);
    expect(substitutesIn(archive)).toEqual(['TOP C > MID C or T-E B']);
  });

  it('is that whose sources and files are listed', () => {
    expectRecordsOf(archive, ['DEEP-W-B', 'LOW-B', 'M-W-B', 'MID-C', 'SET-A', 'T-W-B', 'TOP-C']);
  });
});

describe('an item that has only one of the two revisions gives the one it has', () => {
  it.each([
    ['LATEST', 'NEW A, SET A'],
    ['WORKING', 'NEW A, SET A'],
    ['POTENTIAL', 'NEW A, SET A'],
  ])('when it matches under %s [VIE-11]', async (revisionStatus, items) => {
    expect(itemsIn(await exported(revisionStatus, 'NONE', itemsNumbered('NEW', 'SET')))).toBe(items);
  });
});

describe('bomLevels NONE and the revision rule', () => {
  it.each([
    ['LATEST', ['TOP B > MID B', 'TOP B > NEW A', 'TOP B > T-E A'], 'TOP B > MID B or LOW A'],
    ['WORKING', ['TOP C > MID B', 'TOP C > SET A', 'TOP C > T-W A'], 'TOP C > MID B or T-E A'],
    ['POTENTIAL', ['TOP C > MID C', 'TOP C > SET A', 'TOP C > T-W B'], 'TOP C > MID C or T-E B'],
  ])(
    '%s: BOM rows show the child’s revision though the child is not exported [VIE-72, VIE-73]',
    async (rule, lines, substitute) => {
      const archive = await exported(rule, 'NONE');
      expect(itemsIn(archive)).toBe(rule === 'LATEST' ? 'TOP B' : 'TOP C');
      expect(bomLinesIn(archive)).toEqual(lines);
      expect(substitutesIn(archive)).toEqual([substitute]);
    },
  );
});

it('a superseded revision stands in no export', async () => {
  for (const rule of ['LATEST', 'WORKING', 'POTENTIAL']) {
    const archive = await exported(rule, 'FULL', itemsNumbered('TOP', 'MID'));
    const everything = [...archive.members.values()].join('');
    expect(everything).not.toMatch(/\b(TOP-A|MID-A|OLD)\b/);
  }
});
