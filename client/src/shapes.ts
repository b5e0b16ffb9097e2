import type { PathsWithMethod, SuccessResponseJSON } from 'openapi-typescript-helpers';
import type { paths } from './api.generated.ts';

/** The JSON with which a server answers a request that it grants: `AnswerOf<'/v1/exports/{guid}', 'get'>`. */
export type AnswerOf<
  Path extends PathsWithMethod<paths, Method>,
  Method extends 'get' | 'post' | 'put',
> = SuccessResponseJSON<paths[Path][Method] & Record<string, unknown>>;

export type Login = AnswerOf<'/v1/login', 'post'>;
export type Definition = AnswerOf<'/v1/exports/{guid}', 'get'>;
export type Run = AnswerOf<'/v1/exports/{guid}/runs/{run}', 'get'>;
/** A run in the list of all runs: with the definition that it is of. */
export type WorkspaceRun = AnswerOf<'/v1/runs', 'get'>['results'][number];
export type RunFile = AnswerOf<'/v1/exports/{guid}/runs/{run}/files/{file}', 'get'>;
export type Item = AnswerOf<'/v1/items/{guid}', 'get'>;

/** A run, by the GUIDs of its definition and its own. */
export interface RunRef {
  readonly definition: string;
  readonly run: string;
}

/** A file of a run. */
export interface FileRef extends RunRef {
  readonly file: string;
}
