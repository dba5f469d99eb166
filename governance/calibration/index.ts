export { createJudgeChoice } from './judge-choice.ts';
export { limitFor } from './limit-for.ts';
export { calibrationErrorOf, reliabilityOf } from './reliability.ts';
