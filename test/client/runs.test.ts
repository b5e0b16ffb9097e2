import { describe, expect, it } from 'vitest';
import { createClient, RunError, type Run } from '../../client/src/index.ts';

const retry = { attempts: 1, resumptions: 2, firstWaitMs: 1 };
const REF = { definition: 'D', run: 'R' };

const runOf = (status: string, rowsWritten = 0): Partial<Run> =>
  ({ guid: 'R', status, waybill: { progress: { rowsWritten } } }) as unknown as Partial<Run>;

const events =
  (...runs: Partial<Run>[]) =>
  () =>
    new Response(runs.map((run) => `event: run\ndata: ${JSON.stringify(run)}\n\n`).join(''), {
      headers: { 'Content-Type': 'text/event-stream' },
    });
const answer = (run: Partial<Run>) => () => Response.json(run);
const refusal = (status: number, code: number) => () =>
  Response.json({ status, errors: [{ code, message: 'No.' }] }, { status });
const broken = (): Response => {
  throw new TypeError('fetch failed');
};

/** Answers by the end of the address, one after the other. */
function clientOf(answers: Readonly<Record<string, (() => Response)[]>>) {
  const asked: string[] = [];
  const fetch = async (address: string | URL | Request): Promise<Response> => {
    const { pathname, search } = new URL(address);
    const end = pathname.slice(pathname.lastIndexOf('/') + 1) + search;
    asked.push(end);
    const next = answers[end]?.shift();
    if (next === undefined) throw new Error(`nothing was prepared for ${end}`);
    return next();
  };
  return { asked, client: createClient({ url: 'http://waybill.test', token: 'T', fetch, retry }) };
}

async function statesOf(answers: Readonly<Record<string, (() => Response)[]>>) {
  const { asked, client } = clientOf(answers);
  const states: string[] = [];
  for await (const { status } of client.followRun(REF)) states.push(status);
  return { states, asked };
}

describe('a run that is followed', () => {
  it('is told by events until it ends', async () => {
    const told = events(runOf('CREATED'), runOf('RUNNING'), runOf('RUNNING', 5), runOf('COMPLETE'));
    expect(await statesOf({ events: [told] })).toEqual({
      states: ['CREATED', 'RUNNING', 'RUNNING', 'COMPLETE'],
      asked: ['events'],
    });
  });

  it('is taken up again when the events end too early, and told once', async () => {
    const { states, asked } = await statesOf({
      events: [events(runOf('RUNNING')), broken, events(runOf('RUNNING'), runOf('ABORTED'))],
    });
    expect(states).toEqual(['RUNNING', 'ABORTED']);
    expect(asked).toEqual(['events', 'events', 'events']);
  });

  it('is asked for where there are no events', async () => {
    const { states, asked } = await statesOf({
      events: [refusal(404, 404)],
      'R?view=full': [answer(runOf('RUNNING')), answer(runOf('RUNNING')), answer(runOf('FAILED'))],
    });
    expect(states).toEqual(['RUNNING', 'FAILED']);
    expect(asked).toHaveLength(4);
  });

  it('is asked for without its progress where the server knows none', async () => {
    const { states } = await statesOf({
      events: [refusal(405, 405)],
      'R?view=full': [refusal(400, 3019), refusal(400, 3019)],
      R: [answer(runOf('RUNNING')), answer(runOf('COMPLETE'))],
    });
    expect(states).toEqual(['RUNNING', 'COMPLETE']);
  });

  it('that is somebody else’s is refused in the server’s words', async () => {
    const answers = { events: [refusal(403, 3024)], 'R?view=full': [refusal(403, 3024)] };
    await expect(statesOf(answers)).rejects.toMatchObject({ status: 403, errors: [{ code: 3024 }] });
  });

  it('of a server that stays away is given up', async () => {
    await expect(statesOf({ events: [broken, broken, broken, broken] })).rejects.toThrow('Cannot reach');
  });
});

it('a run that has no file in the end is told with its reason', async () => {
  const failed = { ...runOf('FAILED'), waybill: { error: { code: 3148, message: 'Too many items.' } } };
  const { client } = clientOf({ runs: [answer(runOf('CREATED'))], events: [events(failed as Partial<Run>)] });
  const error: unknown = await client.runAndDownload('D').catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(RunError);
  expect(error).toMatchObject({
    message: 'The run ended FAILED: Too many items.',
    run: { status: 'FAILED' },
  });
});
