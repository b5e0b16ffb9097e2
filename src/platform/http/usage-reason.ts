import type { FastifyRequest } from 'fastify';

const MAX_LENGTH = 200;

/** What a client says that it calls for (`Arena-Usage-Reason`), fit for a log: a line, and not a long one. */
export function usageReasonOf({ headers }: FastifyRequest): string | undefined {
  const text = String(headers['arena-usage-reason'] ?? '')
    .replace(/\p{Cc}/gu, '')
    .trim();
  return text === '' ? undefined : Array.from(text).slice(0, MAX_LENGTH).join('');
}
