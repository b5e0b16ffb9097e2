import { Command, Option } from 'commander';
import { chooseWorkspace } from '../access/access.service.ts';
import {
  AUDIT_ACTION_NAMES,
  AUDIT_OUTCOME_NAMES,
  type AuditAction,
  type AuditOutcome,
} from '../access/audit-words.contract.ts';
import { listAudit, presentAudit, type AuditFilter } from '../access/audit.store.ts';
import { EXIT, OperatorError } from '../kernel/errors.ts';
import { parseZulu } from '../kernel/time.ts';
import { addSettings, DATA_SETTINGS, readInteger, withData } from './options.ts';
import type { WorkspaceOption } from './workspace-option.ts';

interface AuditOptions extends WorkspaceOption {
  readonly action?: AuditAction;
  readonly outcome?: AuditOutcome;
  readonly user?: string;
  readonly target?: string;
  readonly from?: string;
  readonly to?: string;
  readonly offset: string;
  readonly limit: string;
}

/** `waybill audit`: the trail of all workspaces, with the attempts to log in that belong to none. */
export function auditCommand(): Command {
  const command = new Command('audit')
    .description(
      'List who did what, the newest first: of one workspace, or of all and of attempts to log in that belong to none.',
    )
    .option('--workspace <id>', 'only of this workspace')
    .addOption(new Option('--action <action>', 'only this action').choices(AUDIT_ACTION_NAMES))
    .addOption(new Option('--outcome <outcome>', 'only with this outcome').choices(AUDIT_OUTCOME_NAMES))
    .option('--user <address>', 'only of the user with this e-mail address; * is a wildcard')
    .option('--target <text>', 'only what was done to this; * is a wildcard')
    .option('--from <date-time>', 'at this time or later, such as 2026-03-09T21:18:46Z')
    .option('--to <date-time>', 'at this time or earlier')
    .option('--offset <number>', 'leave out so many', '0')
    .option('--limit <number>', 'list so many', '100');
  return addSettings(command, DATA_SETTINGS).action((options: AuditOptions) =>
    withData(command, async ({ data, output }) => {
      const { db } = data.database;
      const { workspace } = options;
      const { count, results } = await listAudit(db, {
        workspaceId:
          workspace === undefined
            ? undefined
            : (await chooseWorkspace(db, readInteger(workspace, '--workspace'))).id,
        filter: filterOf(options),
        page: {
          offset: readInteger(options.offset, '--offset'),
          limit: readInteger(options.limit, '--limit'),
        },
      });
      const entries = results.map((row) => ({ workspaceId: row.workspaceId, ...presentAudit(row) }));
      output.json({ count, results: entries });
      output.table(
        ['TIME', 'WORKSPACE', 'WHO', 'FROM', 'ACTION', 'OUTCOME', 'TARGET', 'DETAIL'],
        entries.map((one) => [
          one.dateTime,
          String(one.workspaceId ?? '-'),
          one.user === null
            ? one.via === 'API'
              ? '-'
              : 'command line'
            : (one.user.email ?? one.user.fullName),
          one.address ?? '-',
          one.action,
          one.outcome,
          one.target ?? '-',
          one.detail ?? '-',
        ]),
      );
      output.note(`${entries.length} of ${count}`);
    }),
  );
}

function filterOf({ action, outcome, user, target, from, to }: AuditOptions): AuditFilter {
  return {
    ...(action !== undefined && { action }),
    ...(outcome !== undefined && { outcome }),
    ...(user !== undefined && { 'user.email': user }),
    ...(target !== undefined && { target }),
    ...(from !== undefined && { dateTimeFrom: readDateTime(from, '--from') }),
    ...(to !== undefined && { dateTimeTo: readDateTime(to, '--to') }),
  };
}

function readDateTime(text: string, name: string): Date {
  const value = parseZulu(text);
  if (value !== undefined) return value;
  throw new OperatorError(
    `${name} is "${text}": expected a date and time such as 2026-03-09T21:18:46Z.`,
    EXIT.usage,
  );
}
