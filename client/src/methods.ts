import createOpenApiClient, {
  type Client,
  type MaybeOptionalInit,
  type ParseAsResponse,
} from 'openapi-fetch';
import type {
  HttpMethod,
  PathsWithMethod,
  Readable,
  RequiredKeysOf,
  SuccessResponse,
} from 'openapi-typescript-helpers';
import type { paths } from './api.generated.ts';
import type { Send } from './send.ts';

/** What a request gave: always what was asked for, since all else is thrown. */
export interface Answer<Data> {
  readonly data: Data;
  readonly response: Response;
}

/** May be left out when nothing in it is required. */
type InitParam<Init> = RequiredKeysOf<Init> extends never ? [init?: Init] : [init: Init];

type DataOf<Operation, Init> = Operation extends {
  responses: infer Responses extends Record<string | number, object>;
}
  ? ParseAsResponse<Readable<SuccessResponse<Responses>>, Init>
  : never;

/** A call by path: parameters, body and answer are those of the API's document. */
export type Method<Verb extends HttpMethod> = <
  Path extends PathsWithMethod<paths, Verb>,
  Init extends MaybeOptionalInit<paths[Path], Verb>,
>(
  path: Path,
  ...init: InitParam<Init>
) => Promise<Answer<DataOf<paths[Path][Verb], Init>>>;

/** The paths of the API, by method. Failures are WaybillErrors and UnreachableErrors. */
export interface Methods {
  readonly GET: Method<'get'>;
  readonly POST: Method<'post'>;
  readonly PUT: Method<'put'>;
}

/** What openapi-fetch makes instead of a Request, of which it only needs these: a Request could not be sent a second time. */
class Draft {
  readonly url: string;
  readonly init: RequestInit;
  readonly method: string;

  constructor(url: string, init: RequestInit) {
    this.url = url;
    this.init = init;
    this.method = init.method ?? 'GET';
  }
}

export function createMethods(baseUrl: string, send: Send): Methods {
  const untyped: Client<Record<string, never>> = createOpenApiClient({
    baseUrl,
    Request: Draft as unknown as typeof Request,
    fetch: (draft) => send(draft as unknown as Draft),
  });
  const granted =
    (method: 'GET' | 'POST' | 'PUT') =>
    async (path: string, init?: unknown): Promise<Answer<unknown>> => {
      const call = untyped[method] as (
        path: string,
        init: unknown,
      ) => Promise<{ data?: unknown; response: Response }>;
      const { data, response } = await call(path, init);
      return { data, response };
    };
  return {
    GET: granted('GET') as Methods['GET'],
    POST: granted('POST') as Methods['POST'],
    PUT: granted('PUT') as Methods['PUT'],
  };
}
