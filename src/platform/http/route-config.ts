import 'fastify';

/** What the server's own hooks ask of a route. */
declare module 'fastify' {
  interface FastifyContextConfig {
    /** Answered without a session. */
    public?: boolean;
    /** See `takesFile` of an operation. */
    takesFile?: boolean;
  }
}
