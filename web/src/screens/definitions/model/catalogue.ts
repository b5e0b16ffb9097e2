import type { CriterionType, OperatorName } from '../../../../../src/engine/criteria/operators.ts';
import { parse, type ParsedCriteria } from '../../../../../src/engine/criteria/parse.ts';

/** An attribute as `GET /v1/settings/exports/criteria` lists it. */
export interface ListedAttribute {
  readonly apiName: string;
  readonly name: string;
  readonly type: CriterionType;
  readonly operators: readonly OperatorName[];
  readonly isCustom: boolean;
  readonly multiSelect: boolean;
  readonly possibleValues?: readonly string[];
}

/** The attribute of a criterion that was read. */
export interface KnownAttribute {
  readonly name: string;
  readonly type: CriterionType;
  readonly operators: readonly OperatorName[];
  readonly isMultiSelect: boolean;
}
export type Parsed = ParsedCriteria<KnownAttribute>;

/** What criteria can ask about, by name. */
export interface Attributes {
  readonly all: readonly ListedAttribute[];
  readonly find: (apiName: string) => ListedAttribute | undefined;
  /** Reads criteria with the server's own parser: what it finds wrong the server would. */
  readonly parse: (json: unknown) => Parsed;
}

export function createAttributes(all: readonly ListedAttribute[]): Attributes {
  const byName = new Map(all.map((one) => [one.apiName, one]));
  const known = new Map<string, KnownAttribute>(
    all.map(({ apiName, type, operators, multiSelect }) => [
      apiName,
      { name: apiName, type, operators, isMultiSelect: multiSelect },
    ]),
  );
  return {
    all,
    find: (apiName) => byName.get(apiName),
    parse: (json) => parse(json, (name) => known.get(name)),
  };
}
