import type { FastifyReply } from 'fastify';

/**
 * Aborted when the connection of an answer closes before all of it is sent. Not fastify's `request.signal`: that goes by the request's
 * end, which for a body comes as soon as it is read.
 */
export function hangUpSignal({ raw }: FastifyReply): AbortSignal {
  const gone = new AbortController();
  if (raw.closed) gone.abort();
  else
    raw.once('close', () => {
      if (!raw.writableFinished) gone.abort();
    });
  return gone.signal;
}

/** Whether nobody is there any more to read the answer. */
export function hasHungUp({ raw }: FastifyReply): boolean {
  return raw.closed && !raw.writableFinished;
}
