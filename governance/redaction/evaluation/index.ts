export { type EvaluationDocument, parseDocuments } from './parse-documents.ts';
export { type Half, type ReadHalf, readHalf } from './read-halves.ts';
export { type Miss, type Score, scoreDocuments } from './score-documents.ts';
export { type Times, timeRedaction } from './time-redaction.ts';
export type { Share } from './wilson.ts';
