import { pino, type Logger } from 'pino';

export type Log = Logger;
export type LogLevel = 'silent' | 'error' | 'warn' | 'info' | 'debug';
export const LOG_LEVELS: readonly LogLevel[] = ['silent', 'error', 'warn', 'info', 'debug'];

/** Paths that never reach the log, whoever logs the object that holds them. */
const SECRETS = [
  'password',
  '*.password',
  'headers.authorization',
  'headers.cookie',
  'headers.arena_session_id',
  '*.headers.authorization',
  '*.headers.cookie',
  '*.headers.arena_session_id',
  'connectionString',
  '*.connectionString',
];

/** JSON lines on standard error, so that standard output stays free for what a command answers. */
export function createLog(level: LogLevel): Log {
  return pino(
    { level, redact: { paths: SECRETS, censor: '[secret]' }, base: null },
    pino.destination({ fd: 2, sync: true }),
  );
}
