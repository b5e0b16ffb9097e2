import { RUN_STATUSES } from '../kernel/vocabulary.ts';
import type { ConnectionSettings } from '../platform/db/database.ts';
import { listenForNotifications } from '../platform/db/notifications.ts';
import { RUN_CHANNEL, type RunChange } from './run-state.ts';

export interface RunEvents {
  /** Calls back at every change of this run; the returned function ends that. */
  subscribe(runId: number, listener: (change: RunChange) => void): () => void;
  /** Calls back at every change of any run. */
  onChange(listener: (change: RunChange) => void): () => void;
  /** Calls back when messages may have been missed: look at the row. */
  onMissed(listener: () => void): () => void;
  close(): Promise<void>;
}

/** Changes of runs, from every process on the database. */
export async function openRunEvents(connection: ConnectionSettings): Promise<RunEvents> {
  const listeners = new Map<number, Set<(change: RunChange) => void>>();
  const ofAll = new Set<(change: RunChange) => void>();
  const missed = new Set<() => void>();
  const notifications = await listenForNotifications({
    connection,
    channel: RUN_CHANNEL,
    onMessage(payload) {
      const change = parseChange(payload);
      if (change === undefined) return;
      for (const listener of [...(listeners.get(change.runId) ?? []), ...ofAll]) listener(change);
    },
    onReconnect() {
      for (const listener of missed) listener();
    },
  });
  return {
    subscribe(runId, listener) {
      const own = listeners.get(runId) ?? new Set();
      own.add(listener);
      listeners.set(runId, own);
      return () => {
        own.delete(listener);
        if (own.size === 0) listeners.delete(runId);
      };
    },
    onChange(listener) {
      ofAll.add(listener);
      return () => ofAll.delete(listener);
    },
    onMissed(listener) {
      missed.add(listener);
      return () => missed.delete(listener);
    },
    close: () => notifications.close(),
  };
}

/** Anybody on the database can notify: what is not one of our messages is left alone. */
function parseChange(payload: string): RunChange | undefined {
  const match = /^\{"runId" : (\d+), "status" : "([A-Z]+)"\}$/.exec(payload);
  const status = RUN_STATUSES.find((one) => one === match?.[2]);
  return match === null || status === undefined ? undefined : { runId: Number(match[1]), status };
}
