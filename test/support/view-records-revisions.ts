import { csv, guid, type BundleFiles } from './view-records.ts';

/**
 * Three levels in which every revision has a BOM, specs, sources and files of its own. Revision A or B is effective, the next one working:
 *
 *     TOP A (superseded) → OLD           MID A (superseded) → OLD           LOW A (effective) → DEEP-E
 *     TOP B (effective)  → MID, NEW, T-E MID B (effective)  → LOW, M-E      LOW B (working)   → DEEP-W
 *     TOP C (working)    → MID, SET, T-W MID C (working)    → LOW, M-W
 *     NEW A, its only revision, working → DEEP-E      SET A, its only revision, effective → DEEP-W
 *
 * OLD, T-E, T-W, M-E, M-W, DEEP-E and DEEP-W are parts with A effective and B working.
 */
const REVISIONS: Readonly<Record<string, readonly string[]>> = {
  TOP: ['A SUPERSEDED', 'B EFFECTIVE', 'C WORKING'],
  MID: ['A SUPERSEDED', 'B EFFECTIVE', 'C WORKING'],
  LOW: ['A EFFECTIVE', 'B WORKING'],
  NEW: ['A WORKING'],
  SET: ['A EFFECTIVE'],
  OLD: ['A EFFECTIVE', 'B WORKING'],
  'T-E': ['A EFFECTIVE', 'B WORKING'],
  'T-W': ['A EFFECTIVE', 'B WORKING'],
  'M-E': ['A EFFECTIVE', 'B WORKING'],
  'M-W': ['A EFFECTIVE', 'B WORKING'],
  'DEEP-E': ['A EFFECTIVE', 'B WORKING'],
  'DEEP-W': ['A EFFECTIVE', 'B WORKING'],
};

const BOMS: Readonly<Record<string, readonly string[]>> = {
  'TOP,A': ['OLD'],
  'TOP,B': ['MID', 'NEW', 'T-E'],
  'TOP,C': ['MID', 'SET', 'T-W'],
  'MID,A': ['OLD'],
  'MID,B': ['LOW', 'M-E'],
  'MID,C': ['LOW', 'M-W'],
  'LOW,A': ['DEEP-E'],
  'LOW,B': ['DEEP-W'],
  'NEW,A': ['DEEP-E'],
  'SET,A': ['DEEP-W'],
};

export function revisionRecords(): BundleFiles {
  const revisions = Object.entries(REVISIONS).flatMap(([number, list]) =>
    list.map((one) => {
      const [letter = '', status = ''] = one.split(' ');
      return { number, letter, status, reference: `${number},${letter}`, label: `${number}-${letter}` };
    }),
  );
  return {
    'SPECS.csv': csv(
      'number,revisionNumber,revisionStatus,guid,name',
      ...revisions.map(
        ({ reference, status, label }) =>
          `${reference},${status},${guid(label.replaceAll('-', ''))},${label} name`,
      ),
    ),
    'BOM.csv': csv(
      'parent.number,parent.revisionNumber,item.number,lineNumber',
      ...Object.entries(BOMS).flatMap(([parent, children]) =>
        children.map((child, index) => `${parent},${child},${index + 1}`),
      ),
    ),
    'BOM_SUBSTITUTES.csv': csv(
      'parent.number,parent.revisionNumber,item.number,substitute.number',
      'TOP,A,OLD,T-E',
      'TOP,B,MID,LOW',
      'TOP,C,MID,T-E',
    ),
    'SOURCING.csv': csv(
      'parent.number,parent.revisionNumber,vendorItem.number,vendorItem.supplier.name',
      ...revisions.map(({ reference, label }) => `${reference},V-${label},Shop of ${label}`),
    ),
    'FILES.csv': csv(
      'parent.number,parent.revisionNumber,file.name',
      ...revisions.map(({ reference, label }) => `${reference},${label}.txt`),
    ),
  };
}
