import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { callerOf } from '../access/access.contract.ts';
import { fail } from '../kernel/errors.ts';
import { hangUpSignal } from '../platform/http/hang-up.ts';
import type { HttpServer } from '../platform/http/server.ts';

/** Progress is written to a run's row about once a second and told to nobody: it is looked for as often. */
export const LOOK_EVERY_MS = 1_000;
/** Proxies close a connection that says nothing for a minute or so. */
export const KEEP_ALIVE_MS = 15_000;
export const KEEP_ALIVE = ': still there\n\n';
/** Of one user at once: each costs the database two small questions a second. */
const MAX_STREAMS = 20;

/** For whom events are told. */
export interface Audience {
  /** Aborted when nobody listens any more, and when the server ends. */
  readonly signal: AbortSignal;
  /** Whether the session is still one. */
  readonly isAllowed: () => Promise<boolean>;
}

export interface EventStreams {
  /** Answers with server-sent events. They are read one by one as the client takes them, so that a slow one holds no memory. */
  send(
    { request, reply }: { readonly request: FastifyRequest; readonly reply: FastifyReply },
    eventsFor: (audience: Audience) => AsyncIterable<string>,
  ): FastifyReply;
}

/** All streams of a server, of which a user has so many at most. */
export function createEventStreams(app: HttpServer): EventStreams {
  const closing = new AbortController();
  const streamsOf = new Map<number, number>();
  // A stream would else keep the server from closing until its run has ended.
  app.addHook('preClose', async () => {
    closing.abort();
  });

  function count(userId: number, reply: FastifyReply): void {
    const open = streamsOf.get(userId) ?? 0;
    if (open >= MAX_STREAMS) fail('tooManyStreams', MAX_STREAMS);
    streamsOf.set(userId, open + 1);
    reply.raw.once('close', () => {
      const left = (streamsOf.get(userId) ?? 1) - 1;
      if (left > 0) streamsOf.set(userId, left);
      else streamsOf.delete(userId);
    });
  }

  return {
    send({ request, reply }, eventsFor) {
      const { userId } = callerOf(request);
      // The stream may be cut short by the server's end, which a connection kept alive would hold up.
      void reply.type('text/event-stream').headers({ 'Cache-Control': 'no-store', Connection: 'close' });
      if (request.method === 'HEAD') return reply.send();
      const signal = AbortSignal.any([closing.signal, hangUpSignal(reply)]);
      // Its 'close' has come already: nothing would take it from the count.
      if (signal.aborted) return reply.send();
      count(userId, reply);
      return reply.send(Readable.from(eventsFor({ signal, isAllowed: () => request.isLoggedIn() })));
    },
  };
}

export interface Alarm {
  /** Resolves when the time is up, or at once when somebody has rung since the last time. */
  wait(ms: number): Promise<void>;
  readonly ring: () => void;
}

export function createAlarm(): Alarm {
  let isRung = false;
  let wake: () => void = () => undefined;
  return {
    async wait(ms) {
      if (!isRung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      isRung = false;
    },
    ring() {
      isRung = true;
      wake();
    },
  };
}

export const eventOf = (name: string, data: string): string => `event: ${name}\ndata: ${data}\n\n`;
