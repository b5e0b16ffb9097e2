import { definitionBody, DEFINITION_PARAMETERS, definitionSchema } from '../exports/exports.contract.ts';
import { PAGING_PARAMETERS } from '../platform/http/query.ts';
import type { FieldType } from '../kernel/vocabulary.ts';
import { CRITERIA_TYPE, type ExportAttribute } from './settings.contract.ts';

/** What is read of the schemas of export definitions. */
interface Schema {
  readonly type?: string;
  readonly format?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly default?: unknown;
  readonly maxLength?: number;
  readonly options?: { readonly values: readonly string[] };
  readonly refused?: readonly string[];
}

/** Longer text than this is written in a field of several lines. */
const MAX_LINE_LENGTH = 255;

/** The catalogue: what an answer shows, with what the body and the search make of each. Nothing of it is written down twice. */
export const EXPORT_ATTRIBUTES: readonly ExportAttribute[] = leavesOf(definitionSchema as Schema).map(
  describe,
);

/** The dotted names of all values in an answer. */
function leavesOf(schema: Schema, above = ''): { apiName: string; schema: Schema }[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, member]) => {
    const apiName = `${above}${name}`;
    return member.properties === undefined
      ? [{ apiName, schema: withoutNull(member) }]
      : leavesOf(member, `${apiName}.`);
  });
}

function describe({ apiName, schema }: { apiName: string; schema: Schema }): ExportAttribute {
  const given = inBody(apiName);
  const known = given?.schema ?? schema;
  const option = known.options === undefined ? known.items : known;
  const isOption = option?.options !== undefined;
  return {
    apiName,
    name: titleOf(apiName),
    fieldType: isOption ? 'FIXED_DROP_DOWN' : fieldTypeOf(known),
    required: given?.isRequired ?? false,
    creatable: given !== undefined,
    // There is no request that changes a definition.
    editable: false,
    searchable: Object.hasOwn(DEFINITION_PARAMETERS, apiName) && !Object.hasOwn(PAGING_PARAMETERS, apiName),
    ...(isOption && { multiSelect: known.type === 'array' }),
    ...(known.maxLength !== undefined && { maxLength: known.maxLength }),
    ...(isOption && { possibleValues: possibleValuesOf(option) }),
  };
}

/** What a request to make a definition may say of it. Whatever has a default, or stands in something that may be left out, is not required. */
function inBody(apiName: string): { schema: Schema; isRequired: boolean } | undefined {
  let schema = definitionBody as Schema;
  let isRequired = true;
  for (const step of apiName.split('.')) {
    const member = schema.properties?.[step];
    if (member === undefined) return undefined;
    isRequired &&= schema.required?.includes(step) === true && member.default === undefined;
    schema = withoutNull(member);
  }
  return { schema, isRequired };
}

function withoutNull(schema: Schema): Schema {
  return schema.anyOf?.find(({ type }) => type !== 'null') ?? schema;
}

function possibleValuesOf({ options, refused = [] }: Schema): string[] {
  return (options?.values ?? []).filter((value) => !refused.includes(value));
}

function fieldTypeOf({ type, format, maxLength = 0 }: Schema): FieldType | typeof CRITERIA_TYPE {
  if (type === 'boolean') return 'BOOLEAN';
  if (type === 'integer') return 'INTEGER';
  if (type !== 'string') return CRITERIA_TYPE;
  if (format === 'date-time') return 'DATETIME';
  return maxLength > MAX_LINE_LENGTH ? 'MULTI_LINE_TEXT' : 'SINGLE_LINE_TEXT';
}

/** A dotted name for people: `options.bomLevels` as `Options BOM Levels`. */
export function titleOf(apiName: string): string {
  return apiName
    .replaceAll(/(?<=[a-z])(?=[A-Z])/g, '.')
    .split('.')
    .map((word) =>
      /^(bom|guid)$/i.test(word) ? word.toUpperCase() : word.charAt(0).toUpperCase() + word.slice(1),
    )
    .join(' ');
}
