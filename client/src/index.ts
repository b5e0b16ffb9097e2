import { createSend, perform } from './send.ts';
import { readError } from './errors.ts';
import { followRuns } from './follow-runs.ts';
import { createMethods, type Methods } from './methods.ts';
import { pagesOf, type ListPath, type PagesInit, type RowOf } from './pages.ts';
import { createRuns, type FollowOptions, type Runs } from './runs.ts';
import { createSession, type Credentials, type SessionSettings } from './session.ts';
import type { Login, WorkspaceRun } from './shapes.ts';
import { RETRY, type RetrySettings } from './wait.ts';

export type { components, operations, paths } from './api.generated.ts';
export type { Download, DownloadOptions } from './download.ts';
export { DownloadError, RunError, UnreachableError, WaybillError, type Violation } from './errors.ts';
export type { Answer, Method, Methods } from './methods.ts';
export type { ListPath, PagesInit, RowOf } from './pages.ts';
export type {
  Criteria,
  FollowOptions,
  Progress,
  RunAndDownloadOptions,
  RunDownload,
  Runs,
  StartOptions,
} from './runs.ts';
export type { Credentials, SessionSettings } from './session.ts';
export type { RetrySettings } from './wait.ts';
export type {
  AnswerOf,
  Definition,
  FileRef,
  Item,
  Login,
  Run,
  RunFile,
  RunRef,
  WorkspaceRun,
} from './shapes.ts';

export type ClientSettings = SessionSettings & {
  /** Where the server is, without `/v1`; by default where the page came from. */
  readonly url?: string;
  /** For tests, and for a proxy of your own. */
  readonly fetch?: typeof globalThis.fetch;
  readonly retry?: Partial<RetrySettings>;
  /** Told when the session has ended and the client cannot open another: show the login. */
  readonly onSignedOut?: () => void;
};

/** A client of one server, as one user. */
export interface WaybillClient extends Methods, Runs {
  readonly url: string;
  /** Every row of a list: `for await (const run of client.pages('/v1/exports/{guid}/runs', …))`. */
  pages<Path extends ListPath>(
    path: Path,
    init?: PagesInit<Path>,
  ): AsyncGenerator<RowOf<Path>, void, undefined>;
  /** All runs of the workspace as they go on; see `followRuns` in follow-runs.ts. */
  followRuns(options?: FollowOptions): AsyncGenerator<WorkspaceRun | undefined, never, undefined>;
  /** Opens the session now rather than with the first request. Only a client with credentials can. */
  login(): Promise<Login>;
  /** Ends the session, if there is one; with `everywhere` all sessions of the user. */
  logout(options?: { readonly everywhere?: boolean }): Promise<void>;
}

export function createClient(settings: ClientSettings): WaybillClient {
  const url = (settings.url ?? '').replace(/\/+$/, '');
  // Called as a function of its own: a browser's refuses to be the method of anything else.
  const fetch = settings.fetch ?? ((...call) => globalThis.fetch(...call));
  const onSignedOut = settings.onSignedOut ?? (() => undefined);
  const session = createSession(settings, logIn);
  const retry = { ...RETRY, ...settings.retry };
  const send = createSend({ session, fetch, retry, onSignedOut });
  const methods = createMethods(url, send);

  async function logIn(credentials: Credentials): Promise<Login> {
    const response = await perform(fetch, {
      url: `${url}/v1/login`,
      init: {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(credentials),
        credentials: 'omit',
      },
    });
    if (!response.ok) throw await readError(response, 'POST /v1/login');
    return (await response.json()) as Login;
  }

  return {
    url,
    ...methods,
    ...createRuns({ url, send, methods, retry }),
    followRuns: ({ signal } = {}) => followRuns({ url, send, retry }, signal),
    pages: (path, init) => pagesOf(methods.GET, path, init),
    login: () => session.login(),
    async logout({ everywhere = false } = {}) {
      const headers = session.current();
      if (headers === undefined) return;
      session.forget();
      const response = await perform(fetch, {
        url: `${url}/v1/logout${everywhere ? '?everywhere=true' : ''}`,
        init: { method: 'PUT', headers, credentials: session.cookies },
      });
      // One that has ended already.
      if (!response.ok && response.status !== 401) throw await readError(response, 'PUT /v1/logout');
      await response.body?.cancel();
    },
  };
}
