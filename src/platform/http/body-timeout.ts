import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** A body that is a file brings so much in each such time, or nobody is sending it any more. */
const LEAST_BYTES = 16 * 1_024;

/**
 * Gives up on bodies that do not come: the whole of one within the time, or of a file some bytes of it. Node's own `requestTimeout` knows
 * no difference between requests.
 * @param onTimeout ends the connection
 */
export function limitBodies(
  app: FastifyInstance,
  timeoutMs: number,
  onTimeout: (socket: Socket, isAnswered: boolean) => void,
): void {
  app.addHook('onRequest', (request, reply, done) => {
    const { raw } = request;
    if (hasBody(raw)) {
      watch(request, () => reply.raw.headersSent);
      reply.raw.once('finish', () => {
        passOver(raw);
      });
    }
    done();
  });

  function watch(request: FastifyRequest, isAnswered: () => boolean): void {
    const { raw } = request;
    const takesFile = request.routeOptions.config.takesFile === true;
    let readBefore = raw.socket.bytesRead;
    const timer = setInterval(() => {
      const { bytesRead } = raw.socket;
      const hasMoved = takesFile && !isAnswered() && bytesRead - readBefore >= LEAST_BYTES;
      readBefore = bytesRead;
      if (raw.complete || raw.destroyed) clearInterval(timer);
      else if (!hasMoved) {
        clearInterval(timer);
        onTimeout(raw.socket, isAnswered());
      }
    }, timeoutMs);
    timer.unref();
    raw.once('close', () => {
      clearInterval(timer);
    });
  }
}

/** What is left of a body that was answered before its end: the next request on the connection comes behind it. */
function passOver(raw: IncomingMessage): void {
  if (raw.complete || raw.destroyed) return;
  raw.unpipe();
  raw.resume();
}

function hasBody({ headers }: IncomingMessage): boolean {
  const length = headers['content-length'];
  return headers['transfer-encoding'] !== undefined || (length !== undefined && length !== '0');
}
