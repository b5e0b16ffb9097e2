import type { Login } from './shapes.ts';

/** Who calls. */
export interface Credentials {
  readonly email: string;
  readonly password: string;
  /** Without it, the workspace that the user was in last. */
  readonly workspaceId?: number | string;
}

/** How a client is known to the server. */
export type SessionSettings =
  /** Logs in when it is first needed, and again when the session has ended. The token is kept in memory only. */
  | { readonly credentials: Credentials }
  /** The token of a session, or of a machine client. */
  | { readonly token: string }
  /** A page that the server itself serves: the browser keeps the session in a cookie, and the client keeps nothing. */
  | { readonly cookie: true };

/** The session that requests are sent with. */
export interface Session {
  /** Headers of the next request, after a login where one is needed. */
  headers(): Promise<Readonly<Record<string, string>>>;
  /** `fetch` sends the cookie along, or not. */
  readonly cookies: 'omit' | 'same-origin';
  /** Told that a request with these headers was answered 401: whether it may be sent again, with new headers. */
  refused(headers: Readonly<Record<string, string>>): boolean;
  /** The answer to the login, once there has been one. */
  login(): Promise<Login>;
  /** The headers of the session that is open; undefined when none is, without opening one. */
  current(): Readonly<Record<string, string>> | undefined;
  forget(): void;
}

export const SESSION_HEADER = 'arena_session_id';

/** @param logIn asks the server for a session */
export function createSession(
  settings: SessionSettings,
  logIn: (credentials: Credentials) => Promise<Login>,
): Session {
  if ('credentials' in settings) return createOwnSession(() => logIn(settings.credentials));
  const headers: Record<string, string> = 'token' in settings ? { [SESSION_HEADER]: settings.token } : {};
  return {
    headers: () => Promise.resolve(headers),
    cookies: 'token' in settings ? 'omit' : 'same-origin',
    refused: () => false,
    login: () => Promise.reject(new Error('Only a client with credentials logs in by itself.')),
    current: () => headers,
    forget: () => undefined,
  };
}

/** A session that is opened when it is needed; requests that need one at the same time wait for one login. */
function createOwnSession(logIn: () => Promise<Login>): Session {
  let opening: Promise<Login> | undefined;
  let current: Readonly<Record<string, string>> | undefined;

  function forget(): void {
    opening = undefined;
    current = undefined;
  }

  async function open(): Promise<Login> {
    opening ??= logIn();
    const mine = opening;
    try {
      const login = await mine;
      if (opening === mine) current ??= { [SESSION_HEADER]: login.arenaSessionId };
      return login;
    } catch (error) {
      // The next request tries again.
      if (opening === mine) forget();
      throw error;
    }
  }

  return {
    async headers() {
      return { [SESSION_HEADER]: (await open()).arenaSessionId };
    },
    cookies: 'omit',
    refused(headers) {
      // Others may have been refused with the same token, and one of them have logged in again.
      if (headers[SESSION_HEADER] === current?.[SESSION_HEADER]) forget();
      return true;
    },
    login: open,
    current: () => current,
    forget,
  };
}
