import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { actions, createHistory, oneForeignName } from '../support/isolation-actions.ts';
import { createIsolationWorld, type IsolationWorld } from '../support/isolation-world.ts';

const HISTORIES = process.env['WAYBILL_TEST_LONG'] === '1' ? 200 : 12;
const TEST_TIMEOUT_MS = 900_000;

let world: IsolationWorld;
beforeAll(async () => {
  world = await createIsolationWorld();
});
afterAll(() => world.close());

it('the search for what is another workspace’s, or another user’s, finds it', async () => {
  const [anna, , bert] = world.members;
  const { runs } = world.first;
  const theirs = runs.find(({ owner }) => owner === bert)!;
  const place = `/v1/exports/${theirs.definition}/runs/${theirs.guid}/files/${theirs.file}`;
  const { text, headers } = await world.ask(bert!, { path: place, isOwn: true });
  expect(world.findLeaks(anna!, text, '')).toEqual(
    expect.arrayContaining([theirs.file, (JSON.parse(text) as { sha256: string }).sha256]),
  );
  expect(world.findLeaks(anna!, `${headers} BRAVO-part`, 'BRAVO-top')).toEqual(['bravo-part']);
  expect(world.findLeaks(bert!, text, '')).toEqual([]);
});

it('a GUID of another workspace is as good as none, in each place of each path', async () => {
  const perform = createHistory(world);
  for (const who of world.members.keys()) for (const action of oneForeignName(who)) await perform(action);
});

it(
  `in ${HISTORIES} random histories of two workspaces and five users no answer tells what its caller may not see`,
  { timeout: TEST_TIMEOUT_MS },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(actions, { minLength: 20, maxLength: 40 }), async (history) => {
        const perform = createHistory(world);
        for (const action of history) await perform(action);
      }),
      // The error names the request; a shorter history would be looked for through thousands more of them.
      { numRuns: HISTORIES, endOnFailure: true },
    );
  },
);
