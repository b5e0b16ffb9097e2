import { describe, expect, it } from 'vitest';
import { useServer } from '../support/acceptance.ts';
import { exportArchive, guid, itemsIn, rowTexts } from '../support/view-records.ts';
import { criteriaRecords, modifiedRecords } from '../support/view-records-criteria.ts';

/** The items, each with the exported revision, of which one criterion is true. */
async function matching(
  served: ReturnType<typeof useServer>,
  revisionStatus: string,
  criterion: { attribute: string; operator?: string; value: unknown },
): Promise<string> {
  const criteria = [[{ operator: 'IS_EQUAL_TO', ...criterion }]];
  return itemsIn(await exportArchive(served.admin, { revisionStatus }, criteria));
}

describe('criteria are evaluated on the revision that revisionStatus selects [CRI-20]', () => {
  const served = useServer({ bundle: criteriaRecords() });

  describe.each([
    ['name', 'R name', 'D name'],
    ['revisionNumber', '1', '2'],
    ['lifecyclePhase.stage', 'PRODUCTION', 'DESIGN'],
    ['standardCost', 1, 2],
    ['deviated', false, true],
    ['supplier.name', 'R Maker', 'D Maker'],
    ['revisionStatus', 'EFFECTIVE', 'WORKING'],
    [guid('COLOUR'), 'red', 'blue'],
  ])('%s', (attribute, released, drafted) => {
    // Everything else differs between the revisions; their numbers also between the items.
    const isNumber = attribute === 'revisionNumber';

    it('under LATEST is that of the effective revision, or of the working one where there is no other', async () => {
      expect(await matching(served, 'LATEST', { attribute, value: released })).toBe(
        isNumber ? 'BOTH 1, DRAFT 1, RELEASED 1' : 'BOTH 1, RELEASED 1',
      );
      expect(await matching(served, 'LATEST', { attribute, value: drafted })).toBe(isNumber ? '' : 'DRAFT 1');
    });

    it.each(['WORKING', 'POTENTIAL'])(
      'under %s is that of the working revision, or of the effective one where there is no other',
      async (rule) => {
        expect(await matching(served, rule, { attribute, value: released })).toBe(
          isNumber ? 'DRAFT 1, RELEASED 1' : 'RELEASED 1',
        );
        expect(await matching(served, rule, { attribute, value: drafted })).toBe(
          isNumber ? 'BOTH 2' : 'BOTH 2, DRAFT 1',
        );
      },
    );
  });

  it('an effectiveDateTime, too, is the selected revision’s: a working one has none', async () => {
    const criterion = {
      attribute: 'effectiveDateTime',
      operator: 'IS_AFTER',
      value: '2019-01-01T00:00:00Z',
    };
    expect(await matching(served, 'LATEST', criterion)).toBe('BOTH 1, RELEASED 1');
    expect(await matching(served, 'POTENTIAL', criterion)).toBe('RELEASED 1');
  });
});

describe('under LATEST, what was modified is asked of the working revision [CRI-21]', () => {
  const served = useServer({ bundle: modifiedRecords() });

  it.each(['modifiedBOM', 'modifiedSpecs', 'modifiedSourcing', 'modifiedFiles'])('%s', async (attribute) => {
    expect(await matching(served, 'LATEST', { attribute, value: true })).toBe(
      'BY-DRAFT 1, ONLY-DRAFT 1, ONLY-RELEASE 1',
    );
    expect(await matching(served, 'LATEST', { attribute, value: false })).toBe('BY-RELEASE 1, NEVER 1');
  });

  it.each(['WORKING', 'POTENTIAL'])('and under %s of the revision that is exported', async (rule) => {
    expect(await matching(served, rule, { attribute: 'modifiedBOM', value: true })).toBe(
      'BY-DRAFT 2, ONLY-DRAFT 1, ONLY-RELEASE 1',
    );
  });

  it('the exported row is the effective revision’s all the same', async () => {
    const criteria = [[{ attribute: 'modifiedSpecs', operator: 'IS_EQUAL_TO', value: true }]];
    const archive = await exportArchive(served.admin, { revisionStatus: 'LATEST' }, criteria);
    expect(
      rowTexts(
        archive,
        'SPECS',
        (cell) => `${cell('number')} ${cell('revisionStatus')} ${cell('modifiedSpecs')}`,
      ),
    ).toEqual(['BY-DRAFT EFFECTIVE false', 'ONLY-DRAFT WORKING true', 'ONLY-RELEASE EFFECTIVE true']);
  });
});
