/** The one table of what can go wrong: HTTP status, exit code of the CLI, whether trying again can help, safe title. */
const table = {
  'body-too-large': { status: 413, exit: 2, retry: 'never', title: 'The request is too large' },
  'json-invalid': { status: 400, exit: 2, retry: 'never', title: 'The body is not valid JSON' },
  'request-invalid': { status: 400, exit: 2, retry: 'never', title: 'The request cannot be understood' },
  'input-invalid': { status: 422, exit: 2, retry: 'never', title: 'A field has a value that cannot be accepted' },
  'too-many-streams': { status: 429, exit: 3, retry: 'later', title: 'Too many event streams are open' },
  'media-type-unsupported': { status: 415, exit: 2, retry: 'never', title: 'The content type is not accepted here' },
  'request-timeout': { status: 408, exit: 3, retry: 'later', title: 'The request came in too slowly' },
  'not-signed-in': { status: 401, exit: 2, retry: 'never', title: 'Sign in first' },
  'origin-refused': { status: 403, exit: 2, retry: 'never', title: 'Requests from this origin are not accepted' },
  forbidden: { status: 403, exit: 2, retry: 'never', title: 'You may not do this' },
  'not-found': { status: 404, exit: 2, retry: 'never', title: 'There is no such thing here' },
  'method-not-allowed': { status: 405, exit: 2, retry: 'never', title: 'This address does not take that method' },
  'idempotency-key-reused': {
    status: 422,
    exit: 2,
    retry: 'never',
    title: 'The Idempotency-Key was used for another body',
  },
  'already-decided': { status: 409, exit: 2, retry: 'never', title: 'This was decided already' },
  'already-claimed': { status: 409, exit: 2, retry: 'never', title: 'Somebody else has this task' },
  'not-claimed': { status: 409, exit: 2, retry: 'never', title: 'Nobody has this task' },
  'delegation-over': { status: 409, exit: 2, retry: 'never', title: 'The delegation is already over' },
  'claim-unfounded': { status: 409, exit: 2, retry: 'never', title: 'It leads where no record does' },
  'digest-mismatch': { status: 409, exit: 2, retry: 'never', title: 'This is not what was shown to you' },
  'approval-expired': { status: 410, exit: 2, retry: 'never', title: 'The time to decide is over' },
  'approval-withdrawn': { status: 410, exit: 2, retry: 'never', title: 'The task was withdrawn' },
  'page-outdated': { status: 403, exit: 2, retry: 'never', title: 'This page is too old to decide by' },
  'code-wrong': { status: 403, exit: 2, retry: 'never', title: 'The code is wrong' },
  'link-locked': { status: 410, exit: 2, retry: 'never', title: 'This link is locked' },
  'link-unknown': { status: 404, exit: 2, retry: 'never', title: 'This link is not known here' },
  'too-many-requests': { status: 429, exit: 3, retry: 'later', title: 'Too many requests' },
  'link-spent': { status: 410, exit: 2, retry: 'never', title: 'This link has had its use' },
  'run-closed': { status: 409, exit: 2, retry: 'never', title: 'The run is already over' },
  'run-open': { status: 409, exit: 2, retry: 'never', title: 'The run is not over yet' },
  'run-cancelled': { status: 409, exit: 2, retry: 'never', title: 'The run was cancelled' },
  'bulk-interrupted': { status: 503, exit: 3, retry: 'later', title: 'The work broke off before this run was done' },
  'policy-refused': { status: 403, exit: 2, retry: 'never', title: 'The policy does not allow it' },
  'review-overdue': { status: 409, exit: 2, retry: 'never', title: 'This has to be reviewed before it is used again' },
  'switched-off': { status: 503, exit: 3, retry: 'later', title: 'This was switched off by a person' },
  'budget-spent': { status: 429, exit: 3, retry: 'later', title: 'A budget has no room for this now' },
  'document-unreadable': { status: 422, exit: 2, retry: 'never', title: 'The document cannot be read' },
  'switch-unknown': { status: 422, exit: 2, retry: 'never', title: 'There is no such thing to switch off' },
  'registry-invalid': { status: 500, exit: 2, retry: 'never', title: 'The registry has a mistake' },
  'not-registered': { status: 500, exit: 2, retry: 'never', title: 'The registry does not know this' },
  'egress-refused': { status: 500, exit: 2, retry: 'never', title: 'This may not be reached from here' },
  'answer-too-large': { status: 502, exit: 3, retry: 'never', title: 'Another system answered more than is read' },
  'config-invalid': { status: 500, exit: 2, retry: 'never', title: 'A setting is wrong' },
  'decision-key-missing': { status: 503, exit: 1, retry: 'later', title: 'The key of a decision is not there' },
  'seal-broken': { status: 500, exit: 1, retry: 'never', title: 'A stored value does not open' },
  'signature-invalid': {
    status: 500,
    exit: 1,
    retry: 'never',
    title: 'A stored decision is not signed by a known key',
  },
  'step-key-reused': { status: 500, exit: 1, retry: 'never', title: 'One execution used a step key twice' },
  'model-unavailable': { status: 503, exit: 3, retry: 'later', title: 'No model could answer' },
  'mail-unavailable': { status: 503, exit: 3, retry: 'later', title: 'The mail server cannot be reached' },
  'records-unavailable': { status: 503, exit: 3, retry: 'later', title: 'The system of record cannot be reached' },
  'database-unavailable': { status: 503, exit: 3, retry: 'later', title: 'The database cannot be reached' },
  'engine-unavailable': { status: 503, exit: 3, retry: 'later', title: 'Temporal cannot be reached' },
  unexpected: { status: 500, exit: 1, retry: 'later', title: 'Something failed that nobody planned for' },
} as const satisfies Record<string, ErrorRow>;

export interface ErrorRow {
  status: number;
  exit: 0 | 1 | 2 | 3;
  retry: 'never' | 'later';
  title: string;
}

export type ErrorCode = keyof typeof table;

export function errorRow(code: ErrorCode): ErrorRow {
  return table[code];
}

export function isErrorCode(text: string): text is ErrorCode {
  return Object.hasOwn(table, text);
}

export interface ErrorPlace {
  /** JSON pointer, file and line, header or parameter name. */
  pointer: string;
  detail: string;
}

/** A failure somebody can act on: what happened, where, and what to do. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly places: readonly ErrorPlace[];
  /** Facts for the caller that belong in the problem document, such as who decided. */
  readonly facts: Readonly<Record<string, string | number | boolean>>;

  constructor(code: ErrorCode, detail: string, options: AppErrorOptions = {}) {
    super(detail, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.places = options.places ?? [];
    this.facts = options.facts ?? {};
  }

  get row(): ErrorRow {
    return errorRow(this.code);
  }
}

export interface AppErrorOptions {
  places?: readonly ErrorPlace[];
  facts?: Readonly<Record<string, string | number | boolean>>;
  cause?: unknown;
}

export function isAppError(error: unknown): error is AppError {
  return error instanceof Error && error.name === 'AppError' && 'code' in error && isErrorCode(String(error.code));
}
