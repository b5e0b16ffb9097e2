import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { messageOf } from '../kernel/errors.ts';
import type { Database } from '../platform/db/database.ts';
import {
  createAlarm,
  eventOf,
  KEEP_ALIVE,
  KEEP_ALIVE_MS,
  LOOK_EVERY_MS,
  type Alarm,
  type Audience,
} from './event-streams.ts';
import { presentWorkspaceRun } from './exports.present.ts';
import { hasEnded, type ExportPorts } from './exports.service.ts';
import { findChangedRuns, type WorkspaceRun } from './workspace-runs.store.ts';

/** Of each kind, at work and waiting, so many are looked at; of more only the newest. */
const MAX_LOOKED_AT = 200;
/** Changes told by the database between two looks; more are missed. */
const MAX_CHANGED = 1_000;
/** Runs of which the last state is remembered. */
const MAX_KNOWN = 2_000;
/** What is held for one client that reads slowly: some thousand events, whose texts all clients share. */
const MAX_PENDING_CHARACTERS = 4_000_000;
/** A run is kept when its transaction ends, with the time at which it began. */
const TRANSACTION_MS = 10_000;
const SINCE_EVER = '-infinity';
/** Two looks are so far from each other at least. */
const GATHER_MS = 200;
/** So long a client waits before it comes again when the stream was cut. */
const COME_AGAIN = 'retry: 2000\n\n';

interface Listener {
  readonly changed: (guid: string, event: string) => void;
  readonly missed: () => void;
}

/** Tells of every change of the runs of a workspace, however many listen, by one look at it a second. */
export interface WorkspaceWatch {
  /** The returned function ends it. */
  subscribe(workspaceId: number, listener: Listener): () => void;
}

interface Watched {
  readonly workspaceId: number;
  readonly listeners: Set<Listener>;
  readonly alarm: Alarm;
  /** Runs of whatever workspace that have changed since the last look. */
  changed: Set<number>;
  /** Of runs that have not ended, a digest of what was told last. */
  readonly known: Map<number, string>;
  waitingSince: string;
}

export function createWorkspaceWatch({
  db,
  events,
  log,
}: Pick<ExportPorts, 'db' | 'events' | 'log'>): WorkspaceWatch {
  const watched = new Map<number, Watched>();
  let stopListening: () => void = () => undefined;

  function miss(one: Watched): void {
    one.changed.clear();
    one.known.clear();
    one.waitingSince = SINCE_EVER;
    for (const listener of one.listeners) listener.missed();
  }

  /** Only while somebody listens: a server that nobody asks has nothing to do with every run. */
  function listen(): () => void {
    const endChanges = events.onChange(({ runId }) => {
      for (const one of watched.values()) {
        if (one.changed.size >= MAX_CHANGED) miss(one);
        one.changed.add(runId);
        one.alarm.ring();
      }
    });
    const endMissed = events.onMissed(() => {
      for (const one of watched.values()) miss(one);
    });
    return () => {
      endChanges();
      endMissed();
    };
  }

  async function follow(one: Watched): Promise<void> {
    while (one.listeners.size > 0) {
      try {
        await look(db, one);
      } catch (error) {
        log.warn({ workspaceId: one.workspaceId, reason: messageOf(error) }, 'runs could not be looked at');
        miss(one);
      }
      // A busy server changes hundreds of runs a second: they are told together.
      await wait(GATHER_MS);
      await one.alarm.wait(LOOK_EVERY_MS - GATHER_MS);
    }
  }

  return {
    subscribe(workspaceId, listener) {
      const one = watched.get(workspaceId) ?? {
        workspaceId,
        listeners: new Set(),
        alarm: createAlarm(),
        changed: new Set<number>(),
        known: new Map<number, string>(),
        waitingSince: SINCE_EVER,
      };
      one.listeners.add(listener);
      if (!watched.has(workspaceId)) {
        if (watched.size === 0) stopListening = listen();
        watched.set(workspaceId, one);
        void follow(one);
      }
      return () => {
        one.listeners.delete(listener);
        if (one.listeners.size > 0) return;
        watched.delete(workspaceId);
        if (watched.size === 0) stopListening();
        one.alarm.ring();
      };
    },
  };
}

