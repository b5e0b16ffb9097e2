import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

interface MediaType {
  readonly schema: object;
}
/** One of its own, which may be there, or one of every answer, which has to be. */
interface DescribedHeader {
  readonly $ref?: string;
  readonly schema?: { readonly type?: string };
}
interface DescribedAnswer {
  readonly content?: Readonly<Record<string, MediaType>>;
  readonly headers?: Readonly<Record<string, DescribedHeader>>;
}
interface DescribedOperation {
  readonly responses: Readonly<Record<string, DescribedAnswer>>;
}
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>;
  readonly components: { readonly headers: Readonly<Record<string, DescribedHeader>> };
}

/** An answer as it came. */
export interface SeenAnswer {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

type Check = (answer: SeenAnswer) => void;

const checks = new Map<string, Promise<Check>>();

/** Throws when a server's answer is not one that its own openapi.json describes. */
export async function checkAnswer(url: string, answer: SeenAnswer): Promise<void> {
  let check = checks.get(url);
  if (check === undefined) checks.set(url, (check = createCheck(url)));
  (await check)(answer);
}

/** What stands in no document: a path of nobody's, and the pages for people. */
const UNDOCUMENTED: DescribedOperation = {
  responses: Object.fromEntries(
    [400, 401, 404, 405, 413, 415, 429, 503].map((status) => [
      String(status),
      { content: { 'application/json': { schema: { type: 'object', required: ['status', 'errors'] } } } },
    ]),
  ),
};

async function createCheck(url: string): Promise<Check> {
  const document = (await (await fetch(`${url}/openapi.json`)).json()) as Document;
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  ajv.addFormat('date-time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  ajv.addFormat('date', /^\d{4}-\d\d-\d\d$/);
  const compiled = new Map<object, ValidateFunction>();
  // A path without a parameter is the better match: `latestCompleted` is no run.
  const paths = Object.entries(document.paths)
    .sort(([one], [other]) => one.split('{').length - other.split('{').length)
    .map(([template, operations]) => ({
      pattern: new RegExp(`^${template.replaceAll('.', '\\.').replace(/\{[^}]+\}/g, '[^/]+')}/?$`),
      operations,
    }));

  return (answer) => {
    const path = answer.path.split('?', 1)[0]!;
    if (!/^\/(v1|oauth2|health)\//.test(path)) return;
    const method = answer.method === 'HEAD' ? 'get' : answer.method.toLowerCase();
    const operation =
      paths.find(({ pattern }) => pattern.test(path))?.operations[method] ??
      (method === 'options' ? undefined : UNDOCUMENTED);
    if (operation === undefined) return;
    const complain = (what: string): never => {
      throw new Error(
        `openapi.json does not describe this answer: ${answer.method} ${answer.path} ${answer.status}: ${what}\n${answer.text.slice(0, 2_000)}`,
      );
    };
    const described = operation.responses[String(answer.status)] ?? complain('the status');
    for (const [name, { $ref, schema }] of Object.entries(described.headers ?? {})) {
      const value = answer.headers.get(name);
      if (value === null && $ref !== undefined) complain(`the header ${name} is missing`);
      const type = (schema ?? document.components.headers[name]?.schema)?.type;
      if (value !== null && type === 'integer' && !/^-?\d+$/.test(value))
        complain(`the header ${name}: ${value}`);
    }
    if (answer.method === 'HEAD') return;
    if (described.content === undefined) {
      if (answer.text !== '') complain('there is a body');
      return;
    }
    const type = (answer.headers.get('content-type') ?? '').split(';', 1)[0]!.trim();
    const media = described.content[type] ?? described.content['*/*'] ?? complain(`the type "${type}"`);
    if (type !== 'application/json' || described.content[type] === undefined) return;
    let validate = compiled.get(media.schema);
    if (validate === undefined) compiled.set(media.schema, (validate = ajv.compile(media.schema)));
    if (!validate(JSON.parse(answer.text))) complain(ajv.errorsText(validate.errors));
  };
}
