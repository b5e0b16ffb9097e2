import { parse } from 'csv-parse/sync';
import { expect } from 'vitest';
import type { ServedInstallation } from './acceptance.ts';
import {
  codesOf,
  define,
  fileUrlOf,
  messagesOf,
  runToEnd,
  type Answer,
  type Api,
  type Paged,
} from './api-client.ts';
import { withFile } from './view-records.ts';
import { readZipDirectory, readZipMember } from './zip-reader.ts';

/** Whoever runs the tests may limit a server; here criteria are asked about hundreds of times, several at once. */
export const UNHURRIED = {
  WAYBILL_WORKERS: '4',
  WAYBILL_RUNS_IN_PROGRESS: 'none',
  WAYBILL_REQUEST_LIMIT: 'none',
  WAYBILL_GUID_CRITERIA: 'none',
};

/** A URL that every server on the way takes. */
const MAX_QUERY_LENGTH = 8_000;

export type Criterion = readonly [attribute: string, operator: string, value: unknown];
/** What is asked of an attribute, and the numbers of the items that it is true of, in their order: `BOLT-1 KIT-4`. */
export type Expectation = readonly [operator: string, value: unknown, found: string];

export const criterion = (...[attribute, operator, value]: Criterion) => ({ attribute, operator, value });

export interface Matcher {
  /** The numbers of the items that a run with these criteria gives. */
  readonly matching: (criteria: unknown, rule?: string) => Promise<string[]>;
  /** The same of one criterion, for one comparison. */
  readonly found: (criterion: Criterion, rule?: string) => Promise<string>;
  /** Compares what each criterion about an attribute finds with what it should. */
  readonly holds: (attribute: string, expectations: readonly Expectation[]) => Promise<void>;
}

export function createMatcher(served: Pick<ServedInstallation<never>, 'admin'>): Matcher {
  // One definition without criteria for each rule; every run brings its own.
  const definitions = new Map<string, Promise<{ guid: string }>>();
  const definitionOf = (rule: string): Promise<{ guid: string }> => {
    const known = definitions.get(rule);
    if (known !== undefined) return known;
    const made = define(served.admin, { criteria: null, options: { revisionStatus: rule } });
    definitions.set(rule, made);
    return made;
  };

  async function matching(criteria: unknown, rule = 'LATEST'): Promise<string[]> {
    const api = served.admin;
    const definition = await definitionOf(rule);
    const run = await runToEnd(api, definition, { criteria });
    expect(run.status).toBe('COMPLETE');
    const numbers = await exportedNumbers(api, fileUrlOf(definition, run));
    expect(run.criteriaResultsCount).toBe(numbers.length);
    const matches = await api.post<Found>('/v1/searches/items?limit=400', { criteria, revisionStatus: rule });
    expect(namesIn(matches)).toEqual({ count: numbers.length, numbers });
    const query = `criteria=${encodeURIComponent(JSON.stringify(criteria))}`;
    // The other search knows the rule LATEST only.
    if (rule === 'LATEST' && query.length <= MAX_QUERY_LENGTH) {
      const searched = await api.get<Found>(`/v1/items?limit=400&${query}`);
      expect(namesIn(searched)).toEqual({ count: numbers.length, numbers });
    }
    return numbers;
  }

  const found: Matcher['found'] = async (one, rule) =>
    (await matching([[criterion(...one)]], rule)).join(' ');

  async function holds(attribute: string, expectations: readonly Expectation[]): Promise<void> {
    const actual = await Promise.all(
      expectations.map(async ([operator, value]) => [
        operator,
        value,
        await found([attribute, operator, value]),
      ]),
    );
    expect(actual).toEqual(expectations);
  }

  return { matching, found, holds };
}

type Found = Paged<{ number: string }>;
const namesIn = ({ body }: Answer<Found>) => ({
  count: body.count,
  numbers: body.results.map(({ number }) => number),
});

async function exportedNumbers(api: Api, fileUrl: string): Promise<string[]> {
  const response = await fetch(`${api.url}${fileUrl}/content`, { headers: { arena_session_id: api.token! } });
  expect(response.status).toBe(200);
  const specs = await withFile(Buffer.from(await response.arrayBuffer()), async (file) => {
    const { members } = await readZipDirectory(file);
    const member = members.find(({ name }) => name.toString('utf8') === 'SPECS.csv');
    return readZipMember(file, member!);
  });
  return parse<{ number: string }>(specs, { columns: true }).map(({ number }) => number);
}

/**
 * Why criteria are refused, each as `code message`: said alike of a definition, a run and a search, and always with 400.
 */
export async function refusalOf(api: Api, criteria: unknown): Promise<string[]> {
  const definition = await define(api, { criteria: null });
  const answers = [
    await api.post('/v1/exports', { name: 'Refused', world: 'ITEMS', criteria }),
    await api.post(`/v1/exports/${definition.guid}/runs`, { criteria }),
    await api.post('/v1/searches/items', { criteria }),
  ];
  const query = `criteria=${encodeURIComponent(JSON.stringify(criteria))}`;
  if (query.length <= MAX_QUERY_LENGTH) answers.push(await api.get(`/v1/items?${query}`));
  const refusals = answers.map((answer) => {
    const [status, ...codes] = codesOf(answer);
    const messages = messagesOf(answer);
    return { status, reasons: codes.map((code, index) => `${code} ${messages[index] ?? ''}`) };
  });
  const [first] = refusals;
  expect(first?.status).toBe(400);
  expect(refusals).toEqual(answers.map(() => first));
  return first?.reasons ?? [];
}

/** The reasons, in the words of the API. */
export const reason = {
  notCreatable: (field: string) => `3031 The attribute "${field}" is not creatable.`,
  required: (field: string) => `3001 The attribute "${field}" is required.`,
  unknown: (attribute: string) => `3004 The attribute "${attribute}" is not recognized.`,
  operator: (operator: string, attribute: string) =>
    `3114 The specified operator "${operator}" is not valid for the attribute "${attribute}".`,
  value: (attribute: string) => `3003 The value for the attribute "${attribute}" is not valid.`,
  boolean: (value: string, attribute: string) =>
    `3257 The value "${value}" is not valid for the attribute "${attribute}" of Boolean type.`,
  dateTime: (value: string) =>
    `4323 The value "${value}" is not valid for date and time fields. Please format all date and time fields in UTC/Zulu format.`,
  order: (attribute: string, range: string) =>
    `3293 The datetimes in ${attribute} "${range}" must be in chronological order.`,
};
