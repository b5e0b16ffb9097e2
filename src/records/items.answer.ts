import type { FastifyReply, FastifyRequest } from 'fastify';
import { callerOf } from '../access/access.contract.ts';
import { hangUpSignal } from '../platform/http/hang-up.ts';
import type { Asker } from './items.service.ts';

/** An answer that is JSON text already. */
export function sendJson(reply: FastifyReply, text: string): FastifyReply {
  return reply.type('application/json; charset=utf-8').send(text);
}

export const askerOf = (request: FastifyRequest, reply: FastifyReply): Asker => ({
  caller: callerOf(request),
  signal: hangUpSignal(reply),
});
