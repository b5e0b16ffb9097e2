import { afterAll, beforeAll, expect } from 'vitest';
import { createApi, type Api } from './api-client.ts';
import {
  ADMIN_EMAIL,
  createInstallation,
  type CommandResult,
  loginAs,
  OTHER_WORKSPACE_ID,
  WORKSPACE_ID,
  type Environment,
  type Installation,
  type TestServer,
} from './installation.ts';

export { ADMIN_EMAIL, OTHER_WORKSPACE_ID, PASSWORD, WORKSPACE_ID } from './installation.ts';

export interface UserOptions {
  /** By default the name at example.test. */
  readonly email?: string;
  readonly role?: 'member' | 'administrator';
  /** In {@link OTHER_WORKSPACE_ID}. */
  readonly elsewhere?: boolean;
}

export interface ServerOptions<Name extends string> {
  /** Of `waybill serve`, beside those that follow from the other options. */
  readonly flags?: readonly string[];
  readonly env?: Environment;
  /** With the sample workspace. */
  readonly sample?: boolean;
  /** With this bundle: its files by their names in it. */
  readonly bundle?: Readonly<Record<string, string | Buffer>>;
  readonly users?: Readonly<Record<Name, UserOptions>>;
}

/** What the tests of a file work with. The members are there inside hooks and tests, and after {@link restart} the new ones. */
export interface ServedInstallation<Name extends string> {
  readonly url: string;
  /** The administrator of {@link WORKSPACE_ID}. */
  readonly admin: Api;
  /** One of the users that the options name, logged in. */
  as(name: Name): Api;
  readonly installation: Installation;
  readonly server: TestServer;
  /** Stops the server and starts it again, with the flags and environment it had or with these; sessions go on. */
  restart(flags?: readonly string[], env?: Environment): Promise<void>;
}

/**
 * For the top of an acceptance test file (or of a `describe`): a server of its own, started as `npm start` does, with a database and
 * a data folder of its own. All of it is made and filled through the front door, and taken away after the last test.
 */
export function useServer<Name extends string = never>(
  options: ServerOptions<Name> = {},
): ServedInstallation<Name> {
  let installation: Installation;
  let server: TestServer;
  let flags: readonly string[] = [];
  let env: Environment = options.env ?? {};
  const tokens = new Map<string, string | undefined>();

  beforeAll(async () => {
    installation = await createInstallation();
    flags = [
      ...(options.sample === true ? ['--sample'] : []),
      ...(options.bundle === undefined
        ? []
        : ['--bundle', await installation.write('bundle', options.bundle)]),
      ...(options.flags ?? []),
    ];
    server = await installation.serve(flags, env);
    tokens.set('', (await loginAs(server, ADMIN_EMAIL)).token);
    const users = usersOf(options.users ?? {});
    if (users.some(({ workspaceId }) => workspaceId === OTHER_WORKSPACE_ID))
      await installation.addOtherWorkspace();
    await Promise.all(users.map((user) => installation.addUser(user)));
    // Afterwards: adding somebody who is there already, in another workspace, ends the sessions.
    for (const { name, email, workspaceId } of users)
      tokens.set(name, (await loginAs(server, email, workspaceId)).token);
  });

  afterAll(async () => {
    try {
      expect(await server.stop()).toBe(0);
    } finally {
      await installation.remove();
    }
  });

  return {
    get url() {
      return server.url;
    },
    get admin() {
      return createApi(server.url, tokens.get(''));
    },
    as: (name) => createApi(server.url, tokens.get(name)),
    get installation() {
      return installation;
    },
    get server() {
      return server;
    },
    async restart(newFlags = flags, newEnv = env) {
      [flags, env] = [newFlags, newEnv];
      expect(await server.stop()).toBe(0);
      server = await installation.serve(flags, env);
    },
  };
}

function usersOf(users: Readonly<Record<string, UserOptions>>) {
  return Object.entries(users).map(([name, { email, role, elsewhere }]) => ({
    name,
    email: email ?? `${name}@example.test`,
    workspaceId: elsewhere === true ? OTHER_WORKSPACE_ID : WORKSPACE_ID,
    ...(role !== undefined && { role }),
  }));
}

/** `--json`: one document on standard output, and nothing else. */
export function documentOf<Document>({ code, stdout, stderr }: CommandResult): Document {
  expect(code, stderr).toBe(0);
  return JSON.parse(stdout) as Document;
}
