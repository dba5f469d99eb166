import { z } from 'zod';
import type { ProcessDetail } from '#contracts/http/process.ts';
import type { Person } from '#contracts/person.ts';
import { findProcess, type ProcessDefinitions } from './find-process.ts';
import type { MayStart } from './judge-starter.ts';

/** What a process is called and takes, for forms and programs. */
export function createShowProcess(parts: { definitions: ProcessDefinitions; mayStart: MayStart }) {
  return (by: Person, process: string): ProcessDetail => {
    const { name, title, description, input, example } = findProcess(parts.definitions, process);
    const schema = withPlainRoot(z.toJSONSchema(input, { io: 'input' }));
    return { name, title, description, mayStart: parts.mayStart(by, name), input: { ...schema, examples: [example] } };
  };
}

/** A schema with a name of its own comes as a reference to itself; a form wants its fields at the top. */
function withPlainRoot({ $ref, $defs, ...schema }: Record<string, unknown>): Record<string, unknown> {
  const definitions = { ...($defs as Record<string, object> | undefined) };
  const root = typeof $ref === 'string' ? $ref.replace('#/$defs/', '') : undefined;
  if (root === undefined) return { ...schema, ...($defs === undefined ? {} : { $defs }) };
  const { [root]: top, ...others } = definitions;
  const rest = Object.keys(others).length === 0 ? {} : { $defs: definitions };
  return { ...schema, ...top, ...rest };
}
