import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { WORKSPACE_ID } from '../access/access.service.ts';
import { parseDurationMs } from '../kernel/duration.ts';
import { ERROR_CODES, EXIT, messageOf, OperatorError } from '../kernel/errors.ts';
import { parseSizeBytes } from '../kernel/size.ts';
import { LIMITS_PROFILES, UNLIMITED, type Limits, type LimitsProfile } from '../kernel/limits.ts';
import { canonicalRange } from '../platform/http/addresses.ts';
import { LOG_LEVELS, type LogLevel } from '../platform/log/log.ts';

/** Turns the text of a setting into its value, or says what would be right. */
type Reader<Value> = (text: string) => { value: Value } | { expected: string };

interface Setting<Value> {
  /** As commander writes it; settings without one come from the environment only. */
  readonly flag?: string;
  readonly env: string;
  readonly description: string;
  /** In the words a user would type; undefined: not set. */
  readonly default?: string;
  /** Never printed, and `<env>_FILE` names a file that holds it. */
  readonly secret?: boolean;
  readonly read: Reader<Value>;
}

const text: Reader<string> = (value) => ({ value });
const folder: Reader<string> = (value) => ({ value: path.resolve(value) });
const flagOnly: Reader<boolean> = (value) =>
  value === 'true' || value === 'false' ? { value: value === 'true' } : { expected: 'true or false' };
const oneOf =
  <Option extends string>(options: readonly Option[]): Reader<Option> =>
  (value) => {
    const found = options.find((option) => option === value);
    return found === undefined ? { expected: `one of ${options.join(', ')}` } : { value: found };
  };
const integer =
  (min: number, max: number): Reader<number> =>
  (value) => {
    const number = /^\d{1,10}$/.test(value.trim()) ? Number(value) : -1;
    return number >= min && number <= max
      ? { value: number }
      : { expected: `a whole number from ${min} to ${max}` };
  };
/** Undefined for none. */
const orNone =
  <Value>(reader: Reader<Value>): Reader<Value | undefined> =>
  (value) => {
    if (value.trim().toLowerCase() === 'none') return { value: undefined };
    const read = reader(value);
    return 'value' in read ? read : { expected: `${read.expected}, or none` };
  };

/** A ceiling as the reference tells it: a number that nothing reaches is none. */
const ceiling =
  (min: number): Reader<number> =>
  (value) => {
    const read = orNone(integer(min, UNLIMITED))(value);
    return 'value' in read ? { value: read.value ?? UNLIMITED } : read;
  };
/** `https://bi.example.com, http://localhost:3000`, or `*`. */
const origins: Reader<readonly string[]> = (value) => {
  const list = value
    .split(',')
    .map((one) => one.trim().replace(/\/$/, ''))
    .filter((one) => one !== '');
  const isRight = list.every(
    (one) => one === '*' || (!one.includes('*') && URL.canParse(one) && new URL(one).origin === one),
  );
  return isRight
    ? { value: list }
    : { expected: 'origins such as https://bi.example.com, separated by commas, or *' };
};
/** `10.0.0.5, 192.168.0.0/16`. */
const addressRanges: Reader<readonly string[]> = (value) => {
  const list = value
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
  return list.every((one) => canonicalRange(one) !== undefined)
    ? { value: list }
    : { expected: 'IP addresses and ranges such as 10.0.0.5 or 192.168.0.0/16, separated by commas' };
};
const byProfile = (name: keyof Limits): string =>
  `by default that of the limits profile (arena: ${LIMITS_PROFILES.arena[name]}, open: none)`;
const duration =
  (longest: string, shortest = '0s'): Reader<number> =>
  (value) => {
    const durationMs = parseDurationMs(value);
    const [min = 0, max = 0] = [shortest, longest].map(parseDurationMs);
    return durationMs !== undefined && durationMs >= min && durationMs <= max
      ? { value: durationMs }
      : { expected: `a duration such as 500ms, 30s, 10m, 12h or 60d, from ${shortest} to ${longest}` };
  };
const size =
  (smallest: string, largest: string): Reader<number> =>
  (value) => {
    const sizeBytes = parseSizeBytes(value);
    const [min = 0, max = 0] = [smallest, largest].map(parseSizeBytes);
    return sizeBytes !== undefined && sizeBytes >= min && sizeBytes <= max
      ? { value: sizeBytes }
      : { expected: `a size such as 500MB or 2GB, from ${smallest} to ${largest}` };
  };

/**
 * Every setting of the server, once: `serve --help`, docs/reference/config.md and the reading all come from here.
 * A flag wins over the environment, the environment over the default.
 */
