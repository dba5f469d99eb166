/** The Temporal CLI this project is tested with; the last that a plain `go install` accepts. */
export const temporalVersion = '1.5.1';
