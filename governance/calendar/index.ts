export { addSpan } from './add-span.ts';
export { businessMillisecondsBetween, isOpen } from './business-time.ts';
export { dayAt } from './days.ts';
export { isWorkedWithinAYear } from './working-days.ts';
