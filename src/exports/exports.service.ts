import type { Caller } from '../access/access.contract.ts';
import { by, type RecordAudit } from '../access/audit.contract.ts';
import type { Criteria } from '../engine/criteria/criteria.ts';
import { fail, violation, type Violation } from '../kernel/errors.ts';
import type { ExportLimits } from '../kernel/limits.ts';
import { isStorable } from '../kernel/text.ts';
import type { RunStatus } from '../kernel/vocabulary.ts';
import type { Database } from '../platform/db/database.ts';
import type { SearchLanes } from '../platform/db/search-lanes.ts';
import { createBodyReader, requireValid } from '../platform/http/body.ts';
import type { Log } from '../platform/log/log.ts';
import type { Queue } from '../platform/queue/queue.ts';
import type { Storage } from '../platform/storage/storage.ts';
import { findDefinition, type DefinitionRow } from './definitions.store.ts';
import { emptyBody } from './exports.contract.ts';
import { abortRun, TRANSITIONS } from './run-state.ts';
import type { RunEvents } from './run-events.ts';
import {
  findLatestCompleted,
  findRun,
  findRunFile,
  getRun,
  type RunFileRow,
  type RunRow,
} from './runs.store.ts';

/** What the rules of exports need from the rest of the house. */
export interface ExportPorts {
  readonly db: Database;
  readonly queue: Queue;
  readonly storage: Storage;
  readonly events: RunEvents;
  readonly log: Log;
  readonly limits: ExportLimits;
  readonly searches: SearchLanes;
  /** Writes down who started, stopped or downloaded what. */
  readonly audit: RecordAudit;
  /** How long a POST waits for its run, unless the request says otherwise. */
  readonly runWaitMs: number;
}

/** The reference takes one criterion when it is about an item's GUID. */
export function guidViolations(criteria: Criteria | undefined, { guidCriteria }: ExportLimits): Violation[] {
  const conditions = criteria?.flat(3) ?? [];
  const isBroken =
    conditions.length > guidCriteria && conditions.some(({ attribute }) => attribute.name === 'guid');
  return isBroken ? [violation('invalidValue', 'criteria')] : [];
}

/** What a GUID of a path names; nothing is 3011 with the GUID as it was received. PostgreSQL is not asked for text that it cannot have. */
export async function getNamed<Row>(
  guid: string,
  find: (guid: string) => Promise<Row | undefined>,
): Promise<Row> {
  return (isStorable(guid) ? await find(guid) : undefined) ?? fail('invalidGuid', guid);
}

/** A definition of the caller's workspace. */
export function getDefinition(db: Database, caller: Caller, guid: string): Promise<DefinitionRow> {
  return getNamed(guid, (one) => findDefinition(db, caller.workspaceId, one));
}

/** Whether a run in this state has come to its end. */
export const hasEnded = (status: RunStatus): boolean => !TRANSITIONS.ABORTED.includes(status);

/** The run as soon as it has ended, or as it is when the time is up. */
export async function waitForRun(ports: ExportPorts, run: RunRow, waitMs: number): Promise<RunRow> {
  if (waitMs <= 0 || hasEnded(run.status)) return run;
  const timeUp = AbortSignal.timeout(waitMs);
  let wake: () => void = () => undefined;
  const look = (): void => wake();
  timeUp.addEventListener('abort', look);
  const endSubscription = ports.events.subscribe(run.id, ({ status }) => {
    if (hasEnded(status)) look();
  });
  const endMissed = ports.events.onMissed(look);
  try {
    for (;;) {
      const changed = new Promise<void>((resolve) => (wake = resolve));
      // It may have ended before we listened, or while nobody told us.
      const current = await getRun(ports.db, run.id);
      if (hasEnded(current.status) || timeUp.aborted) return current;
      await changed;
    }
  } finally {
    endSubscription();
    endMissed();
  }
}

/** A run of this definition, for the person who ran it (and whoever else `mayAct` lets). */
export async function getOwnRun(
  ports: ExportPorts,
  caller: Caller,
  path: { definitionGuid: string; runGuid: string; administratorsToo?: boolean },
): Promise<RunRow> {
  const definition = await getDefinition(ports.db, caller, path.definitionGuid);
  const run = await getNamed(path.runGuid, (guid) => findRun(ports.db, caller.workspaceId, guid));
  const mayAct =
    run.creatorId === caller.userId || (path.administratorsToo === true && caller.role === 'administrator');
  return run.definitionId === definition.id && mayAct ? run : fail('noPrivilege');
}

/** The run that completed last; every user of the workspace may see it, as in the list. */
export async function getLatestCompleted(
  db: Database,
  caller: Caller,
  definitionGuid: string,
): Promise<RunRow> {
  const definition = await getDefinition(db, caller, definitionGuid);
  return (await findLatestCompleted(db, definition.id)) ?? fail('invalidGuid', 'latestCompleted');
}

/** A file of the caller's own run. */
export async function getOwnFile(
  ports: ExportPorts,
  caller: Caller,
  path: { definitionGuid: string; runGuid: string; fileGuid: string },
): Promise<{ run: RunRow; file: RunFileRow }> {
  const run = await getOwnRun(ports, caller, path);
  const file = await getNamed(path.fileGuid, (guid) => findRunFile(ports.db, caller.workspaceId, guid));
  return file.runId === run.id ? { run, file } : fail('noPrivilege');
}

/** Stops a run that has not ended; its worker hears of it at once. */
export async function abort(ports: ExportPorts, caller: Caller, run: RunRow): Promise<RunRow> {
  const isAborted = await ports.db.transaction().execute(async (tx) => {
    const isDone = await abortRun(tx, run.id);
    if (isDone) await ports.audit(tx, { action: 'RUN_ABORT', ...by(caller), target: run.guid });
    return isDone;
  });
  const current = await getRun(ports.db, run.id);
  return isAborted || current.status === 'ABORTED' ? current : fail('runEnded', current.status);
}

/** A body without fields. */
export function requireEmptyBody(body: unknown): void {
  requireValid(readEmptyBody(body));
}
const readEmptyBody = createBodyReader(emptyBody);
