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
  let client = await subscribe(settings);
  const loop = (async () => {
    while (!stop.signal.aborted) {
      const current = client;
      await new Promise<void>((resolve) => {
        current.once('end', () => {
          resolve();
        });
        stop.signal.addEventListener('abort', () => {
          resolve();
        });
      });
      while (!stop.signal.aborted) {
        try {
          client = await subscribe(settings);
          settings.onReconnect();
          break;
        } catch {
          // The database is away; whoever needs it now gets 503. Here there is nothing to do but to try again.
          await wait(RECONNECT_AFTER_MS);
        }
      }
    }
  })();
  return {
    async close() {
      stop.abort();
      await client.end();
      await loop;
    },
  };
}

async function subscribe({ connection, channel, onMessage }: NotificationSettings): Promise<pg.Client> {
  const client = await connectAlone(connection, 'waybill listen');
  client.on('notification', ({ payload }) => {
    onMessage(payload ?? '');
  });
  await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
  return client;
}
