import { EventEmitter, once } from 'node:events';
import type { Fault } from './fault.ts';

export type FaultSwitch = {
  inForce(): readonly Fault[];
  set(faults: readonly Fault[]): void;
  /** The fault of a call of this model that begins now; uses up one of its times. */
  take(model: string): Fault;
  /** Resolves when the faults are next changed; rejects when the signal aborts. */
  changed(signal: AbortSignal): Promise<unknown>;
};

export function createFaultSwitch(): FaultSwitch {
  const changes = new EventEmitter().setMaxListeners(0);
  let faults: readonly Fault[] = [];
  return {
    inForce: () => faults,
    set(next) {
      faults = next;
      changes.emit('change');
    },
    take(model) {
      const taken = faults.find((fault) => fault.model === undefined || fault.model === model);
      if (!taken) return { mode: 'none' };
      faults = faults.flatMap((fault) => (fault === taken ? lessOne(fault) : [fault]));
      return taken;
    },
    changed: (signal) => once(changes, 'change', { signal }),
  };
}

function lessOne(fault: Fault): Fault[] {
  if (fault.times === undefined) return [fault];
  return fault.times === 1 ? [] : [{ ...fault, times: fault.times - 1 }];
}
