import type { ApiCase } from './api-cases.ts';
import type { RawCase } from './raw-cases.ts';
import { nameFor, type Scene } from './scene.ts';
import type { Outcome, SeenAnswer } from './send.ts';

/** Says what is wrong with the answer to a request; undefined: nothing. */
export function findFault(one: ApiCase | RawCase, outcome: Outcome, scene: Scene): string | undefined {
  if (outcome.isHanging && !isHeld(one)) return `no answer after ${Math.round(outcome.durationMs)} ms`;
  for (const answer of outcome.answers) {
    const fault = faultOf(answer, one.kind === 'api' ? one.method : undefined);
    if (fault !== undefined) return fault;
  }
  if (outcome.received.includes(scene.secret) && (one.kind === 'api' ? !isStrangers(one) : one.smuggles))
    return 'the answer tells what only the stranger may see';
  if (one.kind === 'api')
    return outcome.answers.length === 0 && !isLarge(one) && !outcome.isHanging
      ? 'closed without an answer'
      : undefined;
  const routed = outcome.answers.filter(({ headers }) => headers['x-request-id'] !== undefined);
  return one.smuggles && routed.length > 1
    ? `${routed.length} answers to what is one request, or none`
    : undefined;
}

/** A client may ask to be held. */
const isHeld = (one: ApiCase | RawCase): boolean =>
  one.kind === 'api' && one.headers.some(([name, value]) => name === 'Prefer' && value.includes('wait='));

const isStrangers = ({ headers }: ApiCase): boolean =>
  headers.some(([, value]) => value.includes(nameFor('stranger')));

/** What is too large is answered while it is still being sent, and the answer may be lost: a body, and a path with headers. */
const LARGE = { body: 60_000, head: 15_000 };
const isLarge = ({ path, headers, body = '' }: ApiCase): boolean =>
  body.length > LARGE.body || path.length + JSON.stringify(headers).length > LARGE.head;

function faultOf({ status, headers, text }: SeenAnswer, method: string | undefined): string | undefined {
  if (status >= 500 && !(status === 503 && headers['retry-after'] !== undefined)) return `answered ${status}`;
  if ('x-evil' in headers) return 'a header of the request’s making';
  if (status < 400 || method === undefined || method === 'HEAD' || text === '') return undefined;
  return describesRefusal(status, text) ? undefined : `answered ${status} in no form of ours`;
}

function describesRefusal(status: number, text: string): boolean {
  let said: unknown;
  try {
    said = JSON.parse(text);
  } catch {
    return false;
  }
  if (typeof said !== 'object' || said === null) return false;
  if ('error' in said) return typeof said.error === 'string' && 'error_description' in said;
  return 'status' in said && said.status === status && 'errors' in said && Array.isArray(said.errors);
}
