import { Type, type Static } from 'typebox';
import type { Database } from '../platform/db/database.ts';
import {
  dateTimeParameter,
  optionParameter,
  PAGING_PARAMETERS,
  textParameter,
} from '../platform/http/query.ts';
import { listOf, nullable, zulu } from '../platform/http/schemas.ts';
import {
  AUDIT_ACTION_NAMES,
  AUDIT_ACTIONS,
  AUDIT_OUTCOME_NAMES,
  AUDIT_OUTCOMES,
  type AuditAction,
  type AuditOutcome,
} from './audit-words.contract.ts';
import { personSchema, type Caller, type Origin, type Person } from './access.contract.ts';

export const AUDIT_WAYS = ['API', 'COMMAND_LINE'] as const;
export type AuditWay = (typeof AUDIT_WAYS)[number];

/** One line for the trail. Never a password, a secret or a token. */
export interface AuditEntry {
  readonly action: AuditAction;
  readonly outcome?: AuditOutcome;
  /** Undefined: of no workspace. */
  readonly workspaceId: number | undefined;
  readonly user?: Person;
  /** Undefined: the command line. */
  readonly origin?: Origin;
  readonly target?: string;
  readonly detail?: string;
}

/** Who administers. Nobody: the operator of the server, by the command line. */
export type Actor = Pick<AuditEntry, 'user' | 'origin'>;

/** Adds a line, in the transaction of what it tells where that has one. */
export type RecordAudit = (db: Database, entry: AuditEntry) => Promise<void>;

/** Who does it, of a request with a session. */
export function by(caller: Caller): Pick<AuditEntry, 'workspaceId' | 'user' | 'origin'> {
  return { workspaceId: caller.workspaceId, user: caller, origin: caller };
}

export const AUDIT_PATH = '/v1/audit';

export const AUDIT_PARAMETERS = {
  action: optionParameter(AUDIT_ACTION_NAMES, 'What was done.'),
  outcome: optionParameter(AUDIT_OUTCOME_NAMES, 'How it ended.'),
  'user.guid': textParameter('Who did it: the GUID of the user.'),
  'user.email': textParameter('Who did it: the e-mail address of the user; `*` is a wildcard.'),
  target: textParameter('To what it was done; `*` is a wildcard.'),
  dateTimeFrom: dateTimeParameter('What was done at this time or later.'),
  dateTimeTo: dateTimeParameter('What was done at this time or earlier.'),
  ...PAGING_PARAMETERS,
};

const targets = AUDIT_ACTION_NAMES.map((name) => `${name}: ${AUDIT_ACTIONS[name]}`).join('; ');
const outcomes = AUDIT_OUTCOME_NAMES.map((name) => `${name}: ${AUDIT_OUTCOMES[name]}`).join('; ');

export const auditEntrySchema = Type.Object({
  action: Type.String({ enum: AUDIT_ACTION_NAMES, description: 'What was done.' }),
  address: nullable(Type.String({ description: 'The client address.' })),
  dateTime: zulu('When it was done.'),
  detail: nullable(Type.String({ description: 'More about it, for people.' })),
  guid: Type.String({ description: 'Names the entry.' }),
  outcome: Type.String({ enum: AUDIT_OUTCOME_NAMES, description: `${outcomes}.` }),
  requestId: nullable(Type.String({ description: 'Names the request in the log, as `X-Request-Id` does.' })),
  target: nullable(Type.String({ description: `To what it was done. ${targets}.` })),
  user: nullable(personSchema),
  via: Type.String({ enum: AUDIT_WAYS, description: 'By a request, or by the command line of the server.' }),
});
export type AuditEntryAnswer = Static<typeof auditEntrySchema>;
export const auditListSchema = listOf(auditEntrySchema);

export const AUDIT_EXAMPLE: AuditEntryAnswer = {
  action: 'RUN_START',
  address: '203.0.113.7',
  dateTime: '2020-03-09T21:18:43Z',
  detail: 'Model 300',
  guid: 'Q5TB3C0GZ1RWJ4X7KD2M',
  outcome: 'DONE',
  requestId: '0b5c2f64-8b1e-4f6e-9a53-6d0f4a1c7e21',
  target: 'M407Q30F25L3M5WZUF9M',
  user: { email: 'hwalker@everyroadgps.com', fullName: 'Heidi Walker', guid: 'WEYH0DYPCFWFH0JS1PD0' },
  via: 'API',
};
