import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { login } from '../support/api-client.ts';
import { ADMIN_EMAIL, createInstallation, type Installation } from '../support/installation.ts';

let installation: Installation;

beforeAll(async () => {
  installation = await createInstallation({ isNew: true });
});
afterAll(() => installation.remove());

const GENERATED = /Its password, shown only now: (\S+)/;
const NO_PASSWORD = { WAYBILL_ADMIN_PASSWORD: '' };

it('a generated password is told even when the rest of the first start fails, and is the one that works', async () => {
  const holder = createServer().listen(0, '127.0.0.1');
  await once(holder, 'listening');
  const { port } = holder.address() as AddressInfo;
  const failed = await installation.run(['serve', '--port', String(port)], NO_PASSWORD);
  holder.close();
  expect(failed.code).toBe(1);
  expect(failed.stderr).toContain('Choose another address with --port or --host.');
  const password = GENERATED.exec(failed.stderr)?.[1];
  expect(password).toMatch(/^.{20}$/);

  const server = await installation.serve([], NO_PASSWORD);
  expect(server.output()).not.toMatch(GENERATED);
  expect((await login(server.url, { email: ADMIN_EMAIL, password })).token).toMatch(/^\S+$/);
  expect(await server.stop()).toBe(0);
});
