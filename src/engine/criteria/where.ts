import { matchOption } from '../../kernel/vocabulary.ts';
import { LOGIC_WORDS } from './parse.ts';
import { findOperator, OPERATORS_OF_TYPE, type CriterionType, type OperatorName } from './operators.ts';

/** A criterion as JSON has it. */
export interface WrittenCriterion {
  readonly attribute: string;
  readonly operator: string;
  readonly value: string | number | boolean | readonly string[];
}
type Word = (typeof LOGIC_WORDS)[number];
export type WrittenGroup = readonly (WrittenCriterion | Word)[];
export type WrittenCriteria = readonly (WrittenGroup | Word)[];

/** What is wrong, and where: a place in the text, from 1. */
export class WhereError extends Error {
  readonly column: number;
  constructor(message: string, column: number) {
    super(`${message} (at character ${column})`);
    this.column = column;
  }
}

const SYMBOLS: Readonly<Record<string, OperatorName>> = {
  '=': 'IS_EQUAL_TO',
  '!=': 'IS_NOT_EQUAL_TO',
  '<>': 'IS_NOT_EQUAL_TO',
  '<': 'IS_LESS_THAN',
  '<=': 'IS_LESS_THAN_OR_EQUAL_TO',
  '>': 'IS_GREATER_THAN',
  '>=': 'IS_GREATER_THAN_OR_EQUAL_TO',
};
const OPERATORS = [...new Set(Object.values(OPERATORS_OF_TYPE).flat())];
/** Of times, earlier and later are other operators than smaller and larger. */
const OF_TIMES: Readonly<Partial<Record<OperatorName, OperatorName>>> = {
  IS_LESS_THAN: 'IS_BEFORE',
  IS_GREATER_THAN: 'IS_AFTER',
};
const TOKEN = /\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|(<=|>=|!=|<>|[=<>(),])|([^\s"'(),=<>!]+))/uy;

interface Token {
  readonly text: string;
  readonly kind: 'quoted' | 'sign' | 'word';
  /** From 1. */
  readonly column: number;
}

/**
 * Reads criteria as one types them: `number STARTS_WITH 900- AND (modifiedBOM = true OR targetCost > 5)`. AND binds tighter than OR. Parentheses
 * make a group; groups have no groups in them, as in JSON. Operators are the API's, in any case, or `= != < <= > >=`. A value with blanks or
 * signs in it stands in quotes, in which `\` takes the next character as it is; several values stand in parentheses, separated by commas.
 * @param typeOf the type of an attribute where it is known: where not, a bare `true` is a boolean and a bare `5` a number
 */
export function parseWhere(
  text: string,
  typeOf: (attribute: string) => CriterionType | undefined,
): WrittenCriteria {
  const tokens = tokenize(text);
  let at = 0;
  const end: Token = { text: 'the end', kind: 'sign', column: text.length + 1 };
  const peek = (): Token => tokens[at] ?? end;
  const next = (): Token => {
    const token = peek();
    at += 1;
    return token;
  };
  const isSign = (sign: string): boolean => peek() !== end && peek().kind === 'sign' && peek().text === sign;
  const expectSign = (sign: string): void => {
    const token = next();
    if (token === end || token.kind !== 'sign' || token.text !== sign)
      throw new WhereError(`"${sign}" is missing before ${named(token)}`, token.column);
  };

  function chain<Term>(term: () => Term): (Term | Word)[] {
    const terms: (Term | Word)[] = [term()];
    for (let word = logic(); word !== undefined; word = logic()) terms.push(word, term());
    return terms;
  }
  function logic(): Word | undefined {
    const word = peek().kind === 'word' ? matchOption(LOGIC_WORDS, peek().text) : undefined;
    if (word !== undefined) at += 1;
    return word;
  }
  function group(): WrittenGroup {
    if (!isSign('(')) return [criterion()];
    next();
    const criteria = chain(() => {
      if (isSign('(')) throw new WhereError('a group cannot have groups in it', peek().column);
      return criterion();
    });
    expectSign(')');
    return criteria;
  }
  function criterion(): WrittenCriterion {
    const attribute = next();
    if (attribute === end || attribute.kind === 'sign')
      throw new WhereError(`an attribute is missing before ${named(attribute)}`, attribute.column);
    const type = typeOf(attribute.text);
    const operator = operatorFor(next(), type);
    return { attribute: attribute.text, operator, value: value(type) };
  }
  function operatorFor(token: Token, type: CriterionType | undefined): OperatorName {
    const found =
      token === end || token.kind === 'quoted'
        ? undefined
        : token.kind === 'sign'
          ? SYMBOLS[token.text]
          : OPERATORS.find((name) => findOperator(token.text, [name]) !== undefined);
    if (found === undefined)
      throw new WhereError(
        `${named(token)} is no operator; there are ${[...OPERATORS, ...Object.keys(SYMBOLS)].join(' ')}`,
        token.column,
      );
    return type === 'date-time' ? (OF_TIMES[found] ?? found) : found;
  }
  function value(type: CriterionType | undefined): WrittenCriterion['value'] {
    if (!isSign('(')) return single(type);
    next();
    const values = [String(single('text'))];
    while (isSign(',')) {
      next();
      values.push(String(single('text')));
    }
    expectSign(')');
    return values;
  }
  function single(type: CriterionType | undefined): string | number | boolean {
    const token = next();
    if (token === end || token.kind === 'sign')
      throw new WhereError(`a value is missing before ${named(token)}`, token.column);
    if (token.kind === 'quoted') return token.text;
    const mayBe = (one: CriterionType): boolean => type === undefined || type === one;
    if (mayBe('boolean') && /^(true|false)$/i.test(token.text)) return token.text.toLowerCase() === 'true';
    if (mayBe('number') && /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(token.text)) return Number(token.text);
    return token.text;
  }

  const hasGroups = tokens.some(
    ({ kind, text: sign }, index) =>
      kind === 'sign' && sign === '(' && isGroupStart(tokens[index - 1], tokens[index - 2]),
  );
  // Without parentheses all is one group.
  const criteria: WrittenCriteria = hasGroups ? chain(group) : [chain(criterion)];
  if (peek() !== end) throw new WhereError(`AND or OR is missing before ${named(peek())}`, peek().column);
  return criteria;
}

/** A parenthesis after an operator begins a list of values. */
function isGroupStart(before: Token | undefined, earlier: Token | undefined): boolean {
  if (before === undefined) return true;
  if (before.kind === 'sign') return before.text === '(';
  return (
    before.kind === 'word' && matchOption(LOGIC_WORDS, before.text) !== undefined && earlier !== undefined
  );
}

const named = ({ text, kind }: Token): string => (kind === 'sign' && text === 'the end' ? text : `"${text}"`);

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  const pattern = new RegExp(TOKEN);
  while (text.slice(pattern.lastIndex).trim() !== '') {
    const start = pattern.lastIndex + (/^\s*/u.exec(text.slice(pattern.lastIndex))?.[0].length ?? 0);
    const found = pattern.exec(text);
    if (found === null)
      throw new WhereError(`what begins with ${text.slice(start, start + 1)} does not end`, start + 1);
    const [, double, one, sign, word] = found;
    const quoted = double ?? one;
    if (quoted !== undefined)
      tokens.push({ text: quoted.replace(/\\(.)/gsu, '$1'), kind: 'quoted', column: start + 1 });
    else
      tokens.push({
        text: sign ?? word ?? '',
        kind: sign === undefined ? 'word' : 'sign',
        column: start + 1,
      });
  }
  return tokens;
}

const BARE = /^[^\s"'(),=<>!\\]+$/u;
const quote = (text: string): string => `"${text.replace(/[\\"]/gu, '\\$&')}"`;

/** Writes criteria so that {@link parseWhere} reads the same. */
export function writeWhere(criteria: WrittenCriteria): string {
  const isOneGroup = criteria.length === 1;
  return criteria
    .map((group) => {
      if (typeof group === 'string') return group;
      const text = group.map((term) => (typeof term === 'string' ? term : writeCriterion(term))).join(' ');
      return isOneGroup ? text : `(${text})`;
    })
    .join(' ');
}

function writeCriterion({ attribute, operator, value }: WrittenCriterion): string {
  const name = BARE.test(attribute) ? attribute : quote(attribute);
  const written =
    typeof value === 'string'
      ? quote(value)
      : typeof value === 'object'
        ? `(${value.map(quote).join(', ')})`
        : String(value);
  return `${name} ${operator} ${written}`;
}
