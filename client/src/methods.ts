import createOpenApiClient, {
  type Client,
  type MaybeOptionalInit,
  type ParseAsResponse,
} from 'openapi-fetch';
import type {
  HttpMethod,
  PathsWithMethod,
  RequiredKeysOf,
  SuccessResponse,
} from 'openapi-typescript-helpers';
import type { paths } from './api.generated.ts';
import { UnreachableError } from './errors.ts';
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
  ? ParseAsResponse<SuccessResponse<Responses>, Init>
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

type Granted = (path: string, init?: object) => Promise<Answer<unknown>>;

export function createMethods(baseUrl: string, send: Send): Methods {
  const untyped: Client<Record<string, never>> = createOpenApiClient({
    baseUrl,
    Request: Draft as unknown as typeof Request,
  });

  const granted =
    (method: 'GET' | 'POST' | 'PUT'): Granted =>
    async (path, init) => {
      const call = untyped[method] as (path: string, init: object) => Promise<Answer<unknown>>;
      let answered: string | undefined;
      const fetch = async (draft: Draft): Promise<Response> => {
        const response = await send(draft);
        answered = draft.url;
        return response;
      };
      try {
        const { data, response } = await call(path, { ...init, fetch });
        return { data, response };
      } catch (error) {
        // A body that broke off: fetch has no other error for it.
        if (answered !== undefined && error instanceof TypeError) throw new UnreachableError(answered, error);
        throw error;
      }
    };
  return {
    GET: granted('GET') as Methods['GET'],
    POST: granted('POST') as Methods['POST'],
    PUT: granted('PUT') as Methods['PUT'],
  };
}
