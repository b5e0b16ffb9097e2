import { beforeAll, describe, expect, it } from 'vitest';
import { define, runToEnd, type Api, type Definition, type Paged, type Run } from '../support/api-client.ts';
import { useServer } from '../support/acceptance.ts';

const OWNER = 'olga.owner@example.test';
const STRANGER = 'stranger@elsewhere.test';

/** An item as many as there are workspaces have it, but only this one with this GUID. */
const ITEM_GUID = 'SECRET0ITEM0REVISION';
const served = useServer({
  bundle: { 'SPECS.csv': `number,name,guid\r\n900-00001,Model 300,${ITEM_GUID}\r\n` },
  users: { owner: { email: OWNER }, stranger: { email: STRANGER, elsewhere: true } },
});
let owner: Api;
let stranger: Api;
let definition: Definition;
let run: Run;

beforeAll(async () => {
  owner = served.as('owner');
  stranger = served.as('stranger');
  definition = await define(owner, { name: 'Private' });
  run = await runToEnd(owner, definition);
});

describe('what a user of another workspace learns', () => {
  it('a GUID that exists elsewhere is answered as one that exists nowhere', async () => {
    const own = await define(stranger);
    for (const path of [
      `/v1/exports/${definition.guid}`,
      `/v1/exports/${definition.guid}/runs`,
      `/v1/exports/${own.guid}/runs/${run.guid}`,
      `/v1/items/${ITEM_GUID}`,
      `/v1/items/${ITEM_GUID}/bom`,
    ]) {
      const known = [definition.guid, run.guid, ITEM_GUID].find((guid) => path.includes(guid))!;
      const nowhere = 'A'.repeat(20);
      const [there, missing] = [await stranger.get(path), await stranger.get(path.replace(known, nowhere))];
      expect(there.text.replace(known, nowhere)).toBe(missing.text);
      expect(there.status).toBe(missing.status);
    }
  });

  it('nothing by searching: neither definitions nor people of others', async () => {
    for (const query of [
      '',
      'name=*',
      'name=Private',
      'number=1',
      `creator.email=${OWNER}`,
      'creator.fullName=Olga*',
      `creator.guid=${run.creator.guid}`,
    ]) {
      const { body } = await stranger.get<Paged<Definition>>(`/v1/exports?limit=400&${query}`);
      for (const one of body.results) expect(one.creator.email).toBe(STRANGER);
    }
  });

  it('nothing by numbers: each workspace counts its own definitions', async () => {
    await define(stranger);
    const { body } = await stranger.get<Paged<Definition>>('/v1/exports?limit=400');
    expect(body.results.map(({ number }) => number)).toEqual(body.results.map((_, index) => index + 1));
  });

  it('nothing by the records: a run reads only its own workspace', async () => {
    expect((await runToEnd(owner, definition)).criteriaResultsCount).toBe(1);
    const theirs = await define(stranger);
    expect((await runToEnd(stranger, theirs)).criteriaResultsCount).toBe(0);
    const guid = await define(stranger, {
      criteria: [[{ attribute: 'guid', operator: 'IS_EQUAL_TO', value: ITEM_GUID }]],
    });
    expect((await runToEnd(stranger, guid)).criteriaResultsCount).toBe(0);
  });
});