/** Tells what has changed since the last look. */
async function look(db: Database, one: Watched): Promise<void> {
  const { changed, known, workspaceId, waitingSince } = one;
  one.changed = new Set();
  // Those known not to have ended may have ended unheard.
  const runIds = [...changed, ...[...known.keys()].slice(-MAX_LOOKED_AT)];
  const runs = await findChangedRuns(db, { workspaceId, runIds, waitingSince, limit: MAX_LOOKED_AT });
  for (const run of runs) {
    const data = dataOf(run);
    const digest = createHash('sha256').update(data).digest('base64');
    const isNews = known.get(run.id) !== digest;
    known.delete(run.id);
    if (!hasEnded(run.status)) known.set(run.id, digest);
    if (isNews) for (const listener of one.listeners) listener.changed(run.guid, eventOf('run', data));
  }
  for (const id of [...known.keys()].slice(0, -MAX_KNOWN)) known.delete(id);
  const newest = Math.max(...runs.map(({ createdAt }) => Date.parse(createdAt)));
  if (runs.length > 0) one.waitingSince = laterOf(waitingSince, newest - TRANSACTION_MS);
}

function laterOf(since: string, at: number): string {
  return since === SINCE_EVER || Date.parse(since) < at ? new Date(at).toISOString() : since;
}

const dataOf = (run: WorkspaceRun): string => JSON.stringify(presentWorkspaceRun(run, true));

interface Subscription {
  readonly db: Database;
  readonly watch: WorkspaceWatch;
  readonly workspaceId: number;
}

/** What is to be told to one client. Never more than {@link MAX_PENDING_CHARACTERS}, however slowly it reads. */
export function createInbox(): Listener & { readonly alarm: Alarm; readonly take: () => string[] } {
  const alarm = createAlarm();
  let pending = new Map<string, string>();
  let characters = 0;
  let isMissed = false;
  function miss(): void {
    pending = new Map();
    characters = 0;
    isMissed = true;
    alarm.ring();
  }
  return {
    alarm,
    changed(guid, event) {
      characters += event.length - (pending.get(guid)?.length ?? 0);
      // At the end: events stand in the order of the changes.
      pending.delete(guid);
      pending.set(guid, event);
      if (characters > MAX_PENDING_CHARACTERS) miss();
      else alarm.ring();
    },
    missed: miss,
    take() {
      const taken = [...(isMissed ? [eventOf('missed', '{}')] : []), ...pending.values()];
      pending = new Map();
      characters = 0;
      isMissed = false;
      return taken;
    },
  };
}

/** Ends when nobody may or wants to see more. */
export async function* eventsOfWorkspace(
  { db, watch, workspaceId }: Subscription,
  { signal, isAllowed }: Audience,
): AsyncGenerator<string> {
  const inbox = createInbox();
  const unsubscribe = watch.subscribe(workspaceId, inbox);
  signal.addEventListener('abort', inbox.alarm.ring);
  try {
    yield COME_AGAIN;
    const first = { workspaceId, runIds: [], waitingSince: SINCE_EVER, limit: MAX_LOOKED_AT };
    for (const run of await findChangedRuns(db, first)) yield eventOf('run', dataOf(run));
    let lastAt = Date.now();
    while (!signal.aborted) {
      for (const event of inbox.take()) {
        yield event;
        lastAt = Date.now();
      }
      if (Date.now() - lastAt >= KEEP_ALIVE_MS) {
        yield KEEP_ALIVE;
        lastAt = Date.now();
      }
      await inbox.alarm.wait(LOOK_EVERY_MS);
      if (!(await isAllowed())) return;
    }
  } finally {
    unsubscribe();
    signal.removeEventListener('abort', inbox.alarm.ring);
  }
}
