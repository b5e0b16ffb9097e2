import type { Caller } from '../../access/access.contract.ts';
import { listCustomAttributes } from '../../engine/attributes.ts';
import { emptyBody } from '../../exports/exports.contract.ts';
import { fail, failIfAny, violation, type Violation } from '../../kernel/errors.ts';
import { createGuid } from '../../kernel/guid.ts';
import type { Page, Paged } from '../../kernel/paging.ts';
import { isStorable } from '../../kernel/text.ts';
import type { ExportView } from '../../kernel/vocabulary.ts';
import { createBodyReader, requireValid } from '../../platform/http/body.ts';
import { BUNDLE_FILES } from '../import/bundle-files.ts';
import { abortImport, endInterrupted } from './import-state.ts';
import { createImportWork, type WorkPorts } from './import-work.ts';
import {
  mappingBody,
  type ImportAnswer,
  type ImportProblemAnswer,
  type ImportStatus,
  type ImportViewAnswer,
} from './imports.contract.ts';
import { presentImport } from './imports.present.ts';
import { findImport, insertImport, listImports, listProblems, type ImportRow } from './imports.store.ts';
import { removeEnded } from './kept-uploads.ts';
import { receive, type SentFile } from './receive.ts';
import type { Upload, UploadedTable } from './upload.ts';

const readMapping = createBodyReader(mappingBody);
const readEmpty = createBodyReader(emptyBody);

export interface Imports {
  upload(caller: Caller, name: string, files: AsyncIterable<SentFile>): Promise<ImportAnswer>;
  list(
    caller: Caller,
    filter: { readonly status?: ImportStatus | undefined; readonly page: Page },
  ): Promise<Paged<ImportAnswer>>;
  get(caller: Caller, guid: string): Promise<ImportAnswer>;
  problems(
    caller: Caller,
    guid: string,
    filter: { readonly file?: string | undefined; readonly page: Page },
  ): Promise<Paged<ImportProblemAnswer>>;
  check(caller: Caller, guid: string, body: unknown): Promise<ImportAnswer>;
  commit(caller: Caller, guid: string, body: unknown): Promise<ImportAnswer>;
  abort(caller: Caller, guid: string, body: unknown): Promise<ImportAnswer>;
  views(caller: Caller): Promise<Paged<ImportViewAnswer>>;
  /** Stops what is at work. */
  close(): Promise<void>;
}

/** Imports are for those who look after a workspace: they change all of it. */
export function requireAdministrator({ role }: Caller): void {
  if (role !== 'administrator') fail('noPrivilege');
}

