/** Everything that the audit trail tells of, with what `target` names. docs/operating/audit.md says more. */
export const AUDIT_ACTIONS = {
  LOGIN: 'the e-mail address that was tried; nothing when it is none',
  LOGOUT: 'nothing',
  LOGOUT_EVERYWHERE: 'nothing',
  TOKEN: 'the id of the machine client',
  SESSION_USE: 'nothing; only refused ones are told',
  RUN_START: 'the run',
  RUN_ABORT: 'the run',
  DOWNLOAD: 'the file of a run, or of an item',
  USER_ADD: 'the e-mail address of the user',
  USER_CHANGE: 'the e-mail address of the user',
  USER_LOGOUT: 'the e-mail address of the user',
  USER_REMOVE: 'the e-mail address of the user',
  SESSION_END: 'the e-mail address of whose session it was; of a machine client its name',
  CLIENT_ADD: 'the id of the machine client',
  CLIENT_REVOKE: 'the id of the machine client',
  WORKSPACE_ADD: 'the name of the workspace',
  ADDRESS_ALLOW: 'the range of addresses',
  ADDRESS_REMOVE: 'the range of addresses',
  IMPORT: 'the name of the bundle',
  BACKUP: 'the name of the folder',
  RESTORE: 'the name of the folder',
} as const;
export type AuditAction = keyof typeof AUDIT_ACTIONS;
export const AUDIT_ACTION_NAMES = Object.keys(AUDIT_ACTIONS) as AuditAction[];

/** How it ended. What takes its time is written down before it begins, so that nothing happens without a line. */
export const AUDIT_OUTCOMES = {
  DONE: 'it was done',
  STARTED: 'it was allowed and has begun',
  WRONG_CREDENTIALS: 'the address, id, password or secret is wrong',
  ACCOUNT_LOCKED:
    'the account was closed for too many wrong passwords; told once for each time that it is closed',
  ADDRESS_LOCKED:
    'the client address was closed for too many wrong logins; told once for each time that it is closed',
  ADDRESS_NOT_ALLOWED:
    'the credentials are right, and the client address is not one of those that the workspace allows',
  REFUSED: 'the client is known and asked for what there is not',
} as const;
export type AuditOutcome = keyof typeof AUDIT_OUTCOMES;
export const AUDIT_OUTCOME_NAMES = Object.keys(AUDIT_OUTCOMES) as AuditOutcome[];
