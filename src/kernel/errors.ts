interface CatalogueEntry {
  readonly code: number;
  /** The older number in the samples of the reference's pages, where it differs. */
  readonly sampleCode?: number;
  readonly status: number;
  readonly message: string;
}

/**
 * The one catalogue of answers that are not a success: wire code, HTTP status, message template.
 * Codes and texts follow the reference API; docs/reference/errors.md is generated from this table.
 * `{0}`, `{1}` are filled from the arguments given to {@link violation}.
 */
export const ERROR_CATALOGUE = {
  malformedRequest: {
    code: 400,
    status: 400,
    message: 'The format of the request is not valid. Please check the syntax.',
  },
  unauthenticated: {
    code: 401,
    status: 401,
    message: 'There is no access token associated with this request or the access token is not valid.',
  },
  noSuchEndpoint: { code: 404, status: 404, message: 'No resource has been found.' },
  methodNotAllowed: { code: 405, status: 405, message: 'The method is not allowed.' },
  forged: {
    code: 403,
    status: 403,
    message:
      'A page of another origin cannot use the session cookie of its visitor. Send the token in the header arena_session_id, or have the origin allowed.',
  },
  addressNotAllowed: {
    code: 4403,
    status: 403,
    message: 'The workspace cannot be used from your IP address.',
  },
  runEnded: {
    code: 409,
    status: 409,
    message: 'The export run has ended with the status "{0}" and can no longer be aborted.',
  },
  idempotencyConflict: {
    code: 409,
    status: 409,
    message:
      'The Idempotency-Key "{0}" was used before for another request. Send the same request again, or use another key.',
  },
  preconditionFailed: {
    code: 412,
    status: 412,
    message: 'The file is not in the state that the header {0} of the request asks for.',
  },
  bodyTooLarge: {
    code: 413,
    status: 413,
    message: 'The body of the request exceeds the maximum of {0} bytes.',
  },
  unsupportedContentType: {
    code: 415,
    status: 415,
    message: 'The content type of the request is not supported.',
  },
  unreadableUpload: {
    code: 4422,
    status: 422,
    message: 'The upload cannot be read as a bundle: {0}',
  },
  importState: {
    code: 409,
    status: 409,
    message: 'The import has the status "{0}" and can no longer be {1}.',
  },
  notKept: {
    code: 507,
    status: 507,
    message:
      'There is no place for this on the server: {0}. Nothing was written. Ask the operator of the server to look after it, then try again.',
  },
  importUnsound: {
    code: 4409,
    status: 409,
    message:
      'Something is wrong with the files, so nothing was imported. Mend what is told of them, and upload them again.',
  },
  importInterrupted: {
    code: 4503,
    status: 503,
    message: 'The server was stopped while it was at work. Nothing was written. Check the import again.',
  },
  importExpired: {
    code: 4410,
    status: 410,
    message: 'The uploaded files are not kept any more: they are for a day. Upload them again.',
  },
  noPreview: {
    code: 4415,
    status: 400,
    message:
      'The member "{0}" cannot be shown as a table: only csv and json members with rows can. Download the file to see it.',
  },
  rangeNotSatisfiable: { code: 416, status: 416, message: 'The range "{0}" lies outside of the file.' },
  allowanceSpent: {
    code: 4084,
    status: 429,
    message:
      'You have exceeded your maximum of "{0}" requests during the last 24 hours. Additional requests can be made at "{1}".',
  },
  required: { code: 3001, sampleCode: 3006, status: 400, message: 'The attribute "{0}" is required.' },
  invalidValue: {
    code: 3003,
    sampleCode: 4003,
    status: 400,
    message: 'The value for the attribute "{0}" is not valid.',
  },
  unknownAttribute: { code: 3004, status: 400, message: 'The attribute "{0}" is not recognized.' },
  tooLong: {
    code: 3101,
    status: 400,
    message: 'The length of the value exceeds the maximum length ({0}) for the attribute "{1}".',
  },
  invalidOption: {
    code: 3006,
    sampleCode: 3011,
    status: 400,
    message: 'The specified value "{0}" is not a valid option for the attribute "{1}".',
  },
  invalidGuid: { code: 3011, status: 400, message: 'The guid "{0}" is not valid.' },
  fileUnavailable: {
    code: 3017,
    status: 400,
    message: 'The file with guid "{0}" cannot be downloaded at this time.',
  },
  notSearchable: { code: 3019, status: 400, message: 'The attribute "{0}" is not searchable.' },
  noPrivilege: {
    code: 3024,
    status: 403,
    message: 'Either you do not have privileges to access the requested data or it does not exist.',
  },
  notCreatable: {
    code: 3031,
    sampleCode: 4004,
    status: 400,
    message: 'The attribute "{0}" is not creatable.',
  },
  invalidPaging: { code: 3041, status: 400, message: 'The limit or offset parameter is invalid.' },
  invalidOperator: {
    code: 3114,
    status: 400,
    message: 'The specified operator "{0}" is not valid for the attribute "{1}".',
  },
  invalidBoolean: {
    code: 3257,
    status: 400,
    message: 'The value "{0}" is not valid for the attribute "{1}" of Boolean type.',
  },
  notChronological: {
    code: 3293,
    status: 400,
    message: 'The datetimes in {0} "{1}" must be in chronological order.',
  },
  invalidDateTime: {
    code: 4323,
    status: 400,
    message:
      'The value "{0}" is not valid for date and time fields. Please format all date and time fields in UTC/Zulu format.',
  },
  criteriaMissing: { code: 3140, status: 400, message: 'The export must have criteria to run.' },
  invalidRunNumber: {
    code: 3141,
    status: 400,
    message: 'The attribute Number must be an integer greater than zero.',
  },
  criteriaOverride: {
    code: 3142,
    status: 400,
    message: 'Cannot override the criteria already set on the export definition.',
  },
  exportInProgress: {
    code: 3144,
    status: 400,
    message: 'Only one export can be in progress at any point in time.',
  },
  queueRefused: { code: 3146, status: 400, message: 'Could not run export.' },
  tooManyItems: { code: 3148, status: 400, message: 'A maximum of {0} items can be exported.' },
  tooManyLines: {
    code: 3149,
    status: 400,
    message:
      'Exports that generate over {0} lines cannot include BOM or FILES as exportViews. Narrow the criteria, or leave these views out of the export.',
  },
  accountLocked: {
    code: 4083,
    status: 400,
    message: 'Too many invalid password attempts, account disabled for five minutes.',
  },
  addressLocked: {
    code: 4429,
    status: 429,
    message: 'Too many wrong logins have come from your IP address. It may log in again after some minutes.',
  },
  userExists: {
    code: 4430,
    status: 409,
    message: 'A user with the e-mail address "{0}" may log in to the workspace already.',
  },
  accountElsewhere: {
    code: 4431,
    status: 409,
    message:
      'The account of "{0}" is used in another workspace too, so only the operator of the server can give it a password: waybill user add.',
  },
  lastAdministrator: {
    code: 4432,
    status: 409,
    message: 'The workspace needs an administrator: make somebody else one first.',
  },
  addressLockout: {
    code: 4433,
    status: 409,
    message:
      'Your own IP address ({0}) is in none of these ranges: you would lock yourself out. Add a range that holds it.',
  },
  invalidRange: {
    code: 4434,
    status: 400,
    message:
      '"{0}" is no IP address or range: expected one such as 192.0.2.7, 192.0.2.0/24 or 2001:db8::/32.',
  },
  unevenRange: {
    code: 4435,
    status: 400,
    message: '"{0}" has bits beyond its prefix: expected {1} or a longer prefix.',
  },
  turnedDirection: {
    code: 4436,
    status: 400,
    message:
      'The value of the attribute "{0}" has characters that turn the direction of text round (U+202A to U+202E, U+2066 to U+2069). Leave them out.',
  },
  loginRefused: {
    code: 4001,
    status: 400,
    message:
      'The username, password or workspace ID is not valid or you are not allowed to log in due to IP restriction.',
  },
  tooManyStreams: {
    code: 429,
    status: 429,
    message:
      'You follow {0} runs at once already. Close one of these streams, or ask for the run itself now and then.',
  },
  searchTooSlow: {
    code: 422,
    status: 422,
    message: 'The search takes longer than {0} s. Narrow it with more filters or simpler criteria.',
  },
  systemError: { code: 3000, status: 500, message: 'Sorry, a system error occurred, please try again.' },
  unavailable: { code: 503, status: 503, message: 'The service is currently unavailable.' },
} as const satisfies Record<string, CatalogueEntry>;