/** Imports of a caller's workspace; everything but to be its administrator is refused with 3024. */
export function createImports(ports: WorkPorts): Imports {
  const { db } = ports;
  const work = createImportWork(ports);

  async function getRow(caller: Caller, guid: string): Promise<ImportRow> {
    requireAdministrator(caller);
    await endInterrupted(db, caller.workspaceId, violation('importInterrupted'));
    const found = isStorable(guid) ? await findImport(db, caller.workspaceId, guid) : undefined;
    return found ?? fail('invalidGuid', guid);
  }

  const perform = async (
    caller: Caller,
    guid: string,
    { to, body }: { readonly to: 'CHECKING' | 'COMMITTING'; readonly body: unknown },
  ): Promise<ImportAnswer> => {
    const row = await getRow(caller, guid);
    const mapping = requireValid(readMapping(body));
    const upload = mapped(row.upload, mapping.files ?? []);
    // As after a restore: a backup has no uploads.
    for (const { key } of row.removedAt === null ? upload.files : [])
      if ((await ports.storage.stat(key)) === undefined) fail('importExpired');
    if (!(await work.start({ to, row, upload, caller }))) refuse(await getRow(caller, guid), WORDS[to]);
    return presentImport(await getRow(caller, guid));
  };

  return {
    async upload(caller, name, files) {
      requireAdministrator(caller);
      const { workspaceId, userId } = caller;
      const guid = createGuid();
      const upload = await receive(ports, { workspaceId, guid, files });
      await insertImport(db, {
        workspaceId,
        creatorId: userId,
        guid,
        name: nameOf(upload, name),
        upload,
      }).catch(async (error: unknown) => {
        for (const { key } of upload.files) await ports.storage.remove(key);
        throw error;
      });
      return presentImport(await getRow(caller, guid));
    },
    async list(caller, filter) {
      requireAdministrator(caller);
      const { workspaceId } = caller;
      await endInterrupted(db, workspaceId, violation('importInterrupted'));
      const { count, results } = await listImports(db, { workspaceId, ...filter });
      return { count, results: results.map(presentImport) };
    },
    get: async (caller, guid) => presentImport(await getRow(caller, guid)),
    async problems(caller, guid, filter) {
      const { id, workspaceId } = await getRow(caller, guid);
      const { count, results } = await listProblems(db, { workspaceId, importId: id, ...filter });
      return { count, results: results.map(({ file, line, message }) => ({ file, line, message })) };
    },
    check: (caller, guid, body) => perform(caller, guid, { to: 'CHECKING', body }),
    commit: (caller, guid, body) => perform(caller, guid, { to: 'COMMITTING', body }),
    async abort(caller, guid, body) {
      const row = await getRow(caller, guid);
      requireValid(readEmpty(body));
      if (!(await abortImport(db, row.id))) refuse(await getRow(caller, guid), 'aborted');
      work.stop(row.id);
      await removeEnded(ports, row.id);
      return presentImport(await getRow(caller, guid));
    },
    async views(caller) {
      requireAdministrator(caller);
      const attributes = await listCustomAttributes(db, caller.workspaceId);
      const results = BUNDLE_FILES.map(({ view, columns, required, world }) => ({
        attributes: attributes
          .filter((one) => one.world === world)
          .map(({ fieldType, guid, name }) => ({ fieldType, guid, name })),
        columns: columns.map(({ header, type }) => ({
          name: header,
          required: required.includes(header),
          type,
        })),
        takesAttributes: world !== undefined,
        view,
      }));
      return { count: results.length, results };
    },
    close: () => work.close(),
  };
}

const WORDS = { CHECKING: 'checked', COMMITTING: 'committed' } as const;

function refuse({ status, problemCount, removedAt }: ImportRow, what: string): never {
  if (what === WORDS.COMMITTING && status === 'CHECKED' && problemCount > 0) fail('importUnsound');
  if (removedAt !== null && status === 'FAILED') fail('importExpired');
  fail('importState', status, what);
}

function nameOf({ files }: Upload, given: string): string {
  const [first] = files;
  if (files.length === 1 || first === undefined) return given === '' ? (first?.name ?? '') : given;
  return `${first.name} +${files.length - 1}`;
}

interface Mapping {
  readonly name: string;
  readonly view?: ExportView | null;
  readonly columns?: Readonly<Record<string, string | null>>;
}

/** Of all columns of an upload: they are in every answer about it. */
const MAX_TARGETS_LENGTH = 128 * 1_024;

/** The upload with what its tables and their columns stand for now; what is not named stays as it was. */
function mapped(upload: Upload, mappings: readonly Mapping[]): Upload {
  const problems: Violation[] = [];
  const tables = new Map(upload.tables.map((table) => [table.name, table]));
  for (const { name, view, columns } of mappings) {
    const table = tables.get(name);
    if (table === undefined) {
      problems.push(violation('invalidValue', 'files.name'));
      continue;
    }
    if (columns !== undefined && !isMapping(table, columns))
      problems.push(violation('invalidValue', 'files.columns'));
    tables.set(name, {
      ...table,
      view: view === undefined ? table.view : view,
      columns: columns ?? table.columns,
    });
  }
  const targets = [...tables.values()].flatMap(({ columns }) => Object.values(columns));
  if (targets.reduce((sum, target) => sum + (target?.length ?? 0), 0) > MAX_TARGETS_LENGTH)
    problems.push(violation('invalidValue', 'files.columns'));
  const views = [...tables.values()].flatMap(({ view }) => view ?? []);
  if (new Set(views).size < views.length) problems.push(violation('invalidValue', 'files.view'));
  failIfAny(problems);
  return { ...upload, tables: [...tables.values()] };
}

function isMapping({ headers }: UploadedTable, columns: Readonly<Record<string, string | null>>): boolean {
  const known = new Set(headers);
  return Object.entries(columns).every(
    ([header, target]) =>
      known.has(header) && (target === null || (target.trim() !== '' && isStorable(target))),
  );
}
