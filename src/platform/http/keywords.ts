/**
 * Bodies are checked by JSON Schema, with keywords of ours:
 *   options: matched without regard to case and rewritten in the canonical form (aliases too); no match: 3006
 *   refused: values that are an option elsewhere but not here: 3003
 *   storable: text that the database can keep (no NUL, no lone surrogate): 3003
 *   oneDirection: text without characters that turn its direction round: 4436
 *   documentedAs: what the document shows in place of the schema, where the check is somebody else's
 */
export interface OwnKeywords {
  readonly options: OptionKeyword;
  readonly refused: readonly string[];
  readonly storable: true;
  readonly oneDirection: true;
  readonly documentedAs: object;
}

export interface OptionKeyword {
  readonly values: readonly string[];
  readonly aliases?: Readonly<Record<string, string>>;
}

/** Of JSON Schema's own keywords those that say what an object or a list has in it. */
export interface BodyKeywords {
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, BodyKeywords & { readonly default?: unknown }>>;
  readonly required?: readonly string[];
}

/** The fields of an object that have to be sent: those without a default. */
export function requiredFields({ properties = {}, required = [] }: BodyKeywords): string[] {
  return required.filter((name) => properties[name]?.default === undefined);
}
