export { addSpan } from './add-span.ts';
export { businessMillisecondsBetween, isOpen } from './business-time.ts';
export { isWorkedWithinAYear } from './working-days.ts';
