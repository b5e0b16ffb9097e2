import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.ts';
import { WaybillError } from '../kernel/errors.ts';
import { findMade, fingerprintOf, keepKey, repeatableOf } from './idempotency.ts';

const REQUEST = { userId: 1, target: 'GUID', body: {} };

describe('repeatableOf', () => {
  it.each(['x', '!', '~', '8e03978e-40d5-43dd-bc93-6894a57f9324', '"quoted"', 'k'.repeat(255)])(
    'takes %s',
    (key) => {
      expect(repeatableOf(key, REQUEST)).toEqual({
        repeatable: { userId: 1, key, fingerprint: fingerprintOf('GUID', {}) },
        problems: [],
      });
    },
  );

  it('no header is no key', () => {
    expect(repeatableOf(undefined, REQUEST)).toEqual({ repeatable: undefined, problems: [] });
  });

  it.each([['k'.repeat(256)], [''], [' '], ['a b'], ['a\tb'], ['a\u007f'], ['ä'], ['a, b'], [['a', 'b']]])(
    'refuses %j',
    (header) => {
      const { repeatable, problems } = repeatableOf(header, REQUEST);
      expect(repeatable).toBeUndefined();
      expect(problems).toMatchObject([
        { name: 'invalidValue', message: 'The value for the attribute "Idempotency-Key" is not valid.' },
      ]);
    },
  );
});

describe('fingerprintOf', () => {
  const of = (body: unknown) => fingerprintOf('GUID', body).toString('hex');

  /** Objects with their fields the other way round, at every depth. */
  function reversed(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(reversed);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([name, content]) => [name, reversed(content)]),
    );
  }

  /** A second opinion of what is the same JSON. */
  function canonical(value: unknown): string {
    if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
    if (typeof value !== 'object' || value === null) return JSON.stringify(value);
    const fields = Object.entries(value).map(([name, one]) => `${JSON.stringify(name)}:${canonical(one)}`);
    return `{${fields.sort().join(',')}}`;
  }

  // Few letters, so that values often meet.
  const json = fc.jsonValue({ maxDepth: 3, stringUnit: fc.constantFrom('a', '"', '\n', '[', '1') });

  it('the order of fields is nothing', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(of(reversed(value))).toBe(of(value));
      }),
    );
  });

  it('all else is something', () => {
    fc.assert(
      fc.property(json, json, (one, other) => {
        expect(of(one) === of(other)).toBe(canonical(one) === canonical(other));
      }),
      { numRuns: 2_000 },
    );
    const alike = [[], {}, [[]], [{}], [[], []], [1, 2], [12], ['1', '2'], ['a', ['b']], [['a'], 'b'], null];
    const fields = [{ a: 'b' }, { a: ['b'] }, ['a', 'b'], { a: { b: 1 } }, { a: {}, b: 1 }];
    expect(new Set([...alike, ...fields].map(of)).size).toBe(alike.length + fields.length);
    expect(fingerprintOf('OTHER', {})).not.toEqual(fingerprintOf('GUID', {}));
  });

  it('takes what is nested as deep as a body can be', () => {
    const depth = 500_000;
    const deep = JSON.parse('['.repeat(depth) + ']'.repeat(depth)) as unknown;
    expect(of(deep)).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('keys of runs', () => {
  let database: TestDatabase;
  let [userId, otherUserId, runId, otherRunId] = [0, 0, 0, 0];
  const fingerprint = fingerprintOf('GUID', {});

  async function insert(statement: string, values: readonly unknown[] = []): Promise<number> {
    const { rows } = await database.pool.query<{ id: number }>(`${statement} RETURNING id`, [...values]);
    return rows[0]!.id;
  }

  const addUser = (guid: string) =>
    insert("INSERT INTO users (workspace_id, guid, full_name) VALUES (100000001, $1, 'Somebody')", [guid]);

  beforeAll(async () => {
    database = await createTestDatabase();
    await insert("INSERT INTO workspaces (id, name) VALUES (100000001, 'One')");
    [userId, otherUserId] = [await addUser('U1'), await addUser('U2')];
    const definitionId = await insert(
      `INSERT INTO export_definitions (workspace_id, guid, number, name, creator_id, created_at, options)
       VALUES (100000001, 'D', 1, 'Test', $1, now(), '{}')`,
      [userId],
    );
    const addRun = (number: number) =>
      insert(
        `INSERT INTO export_runs (workspace_id, definition_id, guid, number, creator_id, status, created_at)
         VALUES (100000001, $1, $2, $3, $4, 'CREATED', now())`,
        [definitionId, `R${number}`, number, userId],
      );
    [runId, otherRunId] = [await addRun(1), await addRun(2)];
  });
  afterAll(() => database.close());

  const keep = (key: string, run: number, user = userId) =>
    database.db
      .transaction()
      .execute((tx) => keepKey(tx, { userId: user, key, fingerprint }, { runId: run }));
  const find = (key: string, user = userId) => findMade(database.db, { userId: user, key, fingerprint });
  const age = (interval: string) =>
    database.pool.query('UPDATE idempotency_keys SET created_at = now() - $1::interval', [interval]);
  const keys = async () =>
    (await database.pool.query<{ key: string }>('SELECT key FROM idempotency_keys ORDER BY key')).rows.map(
      ({ key }) => key,
    );

  it('stand for a run of one user, and for one request', async () => {
    await keep('a', runId);
    expect([await find('a'), await find('A'), await find('a', otherUserId)]).toEqual([
      runId,
      undefined,
      undefined,
    ]);
    await keep('a', otherRunId, otherUserId);
    expect([await find('a'), await find('a', otherUserId)]).toEqual([runId, otherRunId]);
    const other = { userId, key: 'a', fingerprint: fingerprintOf('GUID', { criteria: [] }) };
    const refused = await findMade(database.db, other).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(WaybillError);
    expect(refused).toMatchObject({ status: 409, violations: [{ name: 'idempotencyConflict' }] });
  });

  it('are kept for 24 hours, then free for any request, and the next key takes them away', async () => {
    await keep('b', runId);
    await age('23 hours 59 minutes');
    expect(await find('b')).toBe(runId);
    await age('24 hours 1 second');
    expect(await find('b')).toBeUndefined();
    await keep('b', otherRunId);
    expect(await find('b')).toBe(otherRunId);
    expect(await keys()).toEqual(['b']);
  });

  it('are not kept when the transaction is not', async () => {
    const failing = database.db.transaction().execute(async (tx) => {
      await keepKey(tx, { userId, key: 'c', fingerprint }, { runId });
      throw new Error('the queue refuses');
    });
    await expect(failing).rejects.toThrow('the queue refuses');
    expect(await find('c')).toBeUndefined();
  });

  it('renew themselves and sweep at the same time without waiting for each other', async () => {
    const names = Array.from({ length: 20 }, (_, index) => `d${index}`);
    for (const name of names) await keep(name, runId);
    await age('25 hours');
    await Promise.all(names.map((name) => keep(name, otherRunId)));
    expect(await keys()).toEqual([...names].sort());
    expect(new Set(await Promise.all(names.map((name) => find(name))))).toEqual(new Set([otherRunId]));
  });
});
