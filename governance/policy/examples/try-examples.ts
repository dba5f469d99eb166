import { policyToJson } from '@cedar-policy/cedar-wasm/nodejs';
import type { PolicyDecision } from '#contracts/policy.ts';
import { createPolicy } from '../create-policy.ts';
import type { PolicyTexts } from '../read-policies.ts';
import type { PolicyExample } from './read-examples.ts';

/** Asks each example of a policy set, and tells which came out otherwise than it says. */
export function* tryExamples(texts: PolicyTexts, examples: readonly PolicyExample[]): Generator<string> {
  let asked: PolicyExample | undefined;
  const policy = createPolicy(texts, {
    time: () => asked?.time ?? { hour: 0, officeHours: false },
    regionOf: () => asked?.region,
  });
  for (const example of examples) {
    asked = example;
    const came = policy.decide(example.question);
    const wrong = whatIsWrong(texts, { example, came });
    if (wrong !== undefined) yield `policies/${example.rule}: '${example.case}': ${wrong}`;
  }
}

function whatIsWrong({ policies }: PolicyTexts, { example, came }: { example: PolicyExample; came: PolicyDecision }) {
  const { expected, rule } = example;
  if ('failure' in came) return `could not be asked: ${came.failure}`;
  const decisive = came.policies.join(', ') || 'no policy';
  if (came.kind !== expected) return `is to be ${expected} but is ${came.kind} by ${decisive}`;
  const isToDecide = effectOf(policies[rule]) === 'forbid' ? expected !== 'allowed' : expected === 'allowed';
  if (isToDecide === came.policies.includes(rule)) return undefined;
  return isToDecide ? `is decided by ${decisive}, and not by this rule` : `is decided by this rule`;
}

function effectOf(text = ''): 'permit' | 'forbid' | undefined {
  const parsed = policyToJson(text);
  return parsed.type === 'success' ? parsed.json.effect : undefined;
}
