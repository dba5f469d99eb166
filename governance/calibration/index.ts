export { limitFor } from './limit-for.ts';
export { calibrationErrorOf, reliabilityOf } from './reliability.ts';