export const SETTINGS = {
  port: {
    flag: '--port <number>',
    env: 'WAYBILL_PORT',
    default: '8080',
    description: 'port to listen on; 0 takes a free one',
    read: integer(0, 65_535),
  },
  host: {
    flag: '--host <address>',
    env: 'WAYBILL_HOST',
    default: '127.0.0.1',
    description: 'address to listen on',
    read: text,
  },
  dataDir: {
    flag: '--data <dir>',
    env: 'WAYBILL_DATA',
    default: './waybill-data',
    description: 'data folder: the embedded database and the files',
    read: folder,
  },
  databaseUrl: {
    flag: '--database-url <url>',
    env: 'DATABASE_URL',
    secret: true,
    description: 'use this PostgreSQL (15 or later) instead of the embedded one',
    read: text,
  },
  storageUrl: {
    flag: '--storage <url>',
    env: 'WAYBILL_STORAGE_URL',
    description: 'folder for files; by default in the data folder',
    read: text,
  },
  bundle: {
    flag: '--bundle <path>',
    env: 'WAYBILL_BUNDLE',
    description: 'workspace bundle (folder or zip) to import at every start',
    read: folder,
  },
  sample: {
    flag: '--sample',
    env: 'WAYBILL_SAMPLE',
    default: 'false',
    description: 'import the sample workspace at every start',
    read: flagOnly,
  },
  limits: {
    flag: '--limits <profile>',
    env: 'WAYBILL_LIMITS',
    default: 'open',
    description: `limits profile: open has no ceilings, arena those of the reference`,
    read: oneOf(Object.keys(LIMITS_PROFILES) as LimitsProfile[]),
  },
  requestLimit: {
    flag: '--request-limit <number>',
    env: 'WAYBILL_REQUEST_LIMIT',
    description: `requests per workspace and day, or none; ${byProfile('requestLimit')}`,
    read: ceiling(0),
  },
  maxItems: {
    env: 'WAYBILL_MAX_ITEMS',
    description: `items in one export, or none; ${byProfile('maxItems')}`,
    read: ceiling(0),
  },
  maxLines: {
    env: 'WAYBILL_MAX_LINES',
    description: `rows in one export with BOM or FILES, or none; ${byProfile('maxLines')}`,
    read: ceiling(0),
  },
  runsInProgress: {
    env: 'WAYBILL_RUNS_IN_PROGRESS',
    description: `runs in progress of one user, or none; ${byProfile('runsInProgress')}`,
    read: ceiling(1),
  },
  guidCriteria: {
    env: 'WAYBILL_GUID_CRITERIA',
    description: `criteria when one is about the item's guid, or none; ${byProfile('guidCriteria')}`,
    read: ceiling(1),
  },
  runWaitMs: {
    flag: '--run-wait <duration>',
    env: 'WAYBILL_RUN_WAIT',
    default: '1s',
    description: 'how long POST …/runs waits for its run',
    read: duration('1h'),
  },
  searchTimeoutMs: {
    env: 'WAYBILL_SEARCH_TIMEOUT',
    default: '30s',
    description: 'how long a search of items may take before it is stopped and answered 422',
    read: duration('1h', '100ms'),
  },
  maxUploadBytes: {
    env: 'WAYBILL_MAX_UPLOAD',
    default: '2GB',
    description: 'largest upload of a bundle to import over HTTP; unpacked, a zip may be ten times as large',
    read: size('1KB', '1024GB'),
  },
  retentionMs: {
    flag: '--retention <duration>',
    env: 'WAYBILL_RETENTION',
    default: '60d',
    description: 'how long export files can be downloaded',
    read: duration('36500d'),
  },
  scrubEveryMs: {
    env: 'WAYBILL_SCRUB_EVERY',
    default: '7d',
    description:
      'within this time a worker reads every stored file once, slowly, and compares its checksum; or none',
    read: orNone(duration('365d', '1s')),
  },
  workers: {
    flag: '--workers <number>',
    env: 'WAYBILL_WORKERS',
    default: String(Math.max(1, availableParallelism() - 1)),
    description: 'runs executed at a time in this process; 0: API only',
    read: integer(0, 64),
  },
  exportConnections: {
    env: 'WAYBILL_EXPORT_CONNECTIONS',
    default: '4',
    description:
      'database connections on which one large export may read at once; fewer when there are many workers',
    read: integer(1, 16),
  },
  shutdownGraceMs: {
    env: 'WAYBILL_SHUTDOWN_GRACE',
    default: '30s',
    description: 'how long answers and runs at work may take to finish when the process is told to stop',
    read: duration('1h', '1s'),
  },
  adminEmail: {
    env: 'WAYBILL_ADMIN_EMAIL',
    default: 'admin@waybill.local',
    description: 'e-mail address of the first administrator',
    read: text,
  },
  adminPassword: {
    env: 'WAYBILL_ADMIN_PASSWORD',
    secret: true,
    description: 'password of the first administrator; without it one is generated and printed once',
    read: text,
  },
  workspaceId: {
    env: 'WAYBILL_WORKSPACE_ID',
    description: 'id of the first workspace, 9 digits',
    read: integer(WORKSPACE_ID.min, WORKSPACE_ID.max),
  },
  serverName: {
    env: 'WAYBILL_SERVER_NAME',
    default: 'ArenaSolutions',
    description: 'the Server header of every answer',
    read: text,
  },
  strictContentType: {
    env: 'WAYBILL_STRICT_CONTENT_TYPE',
    default: 'false',
    description: 'ask GET for Content-Type: application/json too',
    read: flagOnly,
  },
  errorCodes: {
    env: 'WAYBILL_ERROR_CODES',
    default: 'tables',
    description: "numbers of errors: those of the reference's code tables, or the older ones of its samples",
    read: oneOf(ERROR_CODES),
  },
  spreadsheetSafe: {
    env: 'WAYBILL_SPREADSHEET_SAFE',
    default: 'false',
    description: 'put an apostrophe before CSV cells that a spreadsheet would take for a formula',
    read: flagOnly,
  },
  corsOrigins: {
    env: 'WAYBILL_CORS_ORIGINS',
    default: '',
    description: 'origins whose pages may call the API from a browser, separated by commas; * is any',
    read: origins,
  },
  trustedProxies: {
    env: 'WAYBILL_TRUSTED_PROXIES',
    default: '',
    description:
      'addresses and ranges of reverse proxies, separated by commas: only from them does X-Forwarded-For tell the client address',
    read: addressRanges,
  },
  maxAddressFailures: {
    env: 'WAYBILL_WRONG_LOGINS_PER_ADDRESS',
    default: '50',
    description:
      'wrong logins within five minutes that close a client address (IPv6: its /64) for five minutes, or none',
    read: ceiling(5),
  },
  singleSession: {
    env: 'WAYBILL_SINGLE_SESSION',
    default: 'false',
    description: "let a login end the user's older sessions, as the reference does",
    read: flagOnly,
  },
  logLevel: {
    flag: '--log-level <level>',
    env: 'WAYBILL_LOG_LEVEL',
    default: 'warn',
    description: `one of ${LOG_LEVELS.join(', ')}`,
    read: oneOf<LogLevel>(LOG_LEVELS),
  },
} satisfies Record<string, Setting<unknown>>;

