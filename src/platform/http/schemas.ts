import { Type, type TSchema, type TUnsafe } from 'typebox';
import type { OptionKeyword } from './keywords.ts';

/** Text with a ceiling in characters, refused when the database could not keep it. */
export function text(maxLength: number, description: string): TUnsafe<string> {
  return Type.Unsafe<string>({ type: 'string', maxLength, storable: true, description });
}

/** Text that must say something. */
export function requiredText(maxLength: number, description: string): TUnsafe<string> {
  return Type.Unsafe<string>({ type: 'string', maxLength, pattern: '\\S', storable: true, description });
}

/** A name by which others know somebody: it must not be read as another one. */
export function nameText(maxLength: number, description: string): TUnsafe<string> {
  return Type.Unsafe<string>({ ...requiredText(maxLength, description), oneDirection: true });
}

/** One of a list, in any case; the canonical form is what the handler sees. What is `refused` is known and still not valid here. */
export function option<Value extends string>(
  values: readonly Value[],
  settings: {
    default?: Value;
    aliases?: OptionKeyword['aliases'];
    refused?: readonly string[];
    description?: string;
  } = {},
): TUnsafe<Value> {
  const { aliases, ...rest } = settings;
  const known: OptionKeyword = {
    values: [...values, ...(settings.refused ?? [])],
    ...(aliases && { aliases }),
  };
  return Type.Unsafe<Value>({ type: 'string', options: known, ...rest });
}

/** The value or null. */
export function nullable<Schema extends TSchema>(schema: Schema) {
  return Type.Union([schema, Type.Null()]);
}

/** Zulu, to the second. */
export function zulu(description: string) {
  return Type.String({ format: 'date-time', description });
}

/** `{count, results}` of every list. */
export function listOf<Schema extends TSchema>(schema: Schema) {
  return Type.Object({ count: Type.Integer({ minimum: 0 }), results: Type.Array(schema) });
}
