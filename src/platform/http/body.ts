import { Ajv, type ErrorObject } from 'ajv';
import type { Static, TSchema } from 'typebox';
import { distinct, failIfAny, violation, WaybillError, type Violation } from '../../kernel/errors.ts';
import { isStorable, turnsDirection } from '../../kernel/text.ts';
import { requiredFields, type BodyKeywords, type OptionKeyword } from './keywords.ts';

const ajv = new Ajv({ allErrors: true, verbose: true, useDefaults: true, strict: false, logger: false });
ajv.addKeyword({
  keyword: 'options',
  type: 'string',
  modifying: true,
  compile: ({ values, aliases = {} }: OptionKeyword) => {
    const canonical = new Map([
      ...values.map((one) => [one.toLowerCase(), one] as const),
      ...Object.entries(aliases).map(([alias, one]) => [alias.toLowerCase(), one] as const),
    ]);
    return (text: string, context) => {
      const option = canonical.get(text.trim().toLowerCase());
      if (option === undefined || context === undefined) return false;
      (context.parentData as Record<string | number, unknown>)[context.parentDataProperty] = option;
      return true;
    };
  },
});
ajv.addKeyword({
  keyword: 'refused',
  type: 'string',
  compile: (values: string[]) => (text: string) => !values.includes(text.trim().toUpperCase()),
});
ajv.addKeyword({
  keyword: 'storable',
  type: 'string',
  validate: (_: true, text: string) => isStorable(text),
});
ajv.addKeyword({
  keyword: 'oneDirection',
  type: 'string',
  validate: (_: true, text: string) => !turnsDirection(text),
});

/** A body checked against its schema: the value with defaults filled in, or a thrown list of every violation. */
export type BodyReader<Value> = (body: unknown) => { value: Value; problems: Violation[] };

/**
 * Prepares the check of a body. `problems` is given back rather than thrown so that a feature can add its own
 * (criteria) to one list; {@link requireValid} throws them. No body is `{}`; one that is no JSON object (null too) throws at once.
 * Null in a field that need not be sent is as good as none: so do many client libraries write what they were not given.
 */
export function createBodyReader<Schema extends TSchema>(schema: Schema): BodyReader<Static<Schema>> {
  const validate = ajv.compile(schema);
  return (body) => {
    const value = body === undefined ? {} : body;
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw new WaybillError([violation('malformedRequest')]);
    tidy(schema, value);
    const valid = validate(value);
    return { value: value as Static<Schema>, problems: valid ? [] : problemsOf(validate.errors ?? []) };
  };
}

/** So many mistakes are told of a body: a megabyte of wrong fields would be answered with six. */
const MAX_PROBLEMS = 1_000;

/**
 * Takes the nulls out of fields that need not be sent, so that defaults come in for them, and what would be one mistake too many to
 * tell: finding a hundred thousand of them holds up everybody.
 */
function tidy(schema: BodyKeywords, value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    value.length = Math.min(value.length, (schema.maxItems ?? Infinity) + 1);
    return;
  }
  const { properties = {} } = schema;
  const required = requiredFields(schema);
  const unknown = Object.keys(value).filter((name) => !Object.hasOwn(properties, name));
  for (const name of unknown.slice(MAX_PROBLEMS)) Reflect.deleteProperty(value, name);
  for (const [name, field] of Object.entries(properties)) {
    const inner: unknown = Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
    if (inner !== null) tidy(field, inner);
    else if (!required.includes(name)) Reflect.deleteProperty(value, name);
  }
}

/** The value, unless something was found. */
export function requireValid<Value>(result: { value: Value; problems: readonly Violation[] }): Value {
  failIfAny(result.problems);
  return result.value;
}

/** One violation for each value: the first that ajv names, so that a value of the wrong type is not also "not an option". */
function problemsOf(errors: readonly ErrorObject[]): Violation[] {
  const byValue = new Map<string, Violation>();
  for (const error of errors.slice(0, MAX_PROBLEMS)) {
    const steps = stepsOf(error);
    const key = JSON.stringify(steps);
    if (!byValue.has(key)) byValue.set(key, problemOf(error, steps));
  }
  return distinct([...byValue.values()]);
}

/** A step on the way to a value: the name of a field, or a number in an array. */
type Step = { readonly field: string } | { readonly index: number };

/** The way to the value that an error is about, which may be one that is missing. */
function stepsOf({ instancePath, keyword, params }: ErrorObject): Step[] {
  const steps = instancePath
    .split('/')
    .slice(1)
    .map((step): Step =>
      /^\d+$/.test(step)
        ? { index: Number(step) }
        : { field: step.replaceAll('~1', '/').replaceAll('~0', '~') },
    );
  if (keyword === 'required') steps.push({ field: String(params['missingProperty']) });
  if (keyword === 'additionalProperties') steps.push({ field: String(params['additionalProperty']) });
  return steps;
}

/** `options.fileContent.item`; places in an array count as the array itself. */
function placeOf(steps: readonly Step[]): string {
  return steps.flatMap((step) => ('field' in step ? [step.field] : [])).join('.');
}

function problemOf(error: ErrorObject, steps: readonly Step[]): Violation {
  const place = placeOf(steps);
  switch (error.keyword) {
    case 'required':
      return violation('required', place);
    case 'additionalProperties':
      return violation('notCreatable', place);
    case 'options':
      return violation('invalidOption', String(error.data), place);
    case 'maxLength':
      return violation('tooLong', String(error.params['limit']), place);
    case 'oneDirection':
      return violation('turnedDirection', place);
    case 'pattern':
      // The one pattern in use says "not blank": a required text that says nothing is missing.
      return violation('required', place);
    case 'type':
      return isMissing(error, steps) ? violation('required', place) : violation('invalidValue', place);
    default:
      return violation('invalidValue', place);
  }
}

/** Null says as little as a field that was not sent; in a list it is a wrong value. */
function isMissing({ data }: ErrorObject, steps: readonly Step[]): boolean {
  const last = steps.at(-1);
  return data === null && last !== undefined && 'field' in last;
}
