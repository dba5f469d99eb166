import { DefaultFailureConverter } from '@temporalio/common';

/** Messages and stacks of failures travel as payloads, so that the codec encrypts them. Loaded by path, also into workflow code. */
export const failureConverter = new DefaultFailureConverter({ encodeCommonAttributes: true });
