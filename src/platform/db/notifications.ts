import { setTimeout as wait } from 'node:timers/promises';
import type pg from 'pg';
import { connectAlone, type ConnectionSettings } from './database.ts';

const RECONNECT_AFTER_MS = 500;

export interface Notifications {
  close(): Promise<void>;
}

export interface NotificationSettings {
  readonly connection: ConnectionSettings;
  readonly channel: string;
  readonly onMessage: (payload: string) => void;
  /** Called after each time the connection was lost and made again: messages may have been missed. */
  readonly onReconnect: () => void;
}

/** Listens on one channel over a connection of its own, which is made anew when it dies. */
export async function listenForNotifications(settings: NotificationSettings): Promise<Notifications> {
  const stop = new AbortController();
  let client: pg.Client | undefined;
  let reconnecting = Promise.resolve();
  const hold = (current: pg.Client) => {
    client = current;
    current.once('end', () => {
      client = undefined;
      reconnecting = reconnect();
    });
  };
  const reconnect = async () => {
    while (!stop.signal.aborted) {
      try {
        hold(await subscribe(settings));
        settings.onReconnect();
        return;
      } catch {
        // The database is away; whoever needs it now gets 503. Here there is nothing to do but to try again, until we close.
        await wait(RECONNECT_AFTER_MS, undefined, { signal: stop.signal }).catch(() => undefined);
      }
    }
  };
  hold(await subscribe(settings));
  return {
    async close() {
      stop.abort();
      await reconnecting;
      await client?.end();
    },
  };
}

async function subscribe({ connection, channel, onMessage }: NotificationSettings): Promise<pg.Client> {
  const client = await connectAlone(connection, 'waybill listen');
  try {
    client.on('notification', ({ payload }) => {
      onMessage(payload ?? '');
    });
    await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
    return client;
  } catch (error) {
    await client.end();
    throw error;
  }
}
