import { Type, type TSchema, type TUnsafe } from 'typebox';
import { ATTRIBUTE_NAMES } from '../engine/criteria/catalogue.ts';
import { OPERATORS_OF_TYPE } from '../engine/criteria/operators.ts';
import { LOGIC_WORDS, MAX_CRITERIA } from '../engine/criteria/parse.ts';
import { MAX_LIST_VALUES } from '../engine/criteria/values.ts';
import { nullable, option } from '../platform/http/schemas.ts';

/** As many terms as that have words between them. */
const MAX_CHAIN = 2 * MAX_CRITERIA - 1;
const OPERATORS = [...new Set(Object.values(OPERATORS_OF_TYPE).flat())];

const value = Type.Union([
  Type.String(),
  Type.Number(),
  Type.Boolean(),
  Type.Array(Type.String(), { minItems: 1, maxItems: MAX_LIST_VALUES }),
]);

interface Words {
  readonly attribute: TSchema;
  readonly operator: TSchema;
  readonly logic: TSchema;
}

/** Terms with logic words between them. JSON Schema has no word for "in turn": only the terms and the words are described. */
function criteriaSchema({ logic, ...fields }: Words): TSchema {
  const criterion = Type.Object({ ...fields, value });
  const group = Type.Array(Type.Union([criterion, logic]), { minItems: 1, maxItems: MAX_CHAIN });
  return nullable(
    Type.Array(Type.Union([group, logic, criterion]), {
      maxItems: MAX_CHAIN,
      description:
        'Groups of criteria with AND and OR between them and in them, or one group without its brackets; AND binds tighter. Null and an empty list are no criteria. See the guide to criteria.',
    }),
  );
}

/** Checked by the engine's parser, which knows the workspace's attributes. */
export const criteriaBody: TUnsafe = Type.Unsafe({
  documentedAs: criteriaSchema({
    attribute: Type.Union([
      Type.String({ enum: [...ATTRIBUTE_NAMES], description: 'An attribute that every workspace has.' }),
      Type.String({ description: 'A custom attribute of items by its apiName, which is its GUID.' }),
    ]),
    operator: option(OPERATORS, {
      description:
        'One that the type of the attribute has. The misprints in the samples of the reference are taken for what they mean.',
    }),
    logic: option(LOGIC_WORDS),
  }),
});

/** Echoed as received: words in any letter case, and attributes that may be gone by now. */
export const criteriaAnswer: TUnsafe = Type.Unsafe(
  criteriaSchema({ attribute: Type.String(), operator: Type.String(), logic: Type.String() }),
);
