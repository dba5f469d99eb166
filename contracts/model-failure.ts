/** The one table of what can go wrong with a call of a model: what follows from it, and what it says of the model. */
const table = {
  'rate-limited': { worth: 'retry-here', retry: 'later', health: 'fails', paid: 'no', asked: true },
  overloaded: { worth: 'retry-here', retry: 'later', health: 'fails', paid: 'no', asked: true },
  'quota-spent': { worth: 'next-candidate', retry: 'later', health: 'out', paid: 'no', asked: true },
  unreachable: { worth: 'next-candidate', retry: 'later', health: 'fails', paid: 'no', asked: true },
  'connection-lost': { worth: 'next-candidate', retry: 'later', health: 'fails', paid: 'perhaps', asked: true },
  'timed-out': { worth: 'next-candidate', retry: 'later', health: 'fails', paid: 'perhaps', asked: true },
  'key-refused': { worth: 'next-candidate', retry: 'later', health: 'out', paid: 'no', asked: true },
  'model-not-found': { worth: 'next-candidate', retry: 'later', health: 'out', paid: 'no', asked: true },
  'request-refused': { worth: 'next-candidate', retry: 'never', health: 'answers', paid: 'no', asked: true },
  'egress-refused': { worth: 'next-candidate', retry: 'never', health: 'unknown', paid: 'no', asked: true },
  'too-large': { worth: 'next-candidate', retry: 'never', health: 'answers', paid: 'perhaps', asked: true },
  'wrong-type': { worth: 'next-candidate', retry: 'later', health: 'fails', paid: 'perhaps', asked: true },
  'unoffered-tool': { worth: 'next-candidate', retry: 'never', health: 'answers', paid: 'yes', asked: true },
  'other-version': { worth: 'next-candidate', retry: 'never', health: 'answers', paid: 'yes', asked: true },
  'cut-off': { worth: 'repair-here', retry: 'never', health: 'answers', paid: 'yes', asked: true },
  misshapen: { worth: 'repair-here', retry: 'never', health: 'answers', paid: 'yes', asked: true },
  refused: { worth: 'person', retry: 'never', health: 'answers', paid: 'yes', asked: true },
  cancelled: { worth: 'never', retry: 'never', health: 'unknown', paid: 'perhaps', asked: true },
  /** Nobody was asked: too many calls failed of late, or the provider said when to come again. */
  'passed-over': { worth: 'next-candidate', retry: 'later', health: 'unknown', paid: 'no', asked: false },
  /** Nobody was asked: what the model may be asked in a minute is used up. */
  'limit-reached': { worth: 'retry-here', retry: 'later', health: 'unknown', paid: 'no', asked: false },
} as const satisfies Record<string, ModelFailureRow>;

export interface ModelFailureRow {
  /**
   * `retry-here`: the same model once more, where it is known from when on and that is soon; else the next candidate.
   * `repair-here`: the same model once more, told what was wrong; else the next candidate. `person`: no other model is
   * asked either. `never`: nobody wants the answer any more.
   */
  worth: 'retry-here' | 'repair-here' | 'next-candidate' | 'person' | 'never';
  /** Whether asking all candidates again later can help, once none is left. */
  retry: 'later' | 'never';
  /**
   * What it says of the model: `fails` counts towards passing it over; `out` is enough for that alone, as every call would
   * fail alike until somebody mends it; `answers` ends it, `unknown` says nothing.
   */
  health: 'fails' | 'out' | 'answers' | 'unknown';
  /** Whether the provider may charge for it. */
  paid: 'yes' | 'perhaps' | 'no';
  /** Whether a call was made, or tried. */
  asked: boolean;
}

export type ModelFailureKind = keyof typeof table;

export const modelFailureKinds = Object.keys(table) as [ModelFailureKind, ...ModelFailureKind[]];

export function isModelFailureKind(text: string): text is ModelFailureKind {
  return Object.hasOwn(table, text);
}

export function modelFailureRow(kind: ModelFailureKind): ModelFailureRow {
  return table[kind];
}

/** A call of a model that brought no answer. */
export interface ModelFailure {
  failure: ModelFailureKind;
  /** In words of ours, which name nobody. */
  reason: string;
  /** What the provider said; it may repeat what it was shown. */
  words: string;
  /** When it is worth asking again, as the provider or the limit says. */
  retryAfterMs?: number;
}