export type ErrorName = keyof typeof ERROR_CATALOGUE;

/** Which numbers errors are answered with: those of the reference's code tables, or the older ones of its samples. */
export const ERROR_CODES = ['tables', 'samples'] as const;
export type ErrorCodes = (typeof ERROR_CODES)[number];

/** The number of an error on the wire. */
export function wireCodeOf(name: ErrorName, codes: ErrorCodes): number {
  const entry: CatalogueEntry = ERROR_CATALOGUE[name];
  return codes === 'samples' ? (entry.sampleCode ?? entry.code) : entry.code;
}

/** One broken rule, as it stands in the `errors` list of an answer. */
export interface Violation {
  readonly name: ErrorName;
  readonly code: number;
  readonly message: string;
}

/** Fills a catalogue entry. Arguments replace `{0}`, `{1}`… in order. */
export function violation(name: ErrorName, ...args: readonly (string | number)[]): Violation {
  const { code, message } = ERROR_CATALOGUE[name];
  return {
    name,
    code,
    message: message.replace(/\{(\d)\}/g, (_, index: string) => String(args[Number(index)] ?? '')),
  };
}

/** An answer that is not a success, with every violation found. The HTTP status is that of the first. */
export class WaybillError extends Error {
  readonly violations: readonly Violation[];
  readonly status: number;
  /** Extra response headers, such as Retry-After. */
  readonly headers: Readonly<Record<string, string>>;

