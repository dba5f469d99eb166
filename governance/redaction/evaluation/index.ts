export type { Share } from '#governance/evaluation/wilson.ts';
export { type EvaluationDocument, parseDocuments } from './parse-documents.ts';
export { developmentSets, type EvaluationSet, heldOut, readSet, type SetRead } from './read-set.ts';
export { type Miss, type Score, scoreDocuments } from './score-documents.ts';
export { type Times, timeRedaction } from './time-redaction.ts';
