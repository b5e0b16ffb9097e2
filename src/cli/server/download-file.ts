import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { DownloadError, type FileRef, type RunFile } from '../../../client/src/index.ts';
import type { Progress } from '../output.ts';
import { formatBytes } from '../terminal/text.ts';
import type { Connection } from './connect.ts';
import { findPart, openPart, type Part } from './part.ts';
import { createDownloadSteps } from './run-steps.ts';

export interface FileRequest {
  readonly ref: FileRef;
  /** Where the whole file goes. */
  readonly target: string;
  /** See `PartRecord`. */
  readonly question?: string;
}

/**
 * Downloads a run's file. Until it is whole and its SHA-256 is right it is called NAME.part; what is there of the same file already is not
 * asked for again.
 */
export async function downloadFile(
  connection: Connection,
  { ref, target, question }: FileRequest,
  progress: Progress,
): Promise<RunFile> {
  const { url, output } = connection;
  const found = await findPart(target);
  const isSame = found?.record.url === url && found.record.run === ref.run && found.record.file === ref.file;
  const part = await openPart(target, { url, ...ref, ...(question !== undefined && { question }) });
  try {
    if (isSame) {
      output.note(`Going on with ${part.path}: ${formatBytes(found.sizeBytes)} are there.`);
      try {
        return await receive(connection, { ref, part, isResumed: true }, progress);
      } catch (error) {
        if (!(error instanceof DownloadError) || error.reason === 'cut') throw error;
        // What was there may be at fault: somebody else wrote into it, or a disk forgot its end.
        output.note(`${part.path} does not belong to the file. Downloading all of it.`);
      }
    }
    return await receive(connection, { ref, part, isResumed: false }, progress);
  } finally {
    await part.close();
  }
}

interface Reception {
  readonly ref: FileRef;
  readonly part: Part;
  readonly isResumed: boolean;
}

async function receive(
  { client, output, signal }: Connection,
  { ref, part, isResumed }: Reception,
  progress: Progress,
): Promise<RunFile> {
  const stepOf = createDownloadSteps();
  let size = 0;
  try {
    const { file, stream } = await client.download(ref, {
      signal,
      ...(isResumed && { partial: part.read() }),
      onBytes: (bytes) => {
        if (size > 0) progress.update(stepOf(bytes, size));
      },
    });
    size = file.size;
    await pipeline(Readable.fromWeb(stream), part.write(isResumed), { signal });
    await part.finish();
    if (!('sha256' in file)) output.note('The server names no SHA-256: only the size was compared.');
    return file;
  } catch (error) {
    if (error instanceof DownloadError && error.reason !== 'cut') await part.remove();
    throw error;
  }
}
