import { expect, it } from 'vitest';
import { useServer } from '../support/acceptance.ts';
import { createApi, define, runToEnd } from '../support/api-client.ts';
import { until } from '../support/until.ts';

const served = useServer({ env: { WAYBILL_WORKERS: '1' } });

/** Samples by name and labels. */
async function scrape(): Promise<{ text: string; samples: Map<string, number> }> {
  const answer = await createApi(served.url).get('/metrics');
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  const lines = answer.text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const samples = lines.map((line): [string, number] => {
    const [, name, value] = /^(\S+(?:\{.*\})?) (\S+)$/.exec(line)!;
    return [name!, Number(value)];
  });
  return { text: answer.text, samples: new Map(samples) };
}

it('is text for Prometheus, without a session and against no allowance; each metric says what it is', async () => {
  const { text, samples } = await scrape();
  for (const name of new Set([...samples.keys()].map((one) => one.replace(/[{].*/, '')))) {
    const family = name.replace(/_(bucket|sum|count)$/, '');
    expect(text).toMatch(new RegExp(`^# HELP (${name}|${family}) \\S`, 'm'));
  }
  expect(samples.get('process_start_time_seconds')).toBeGreaterThan(1_700_000_000);
});

it('counts requests by their route, and tells nothing of a workspace', async () => {
  const definition = await define(served.admin, { name: 'Confidential' });
  await served.admin.get(`/v1/exports/${definition.guid}`);
  await createApi(served.url).get(`/v1/exports/${definition.guid}`);
  await createApi(served.url).get(`/v1/nowhere/${definition.guid}`);
  const { text, samples } = await scrape();
  const countOf = (method: string, route: string, status: number): number | undefined =>
    samples.get(
      `waybill_http_request_duration_seconds_count{method="${method}",route="${route}",status="${status}"}`,
    );
  expect(countOf('GET', '/v1/exports/:guid', 200)).toBe(1);
  expect(countOf('GET', '/v1/exports/:guid', 401)).toBe(1);
  expect(countOf('other', 'none', 404)).toBe(1);
  for (const secret of [definition.guid, 'Confidential', 'example.test']) expect(text).not.toContain(secret);
});

it('counts runs: those that ended by how, and those that wait', async () => {
  const ended = async (): Promise<number> =>
    (await scrape()).samples.get('waybill_runs_ended_total{status="COMPLETE"}') ?? 0;
  const before = await ended();
  const definition = await define(served.admin);
  expect((await runToEnd(served.admin, definition)).status).toBe('COMPLETE');
  await until(async () => (await ended()) === before + 1);

  await served.restart(['--workers', '0'], { WAYBILL_WORKERS: '0' });
  await served.admin.post(`/v1/exports/${definition.guid}/runs`, {}, { Prefer: 'respond-async' });
  const { samples } = await scrape();
  expect(samples.get('waybill_runs_waiting{status="CREATED"}')).toBe(1);
  expect(samples.get('waybill_runs_waiting{status="RUNNING"}')).toBe(0);
  expect(samples.get('waybill_oldest_queued_run_age_seconds')).toBeGreaterThanOrEqual(0);
  expect(samples.get('waybill_database_connections{state="open"}')).toBeGreaterThan(0);
});
