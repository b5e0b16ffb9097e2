import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listenForNotifications, type NotificationSettings } from '../../src/platform/db/notifications.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { until } from '../support/until.ts';

const CHANNEL = 'Some channel';

let database: TestDatabase;
let messages: string[];
let reconnects: number;

beforeEach(async () => {
  database = await createTestDatabase();
  messages = [];
  reconnects = 0;
});

afterEach(async () => {
  // Fails when a connection was left open.
  await database.close();
});

function settings(channel = CHANNEL): NotificationSettings {
  return {
    connection: database.connection,
    channel,
    onMessage: (message) => messages.push(message),
    onReconnect: () => (reconnects += 1),
  };
}

const notify = (message: string) => database.pool.query('SELECT pg_notify($1, $2)', [CHANNEL, message]);

const cutConnection = () =>
  database.pool.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'waybill listen'",
  );

describe('notifications', () => {
  it('arrive, also over the connection that replaces a lost one', async () => {
    const listening = await listenForNotifications(settings());
    await notify('one');
    await until(() => messages.length === 1);
    for (const losses of [1, 2]) {
      await cutConnection();
      await until(() => reconnects === losses);
    }
    await notify('two');
    await until(() => messages.length === 2);
    expect(messages).toEqual(['one', 'two']);
    await listening.close();
  });

  it('leave no connection when they are closed while it is being made again', async () => {
    const listening = await listenForNotifications(settings());
    await cutConnection();
    await listening.close();
    expect(messages).toEqual([]);
  });

  it('leave no connection when listening is refused', async () => {
    // An identifier must not be empty.
    await expect(listenForNotifications(settings(''))).rejects.toThrow(/zero-length/);
  });
});
