import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Answer, Api, Paged, Person } from './api-client.ts';

/** The wire's shape, written down a second time on purpose. */
export interface Problem {
  file: string | null;
  line: number | null;
  message: string;
}
export interface Import {
  completionDateTime: string | null;
  contentFiles: number;
  creationDateTime: string;
  creator: Person;
  error: { code: number; message: string } | null;
  files: {
    columns: Record<string, string | null>;
    headers: string[];
    name: string;
    problems: number;
    size: number;
    view: string | null;
  }[];
  guid: string;
  hasFiles: boolean;
  hasSettings: boolean;
  name: string;
  problems: Paged<Problem>;
  progress: { file: string | null; phase: string; rowsExpected: number | null; rowsRead: number } | null;
  size: number;
  status: string;
  summary: { created: number; kind: string; unchanged: number; updated: number }[] | null;
}

export interface SentFile {
  readonly name: string;
  readonly text: string | Buffer;
}

/** A form with these files: what is sent, with the headers that say so. */
export function uploadOf(files: readonly SentFile[]) {
  const boundary = randomUUID();
  const parts = files.flatMap(({ name, text }) => [
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/csv\r\n\r\n`,
    ),
    Buffer.from(text),
    Buffer.from('\r\n'),
  ]);
  return {
    text: new Uint8Array(Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)])),
    headers: { 'Content-Type': `multipart/form-data; boundary=${boundary}` },
  };
}

export const uploadFiles = (api: Api, files: readonly SentFile[]): Promise<Answer<Import>> =>
  api.send<Import>('/v1/imports', { method: 'POST', ...uploadOf(files) });

export const uploadZip = (api: Api, zip: Buffer, name?: string): Promise<Answer<Import>> =>
  api.send<Import>(`/v1/imports${name === undefined ? '' : `?name=${encodeURIComponent(name)}`}`, {
    method: 'POST',
    text: new Uint8Array(zip),
    headers: { 'Content-Type': 'application/zip' },
  });

/** The import as soon as nobody works on it. */
export async function settled(api: Api, guid: string): Promise<Import> {
  for (;;) {
    const { body, text, status } = await api.get<Import>(`/v1/imports/${guid}`);
    if (status !== 200) throw new Error(`the import was answered ${status}: ${text}`);
    if (body.progress === null) return body;
    await wait(20);
  }
}

/** Begins to check or to commit, as the path says, and waits for the end of that. */
export async function perform(
  api: Api,
  path: `${string}/check` | `${string}/commit`,
  body: object = {},
): Promise<Import> {
  const answer = await api.post<Import>(`/v1/imports/${path}`, body);
  if (answer.status !== 202) throw new Error(`${path} was answered ${answer.status}: ${answer.text}`);
  return settled(api, answer.body.guid);
}

/** An import of these files that has come so far; one file is of items unless it is said of what. */
export async function importTo(
  api: Api,
  files: readonly SentFile[],
  { to, mapping }: { readonly to: 'UPLOADED' | 'CHECKED' | 'COMPLETE'; readonly mapping?: object },
): Promise<Import> {
  const { status, body, text } = await uploadFiles(api, files);
  if (status !== 201) throw new Error(`the upload was answered ${status}: ${text}`);
  if (to === 'UPLOADED') return body;
  const [only] = files.length === 1 ? files : [];
  const assumed = only === undefined ? {} : { files: [{ name: only.name, view: 'SPECS' }] };
  const checked = await perform(api, `${body.guid}/check`, mapping ?? assumed);
  const reached = to === 'CHECKED' ? checked : await perform(api, `${body.guid}/commit`);
  if (reached.status !== to) throw new Error(`the import is ${JSON.stringify(reached)}`);
  return reached;
}