export type SettingName = keyof typeof SETTINGS;
type ValueOf<S> = S extends { read: Reader<infer Value> } ? Value : never;
/** Every setting that has a default is there; the others may be. */
export type Config = {
  readonly [Name in SettingName]: (typeof SETTINGS)[Name] extends { default: string }
    ? ValueOf<(typeof SETTINGS)[Name]>
    : ValueOf<(typeof SETTINGS)[Name]> | undefined;
};

/** The ceilings in force: the profile's, but for those set by themselves. */
export function limitsOf(config: Config): Limits {
  const profile = LIMITS_PROFILES[config.limits];
  return Object.fromEntries(
    (Object.keys(profile) as (keyof Limits)[]).map((name) => [name, config[name] ?? profile[name]]),
  ) as unknown as Limits;
}

/** What was typed, by the setting's name. */
export type Flags = Partial<Record<SettingName, string | boolean>>;

/** Reads every setting; all problems are reported together and no secret is repeated in them. */
export function loadConfig(flags: Flags, env: NodeJS.ProcessEnv = process.env): Config {
  const problems: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, setting] of Object.entries(SETTINGS) as [SettingName, Setting<unknown>][]) {
    const source = sourceOf(setting, flags[name], env);
    if ('problem' in source) problems.push(source.problem);
    if (!('text' in source)) continue;
    const result = setting.read(source.text);
    if ('value' in result) values[name] = result.value;
    else
      problems.push(
        `${source.from}${setting.secret === true ? '' : ` is "${source.text}"`}: expected ${result.expected}.`,
      );
  }
  if (problems.length > 0) throw new OperatorError(problems.join('\n'), EXIT.usage);
  return values as Config;
}

type Source = { text: string; from: string } | { problem: string } | Record<string, never>;

function sourceOf(
  setting: Setting<unknown>,
  flag: string | boolean | undefined,
  env: NodeJS.ProcessEnv,
): Source {
  if (flag !== undefined) return { text: String(flag), from: setting.flag?.split(' ', 1)[0] ?? setting.env };
  const given = env[setting.env];
  if (given !== undefined && given !== '') return { text: given, from: setting.env };
  const file = setting.secret === true ? env[`${setting.env}_FILE`] : undefined;
  if (file !== undefined && file !== '') {
    try {
      const text = readFileSync(file, 'utf8').trimEnd();
      return text === ''
        ? { problem: `${setting.env}_FILE is an empty file.` }
        : { text, from: `${setting.env}_FILE` };
    } catch (error) {
      return { problem: `${setting.env}_FILE cannot be read: ${messageOf(error)}` };
    }
  }
  return setting.default === undefined ? {} : { text: setting.default, from: setting.env };
}
