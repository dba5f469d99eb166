import { EventEmitter, once } from 'node:events';
import type { Fault } from './fault.ts';

export type FaultSwitch = {
  current(): Fault;
  set(fault: Fault): void;
  /** The fault of the call that begins now; uses up one of its times. */
  take(): Fault;
  /** Resolves when the fault is next changed; rejects when the signal aborts. */
  changed(signal: AbortSignal): Promise<unknown>;
};

export function createFaultSwitch(): FaultSwitch {
  const changes = new EventEmitter().setMaxListeners(0);
  let fault: Fault = { mode: 'none' };
  return {
    current: () => fault,
    set(next) {
      fault = next;
      changes.emit('change');
    },
    take() {
      const taken = fault;
      if (taken.times === 1) fault = { mode: 'none' };
      else if (taken.times !== undefined) fault = { ...taken, times: taken.times - 1 };
      return taken;
    },
    changed: (signal) => once(changes, 'change', { signal }),
  };
}
