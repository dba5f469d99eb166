/** An answer of a model that a person decided on. */
export interface JudgedAnswer {
  confidence: number;
  /** Whether they took it as it was. */
  isRight: boolean;
}
