import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXIT, OperatorError } from '../kernel/errors.ts';
import { LIMITS_PROFILES, UNLIMITED } from '../kernel/limits.ts';
import { limitsOf, loadConfig, SETTINGS, type Flags } from './config.ts';

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), 'waybill-config-'));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

/** The words of the refusal; fails when there is none. */
function refusalOf(flags: Flags, env: NodeJS.ProcessEnv): string {
  try {
    loadConfig(flags, env);
  } catch (error) {
    expect(error).toBeInstanceOf(OperatorError);
    expect(error).toMatchObject({ exitCode: EXIT.usage });
    return (error as OperatorError).message;
  }
  throw new Error('the settings were taken');
}

describe('loadConfig', () => {
  it('has a default for what is not set', () => {
    const config = loadConfig({}, {});
    expect(config).toMatchObject({
      port: 8080,
      host: '127.0.0.1',
      dataDir: path.resolve('waybill-data'),
      sample: false,
      limits: 'open',
      runWaitMs: 1_000,
      retentionMs: 60 * 86_400_000,
      serverName: 'ArenaSolutions',
      strictContentType: false,
      logLevel: 'warn',
    });
    expect(limitsOf(config)).toEqual(LIMITS_PROFILES.open);
    expect(config.workers).toBeGreaterThanOrEqual(1);
    for (const name of ['databaseUrl', 'storageUrl', 'bundle', 'adminPassword', 'workspaceId'] as const)
      expect(config[name]).toBeUndefined();
  });

  it('takes a flag before the environment, and the environment before the default', () => {
    const env = { WAYBILL_PORT: '81', WAYBILL_HOST: '0.0.0.0', WAYBILL_SAMPLE: 'true' };
    expect(loadConfig({ port: '82' }, env)).toMatchObject({ port: 82, host: '0.0.0.0', sample: true });
    expect(loadConfig({ sample: true }, {})).toMatchObject({ sample: true });
    expect(loadConfig({ sample: false }, env)).toMatchObject({ sample: false });
  });

  it('takes the limits of the profile, but for those set by themselves', () => {
    const env = { WAYBILL_LIMITS: 'arena', WAYBILL_MAX_ITEMS: '7', WAYBILL_REQUEST_LIMIT: 'none' };
    expect(limitsOf(loadConfig({}, env))).toEqual({
      ...LIMITS_PROFILES.arena,
      maxItems: 7,
      requestLimit: UNLIMITED,
    });
    expect(refusalOf({}, { WAYBILL_MAX_ITEMS: 'many' })).toContain('WAYBILL_MAX_ITEMS');
  });

  it('takes an empty variable for none', () => {
    expect(loadConfig({}, { WAYBILL_PORT: '', DATABASE_URL: '' })).toMatchObject({ port: 8080 });
  });

  it('resolves folders', () => {
    expect(loadConfig({ dataDir: 'a/../b' }, {}).dataDir).toBe(path.resolve('b'));
  });

  it.each<[Flags, NodeJS.ProcessEnv, string]>([
    [{ port: 'http' }, {}, '--port is "http": expected a whole number from 0 to 65535.'],
    [{}, { WAYBILL_PORT: '65536' }, 'WAYBILL_PORT is "65536": expected a whole number from 0 to 65535.'],
    [{}, { WAYBILL_PORT: '-1' }, 'WAYBILL_PORT is "-1": expected a whole number from 0 to 65535.'],
    [{}, { WAYBILL_PORT: '80.5' }, 'WAYBILL_PORT is "80.5": expected a whole number from 0 to 65535.'],
    [{ workers: '65' }, {}, '--workers is "65": expected a whole number from 0 to 64.'],
    [{}, { WAYBILL_SAMPLE: 'yes' }, 'WAYBILL_SAMPLE is "yes": expected true or false.'],
    [
      { retentionMs: '60' },
      {},
      '--retention is "60": expected a duration such as 500ms, 30s, 10m, 12h or 60d, from 0s to 36500d.',
    ],
    [{ logLevel: 'loud' }, {}, '--log-level is "loud": expected one of silent, error, warn, info, debug.'],
    [
      {},
      { WAYBILL_WORKSPACE_ID: '12' },
      'WAYBILL_WORKSPACE_ID is "12": expected a whole number from 100000000 to 999999999.',
    ],
  ])('refuses %j %j', (flags, env, words) => {
    expect(refusalOf(flags, env)).toBe(words);
  });

  it('tells of all problems at once', () => {
    const words = refusalOf(
      { port: 'x', workers: '-1' },
      { WAYBILL_RUN_WAIT: 'soon', DATABASE_URL_FILE: path.join(dir, 'none') },
    );
    expect(words.split('\n')).toHaveLength(4);
    for (const name of ['--port', '--workers', 'WAYBILL_RUN_WAIT', 'DATABASE_URL_FILE cannot be read'])
      expect(words).toContain(name);
  });
});

describe('secrets', () => {
  it('can be read from a file, a line end at its end left out', async () => {
    const file = path.join(dir, 'password');
    await writeFile(file, ' s3cret word\n');
    expect(loadConfig({}, { WAYBILL_ADMIN_PASSWORD_FILE: file }).adminPassword).toBe(' s3cret word');
    expect(
      loadConfig({}, { WAYBILL_ADMIN_PASSWORD_FILE: file, WAYBILL_ADMIN_PASSWORD: 'direct' }).adminPassword,
    ).toBe('direct');
    expect(
      loadConfig(
        { databaseUrl: 'postgres://flag' },
        { DATABASE_URL_FILE: file, DATABASE_URL: 'postgres://env' },
      ).databaseUrl,
    ).toBe('postgres://flag');
  });

  it('only have a file where they are secret', async () => {
    const file = path.join(dir, 'port');
    await writeFile(file, '81');
    expect(loadConfig({}, { WAYBILL_PORT_FILE: file }).port).toBe(8080);
  });

  it('never stand in a refusal', async () => {
    const file = path.join(dir, 'database-url');
    await writeFile(file, 'postgres://ada:in-the-file@host/db');
    const env = { WAYBILL_PORT: 'x', WAYBILL_ADMIN_PASSWORD: 'in-the-environment', DATABASE_URL_FILE: file };
    expect(refusalOf({}, env)).not.toMatch(/in-the-file|in-the-environment/);
    expect(refusalOf({ databaseUrl: 'postgres://ada:in-the-flag@host/db' }, env)).not.toContain(
      'in-the-flag',
    );
  });

  it('are the settings that hold one', () => {
    const secret = Object.entries(SETTINGS).flatMap(([name, setting]) => ('secret' in setting ? [name] : []));
    expect(secret).toEqual(['databaseUrl', 'adminPassword']);
  });
});

describe('SETTINGS', () => {
  it('have each variable and each flag once, and defaults that their own reader takes', () => {
    const settings = Object.values(SETTINGS);
    const variables = settings.map(({ env }) => env);
    const flags = settings.flatMap((setting) => ('flag' in setting ? [setting.flag] : []));
    expect(new Set(variables).size).toBe(variables.length);
    expect(new Set(flags).size).toBe(flags.length);
    for (const setting of settings)
      if ('default' in setting) expect(setting.read(setting.default)).toHaveProperty('value');
  });
});
