import type { Readable } from 'node:stream';
import { Type, type Static } from 'typebox';
import { Value } from 'typebox/value';
import { ATTRIBUTE_WORLDS, FIELD_TYPES, LIFECYCLE_STAGES } from '../../kernel/vocabulary.ts';
import { OperatorError } from '../../kernel/errors.ts';
import type { BundleSource } from './source.ts';
import type { Problems } from './problems.ts';

export const SETTINGS_FILE = 'settings.json';

/** Text that the database can keep and index. */
const name = Type.String({ minLength: 1, maxLength: 1_000, pattern: '^[^\\u0000]*$' });
const guid = Type.Optional(name);
const oneOf = <Option extends string>(options: readonly Option[]) =>
  Type.Unsafe<Option>({ type: 'string', enum: [...options] });
const category = Type.Object({ guid, name: Type.Optional(name), path: name });

/** settings.json: what the CSV files only name. Every list is optional; fields that are not known are left alone. */
const settingsSchema = Type.Object({
  workspace: Type.Optional(Type.Object({ name: Type.Optional(name) })),
  users: Type.Optional(Type.Array(Type.Object({ guid, email: Type.Optional(name), fullName: name }))),
  lifecyclePhases: Type.Optional(Type.Array(Type.Object({ guid, name, stage: oneOf(LIFECYCLE_STAGES) }))),
  itemCategories: Type.Optional(Type.Array(category)),
  fileCategories: Type.Optional(Type.Array(category)),
  attributes: Type.Optional(
    Type.Array(
      Type.Object({
        guid,
        world: oneOf(ATTRIBUTE_WORLDS),
        name,
        fieldType: oneOf(FIELD_TYPES),
        multiSelect: Type.Optional(Type.Boolean()),
        possibleValues: Type.Optional(Type.Array(name)),
      }),
    ),
  ),
});
export type BundleSettings = Static<typeof settingsSchema>;

/** The settings of a bundle; none when the file is missing, or when something is wrong with it (which is reported). */
export async function readSettings(source: BundleSource, problems: Problems): Promise<BundleSettings> {
  if (!(await source.has(SETTINGS_FILE))) return {};
  const settings = parse(await readLimited(await source.open(SETTINGS_FILE)), problems);
  if (settings === undefined) return {};
  const entries = countEntries(settings);
  if (entries > MAX_ENTRIES) {
    problems.add(
      SETTINGS_FILE,
      undefined,
      `there are ${entries} entries in its lists, at most ${MAX_ENTRIES} can be imported`,
    );
    return {};
  }
  const errors = [...Value.Errors(settingsSchema, settings)];
  for (const { instancePath, message } of errors)
    problems.add(
      SETTINGS_FILE,
      undefined,
      `${instancePath === '' ? 'the document' : instancePath} ${message}`,
    );
  return errors.length === 0 ? (settings as BundleSettings) : {};
}

/** A settings file is read whole; one of this size is something else. */
const MAX_BYTES = 32 * 1_048_576;
/** Looking at so many takes a second, in which the server does nothing else. */
const MAX_ENTRIES = 250_000;

/** Of lists, and of lists in their entries. */
function countEntries(settings: unknown): number {
  const lists = listsIn(settings);
  return [...lists, ...lists.flatMap((list) => list.slice(0, MAX_ENTRIES).flatMap(listsIn))].reduce(
    (count, { length }) => count + length,
    0,
  );
}

function listsIn(value: unknown): (readonly unknown[])[] {
  return typeof value === 'object' && value !== null
    ? Object.values(value).filter((one): one is readonly unknown[] => Array.isArray(one))
    : [];
}

async function readLimited(content: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  let sizeBytes = 0;
  for await (const chunk of content as AsyncIterable<Buffer>) {
    sizeBytes += chunk.length;
    if (sizeBytes > MAX_BYTES)
      throw new OperatorError(`${SETTINGS_FILE} is larger than ${MAX_BYTES} bytes. Nothing was imported.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parse(json: string, problems: Problems): unknown {
  try {
    return JSON.parse(json.replace(/^\uFEFF/, '')) as unknown;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    problems.add(SETTINGS_FILE, undefined, `this is not JSON: ${error.message}`);
    return undefined;
  }
}
