import { z } from 'zod';
import { Fault } from './fault.ts';

const numbers: ReadonlySet<string> = new Set(['times', 'status', 'retryAfter', 'seconds', 'bytes']);

/** A fault as the panel's form sends it: what was left empty is not said. */
export const FaultForm = z.record(z.string(), z.string()).transform(readFields).pipe(Fault);

function readFields({ say, ...fields }: Readonly<Record<string, string>>): object {
  const said = Object.entries(fields).filter(([, value]) => value !== '');
  return {
    ...Object.fromEntries(said.map(([name, value]) => [name, numbers.has(name) ? Number(value) : value])),
    ...(say ? { wishes: { say } } : {}),
  };
}