  constructor(violations: readonly Violation[], headers: Readonly<Record<string, string>> = {}) {
    super(violations.map((one) => one.message).join(' '));
    this.name = 'WaybillError';
    this.violations = violations;
    this.status = ERROR_CATALOGUE[violations[0]?.name ?? 'systemError'].status;
    this.headers = headers;
  }
}

/** Throws one catalogue entry. */
export function fail(name: ErrorName, ...args: readonly (string | number)[]): never {
  throw new WaybillError([violation(name, ...args)]);
}

const RETRY_AFTER_S = '5';

/** What cannot be done just now, and could be in a moment. */
export function unavailable(): WaybillError {
  return new WaybillError([violation('unavailable')], { 'Retry-After': RETRY_AFTER_S });
}

/** Each violation once: what is said in the same words twice helps nobody more. */
export function distinct(violations: readonly Violation[]): Violation[] {
  return [...new Map(violations.map((one) => [`${one.code} ${one.message}`, one])).values()];
}

/** Throws when anything was collected, else does nothing. */
export function failIfAny(violations: readonly Violation[]): void {
  if (violations.length > 0) throw new WaybillError(violations);
}

/** A problem that the operator can mend, for the command line: printed as it is, without a stack. */
export class OperatorError extends Error {
  readonly exitCode: number;

  /** @param more the exit code, or what brought it about */
  constructor(message: string, more: number | { readonly cause: unknown } = EXIT.failed) {
    super(message, typeof more === 'number' ? undefined : more);
    this.name = 'OperatorError';
    this.exitCode = typeof more === 'number' ? more : EXIT.failed;
  }
}

/** Exit codes that scripts rely on. */
export const EXIT = { done: 0, failed: 1, usage: 2, unreachable: 3, interrupted: 130 } as const;

/** The text of anything thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
