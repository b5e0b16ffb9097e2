import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  codesOf,
  createApi,
  define,
  fileUrlOf,
  messagesOf,
  ONE_ITEM,
  type Answer,
  type Api,
  type Definition,
  type Paged,
  type Run,
} from '../support/api-client.ts';
import { useServer } from '../support/acceptance.ts';
import type { TestServer } from '../support/installation.ts';

const runsOf = ({ guid }: { guid: string }): string => `/v1/exports/${guid}/runs`;

/** Starts a run with a key; by default the answer is not held. */
function start(
  api: Api,
  definition: Definition,
  { key, body = {}, prefer = 'respond-async' }: { key: string; body?: object; prefer?: string },
): Promise<Answer<Run>> {
  return api.post<Run>(runsOf(definition), body, { 'Idempotency-Key': key, Prefer: prefer });
}

async function countOf(api: Api, definition: Definition): Promise<number> {
  return (await api.get<Paged<Run>>(runsOf(definition))).body.count;
}

describe('Idempotency-Key', () => {
  const served = useServer({
    sample: true,
    users: { member: {} },
    env: { WAYBILL_RUNS_IN_PROGRESS: 'none' },
  });
  let api: Api;
  let member: Api;
  let second: TestServer;

  beforeAll(async () => {
    api = served.admin;
    member = served.as('member');
    second = await served.installation.serve([], { WAYBILL_WORKERS: '0' });
  });
  afterAll(async () => {
    expect(await second.stop()).toBe(0);
  });

  it('the same request is answered 201 with the same run, as it is now [API-200]', async () => {
    const definition = await define(api);
    const key = randomUUID();
    const first = await start(api, definition, { key });
    expect(first.status).toBe(201);
    const again = await start(api, definition, { key, prefer: 'wait=60' });
    expect(again.status).toBe(201);
    expect(again.headers.get('preference-applied')).toBe('wait=60');
    expect(again.body).toMatchObject({ guid: first.body.guid, number: 1, status: 'COMPLETE' });
    expect((await api.get(`${fileUrlOf(definition, again.body)}/content`)).status).toBe(200);
    const last = await start(api, definition, { key });
    expect(last.body).toEqual({ ...again.body, status: 'DOWNLOADED' });
    expect(await countOf(api, definition)).toBe(1);
  });

  it('without a key, and with another one, each request is a run', async () => {
    const definition = await define(api);
    await api.post(runsOf(definition));
    await api.post(runsOf(definition));
    const answers = [
      await start(api, definition, { key: 'one' }),
      await start(api, definition, { key: 'ONE' }),
    ];
    expect(answers.map(({ body }) => body.number)).toEqual([3, 4]);
  });

  it('blanks and the order of fields make no other request; no body is an empty one', async () => {
    const without = await define(api, { criteria: null });
    const reordered = [[{ value: '900-00001', attribute: 'number', operator: 'IS_EQUAL_TO' }]];
    const headers = { 'Idempotency-Key': randomUUID(), Prefer: 'respond-async' };
    const numbers = [];
    for (const text of [
      JSON.stringify({ criteria: ONE_ITEM }),
      JSON.stringify({ criteria: reordered }, null, 2),
    ]) {
      const { body } = await api.send<Run>(runsOf(without), { method: 'POST', text, headers });
      numbers.push(body.number);
    }
    expect(numbers).toEqual([1, 1]);

    const definition = await define(api);
    const key = randomUUID();
    const empty = { method: 'POST', text: '', headers: { ...headers, 'Idempotency-Key': key } };
    const sent = await api.send<Run>(runsOf(definition), empty);
    expect((await start(api, definition, { key })).body.guid).toBe(sent.body.guid);
  });

  it('another body or another definition with the same key is refused 409, and starts nothing', async () => {
    const without = await define(api, { criteria: null });
    const definition = await define(api);
    const key = randomUUID();
    const accepted = await start(api, without, { key, body: { criteria: ONE_ITEM } });
    expect(accepted.status).toBe(201);
    const other = [[{ attribute: 'number', operator: 'IS_EQUAL_TO', value: '900-00002' }]];
    for (const refused of [
      await start(api, without, { key, body: { criteria: other } }),
      await start(api, without, { key }),
      await start(api, definition, { key }),
    ]) {
      expect(codesOf(refused)).toEqual([409, 409]);
      expect(messagesOf(refused)).toEqual([
        `The Idempotency-Key "${key}" was used before for another request. Send the same request again, or use another key.`,
      ]);
    }
    expect([await countOf(api, without), await countOf(api, definition)]).toEqual([1, 0]);
    const again = await start(api, without, { key, body: { criteria: ONE_ITEM } });
    expect(again.body.guid).toBe(accepted.body.guid);
  });

  it('keys are each user’s own', async () => {
    const definition = await define(api);
    const key = randomUUID();
    const [ours, theirs] = [await start(api, definition, { key }), await start(member, definition, { key })];
    expect([ours.status, theirs.status, ours.body.number, theirs.body.number]).toEqual([201, 201, 1, 2]);
    expect((await start(member, definition, { key })).body.guid).toBe(theirs.body.guid);
    expect((await start(api, definition, { key })).body.guid).toBe(ours.body.guid);
  });

  it('only an accepted run takes its key', async () => {
    const definition = await define(api, { criteria: null });
    const key = randomUUID();
    for (const [body, codes] of [
      [{}, [400, 3140]],
      [{ criteria: [[{ attribute: 'nothing', operator: 'IS_EQUAL_TO', value: 'x' }]] }, [400, 3004]],
      [{ more: 1 }, [400, 3031]],
    ] as const) {
      expect(codesOf(await start(api, definition, { key, body }))).toEqual(codes);
    }
    const accepted = await start(api, definition, { key, body: { criteria: ONE_ITEM } });
    expect([accepted.status, accepted.body.number]).toEqual([201, 1]);
  });

  it('a key is up to 255 visible ASCII characters, else 3003', async () => {
    const definition = await define(api);
    for (const key of ['', 'a b', 'ä', 'k'.repeat(256)]) {
      const refused = await start(api, definition, { key });
      expect([key, ...codesOf(refused)]).toEqual([key, 400, 3003]);
      expect(messagesOf(refused)).toEqual(['The value for the attribute "Idempotency-Key" is not valid.']);
    }
    // Every violation in one answer.
    expect(codesOf(await start(api, definition, { key: 'a b', body: { more: 1 } }))).toEqual([
      400, 3031, 3003,
    ]);
    expect(await countOf(api, definition)).toBe(0);
    expect((await start(api, definition, { key: '!'.repeat(255) })).status).toBe(201);
  });

  it('requests at the same moment, to two servers, start one run [API-200]', async () => {
    const definition = await define(api);
    const elsewhere = createApi(second.url, api.token);
    const key = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => start(index % 2 === 0 ? api : elsewhere, definition, { key })),
    );
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.guid}`)).size).toBe(1);
    expect(answers[0]!.status).toBe(201);
    expect(await countOf(api, definition)).toBe(1);
  });

  it('of two different requests at the same moment one is refused', async () => {
    const [one, other] = [await define(api), await define(api)];
    const key = randomUUID();
    const answers = await Promise.all([start(api, one, { key }), start(api, other, { key })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect((await countOf(api, one)) + (await countOf(api, other))).toBe(1);
  });
});

describe('Idempotency-Key of a definition', () => {
  const served = useServer({ users: { member: {} } });
  const make = (api: Api, key: string, body: object = {}): Promise<Answer<Definition>> =>
    api.post<Definition>(
      '/v1/exports',
      { name: 'Keyed', world: 'ITEMS', criteria: ONE_ITEM, ...body },
      { 'Idempotency-Key': key },
    );
  const count = async (): Promise<number> =>
    (await served.admin.get<Paged<Definition>>('/v1/exports')).body.count;

  it('the same request is answered 201 with the same definition, at the same moment too [API-200]', async () => {
    const before = await count();
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 10 }, () => make(served.admin, key)));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]!.status).toBe(201);
    expect(await count()).toBe(before + 1);
    const [own, other] = [await make(served.as('member'), key), await make(served.admin, randomUUID())];
    expect([own.status, other.status, await count()]).toEqual([201, 201, before + 3]);
  });

  it('is refused 409 for another request, a run too, and 3003 when it is none; what is refused leaves it free', async () => {
    const before = await count();
    const key = randomUUID();
    expect(codesOf(await make(served.admin, key, { world: 'X' }))).toEqual([400, 3006]);
    const made = await make(served.admin, key);
    expect(made.status).toBe(201);
    expect(codesOf(await make(served.admin, key, { name: 'Another' }))).toEqual([409, 409]);
    expect(codesOf(await start(served.admin, made.body, { key }))).toEqual([409, 409]);
    expect(codesOf(await make(served.admin, 'a b'))).toEqual([400, 3003]);
    expect(await count()).toBe(before + 1);
  });
});

describe('Idempotency-Key with a limit on runs in progress', () => {
  // Without a worker a run stays in progress.
  const served = useServer({
    sample: true,
    env: { WAYBILL_RUNS_IN_PROGRESS: '1', WAYBILL_WORKERS: '0' },
  });

  it('does not refuse a request that is sent again, and what it refused left its key free', async () => {
    const api = served.admin;
    const definition = await define(api);
    const [key, refusedKey] = [randomUUID(), randomUUID()];
    const answers = await Promise.all(Array.from({ length: 10 }, () => start(api, definition, { key })));
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.status} ${body.guid}`))).toEqual(
      new Set([`201 CREATED ${answers[0]!.body.guid}`]),
    );
    expect(codesOf(await start(api, definition, { key: refusedKey }))).toEqual([400, 3144]);
    const { guid } = answers[0]!.body;
    await api.post(`${runsOf(definition)}/${guid}/abort`);
    expect((await start(api, definition, { key: refusedKey })).body.number).toBe(2);
    // The other one is in progress now.
    expect((await start(api, definition, { key })).body).toMatchObject({ guid, status: 'ABORTED' });
  });
});
