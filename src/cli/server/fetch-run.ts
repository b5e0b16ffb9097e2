import path from 'node:path';
import type { Run } from '../../../client/src/index.ts';
import { EXIT, OperatorError } from '../../kernel/errors.ts';
import type { Output } from '../output.ts';
import { formatBytes, printable } from '../terminal/text.ts';
import type { Connection } from './connect.ts';
import { downloadFile } from './download-file.ts';
import { describeMatches } from './run-steps.ts';
import { fileOf } from './runs.ts';

export interface FetchRequest {
  readonly definition: string;
  readonly run: Run;
  /** As typed: where the file goes; `{number}` in it stands for the run's number. */
  readonly out: string | undefined;
  /** See `PartRecord`. */
  readonly question?: string;
}

/** A file that is here, as `--json` tells it. */
export interface Fetched {
  readonly definition: string;
  readonly run: string;
  readonly file: string;
  readonly size: number;
  readonly sha256: string;
}

/** The file that a command downloads to. */
export function targetOf(out: string, { number }: Pick<Run, 'number'>): string {
  return path.resolve(out.replaceAll('{number}', String(number)));
}

/** Downloads the file of a complete run. */
export async function fetchRun(
  connection: Connection,
  { definition, run, out, question }: FetchRequest,
): Promise<Fetched> {
  const { client, output, signal } = connection;
  const ref = { definition, run: run.guid, file: fileOf(run) };
  const progress = output.progress('Downloading');
  let target: string | undefined;
  try {
    target = out === undefined ? path.resolve(await ownNameOf()) : targetOf(out, run);
    const request = { ref, target, ...(question !== undefined && { question }) };
    const { size, sha256 } = await downloadFile(connection, request, progress);
    progress.done(`Run ${run.number} is complete: ${describeMatches(run)}.`);
    return { definition, run: run.guid, file: target, size, sha256 };
  } catch (error) {
    if (!signal.aborted || target === undefined) throw error;
    throw new OperatorError(
      `Interrupted. Run ${run.number} is complete; what has come of its file is in ${target}.part, and the next download to ${target} goes on from there.`,
      EXIT.interrupted,
    );
  } finally {
    progress.stop();
  }

  /** A name that a server gives is a name, and never a way to somewhere else. */
  async function ownNameOf(): Promise<string> {
    const params = { path: { guid: definition, run: run.guid, file: ref.file } };
    const { data } = await client.GET('/v1/exports/{guid}/runs/{run}/files/{file}', { params, signal });
    const name = path.basename(data.name);
    // `..`, and what is hidden: a shell reads some of those.
    if (name === '' || name.startsWith('.'))
      throw new OperatorError(`The server calls the file "${data.name}": name one yourself with --out.`);
    return name;
  }
}

/** Says where the file is; quietly, nothing else, so that a script can use it. */
export function tellFetched(output: Output, { file, size, sha256 }: Fetched): void {
  const digest = (sha256 as string | undefined) === undefined ? '' : `, sha256 ${sha256}`;
  output.line(output.isQuiet ? file : `${printable(file)} (${formatBytes(size)}${digest})`);
}
