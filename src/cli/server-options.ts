import type { Command } from 'commander';
import { EXIT, OperatorError } from '../kernel/errors.ts';
import { openClient, type ApiClient } from './client.ts';
import { interruptibly, readInteger, readPasswordFile } from './options.ts';

export interface ServerOptions {
  readonly url: string;
  readonly email?: string;
  readonly passwordFile?: string;
  readonly workspace?: string;
}

/** Which server, and who is asking: for commands that speak the API. */
export function addServerOptions(command: Command): Command {
  return command
    .option('--url <url>', 'the server (WAYBILL_URL)', process.env['WAYBILL_URL'] ?? 'http://127.0.0.1:8080')
    .option('--email <address>', 'who logs in (WAYBILL_EMAIL)')
    .option('--password-file <path>', 'file with the password; otherwise WAYBILL_PASSWORD holds it')
    .option('--workspace <id>', 'workspace to log in to');
}

/** Logs in, does the work, logs out; after Ctrl-C too. */
export async function withClient(
  options: ServerOptions,
  work: (client: ApiClient) => Promise<void>,
): Promise<void> {
  const email = options.email ?? process.env['WAYBILL_EMAIL'];
  const password =
    options.passwordFile === undefined
      ? process.env['WAYBILL_PASSWORD']
      : readPasswordFile(options.passwordFile);
  if (email === undefined || password === undefined) {
    throw new OperatorError(
      'Say who logs in: --email and --password-file, or WAYBILL_EMAIL and WAYBILL_PASSWORD.',
      EXIT.usage,
    );
  }
  const workspaceId =
    options.workspace === undefined ? undefined : readInteger(options.workspace, '--workspace');
  await interruptibly(async (signal) => {
    const client = await openClient({ url: options.url, email, password, workspaceId, signal });
    try {
      await work(client);
    } finally {
      await client.logout();
    }
  });
}
