import type { Definition, Item, Run } from '../../../client/src/index.ts';
import { OperatorError } from '../../kernel/errors.ts';
import { isGuid } from '../../kernel/guid.ts';
import type { Connection } from './connect.ts';

const NUMBER = /^\d{1,9}$/;
const MAX_TOLD = 5;

/** A definition by its GUID, its number, or its name, in which * stands for any characters. */
export async function findDefinition({ client, signal }: Connection, text: string): Promise<Definition> {
  if (isGuid(text))
    return (await client.GET('/v1/exports/{guid}', { params: { path: { guid: text } }, signal })).data;
  const query = NUMBER.test(text) ? { number: Number(text) } : { name: text };
  const { data } = await client.GET('/v1/exports', { params: { query }, signal });
  const [found, ...others] = data.results;
  if (found === undefined)
    throw new OperatorError(`There is no export definition "${text}". See: waybill definitions list.`);
  if (others.length === 0) return found;
  const told = data.results.slice(0, MAX_TOLD).map(({ number, name }) => `${number} (${name})`);
  throw new OperatorError(
    `"${text}" fits ${data.count} export definitions: ${told.join(', ')}${data.count > MAX_TOLD ? ', …' : ''}. Name one by its number or GUID.`,
  );
}

/** Its GUID: without a question when it was typed. */
export async function findDefinitionGuid(connection: Connection, text: string): Promise<string> {
  return isGuid(text) ? text : (await findDefinition(connection, text)).guid;
}

/** A run of a definition by its number or its GUID; without either, the one that completed last. */
export async function findRun(
  { client, signal }: Connection,
  definition: string,
  text?: string,
): Promise<Run> {
  if (text !== undefined && !NUMBER.test(text)) {
    const path = { guid: definition, run: text };
    return (await client.GET('/v1/exports/{guid}/runs/{run}', { params: { path }, signal })).data;
  }
  const query = text === undefined ? { latestCompleted: true } : { number: Number(text) };
  const path = { guid: definition };
  const { data } = await client.GET('/v1/exports/{guid}/runs', { params: { path, query }, signal });
  const [found] = data.results;
  if (found !== undefined) return found;
  throw new OperatorError(
    text === undefined
      ? 'No run of this definition has completed yet.'
      : `There is no run ${text} of this definition. See: waybill runs list.`,
  );
}

/** An item by its number, or by the GUID of one of its revisions. */
export async function findItem({ client, signal }: Connection, text: string): Promise<Item> {
  const { data } = await client.GET('/v1/items', { params: { query: { number: text } }, signal });
  const same = (data.results as Item[]).find(({ number }) => numberKey(String(number)) === numberKey(text));
  if (same !== undefined) return same;
  if (isGuid(text))
    return (await client.GET('/v1/items/{guid}', { params: { path: { guid: text } }, signal })).data;
  throw new OperatorError(
    `There is no item "${text}". See: waybill items list --where "number CONTAINS ${text}".`,
  );
}

/** The filter takes * for any characters, and letters in any case. */
const numberKey = (number: string): string => number.trim().toLowerCase();
