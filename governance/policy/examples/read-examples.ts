import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { PolicyQuestion, Principal } from '#contracts/policy.ts';
import type { FirmTime } from '../policy-world.ts';
import { examplesEnding, type PolicyTexts } from '../read-policies.ts';
import type { Refusal } from '../refusals.ts';
import { type Example, ExampleFile, type Somebody, type Usual } from './example-file.ts';

/** One question, and what its rule has to come to. */
export interface PolicyExample {
  /** `FILE/@id`, as in decisions. */
  rule: string;
  case: string;
  question: PolicyQuestion;
  time: FirmTime;
  /** Where the connector that the question is about keeps what it is given. */
  region: string | undefined;
  expected: 'allowed' | Refusal;
}

export interface ReadExamples {
  examples: readonly PolicyExample[];
  /** What is wrong with the files, as `policies/FILE: …`. */
  mistakes: readonly string[];
}

/** The examples beside the policies of a registry folder: each rule needs both kinds, and each example a rule. */
export function readExamples(folder: string, { policies, places }: PolicyTexts): ReadExamples {
  const files = [...new Set(Object.values(places).map(({ file }) => file))];
  const read = files.map((file) => {
    const stem = file.slice(0, -'.cedar'.length);
    const prefix = `${stem}/`;
    const rules = Object.keys(policies).flatMap((id) => (id.startsWith(prefix) ? [id.slice(prefix.length)] : []));
    return readFileOf(join(folder, 'policies'), stem, rules);
  });
  return { examples: read.flatMap(({ examples }) => examples), mistakes: read.flatMap(({ mistakes }) => mistakes) };
}

function readFileOf(folder: string, stem: string, rules: readonly string[]): ReadExamples {
  const name = `${stem}${examplesEnding}`;
  const said = (detail: string) => ({ examples: [], mistakes: [`policies/${name}: ${detail}`] });
  const text = textOf(join(folder, name));
  if (text === undefined)
    return said(`is missing; write what each rule of ${stem}.cedar permits and refuses, by example`);
  const parsed = parseFile(text);
  if (typeof parsed === 'string') return said(parsed);
  const mistakes = [
    ...rules
      .filter((rule) => !parsed.rules[rule])
      .map((rule) => `the rule '${rule}' has no examples; write one that it permits and one that it refuses`),
    ...Object.keys(parsed.rules)
      .filter((rule) => !rules.includes(rule))
      .map((rule) => `there is no rule '${rule}' in ${stem}.cedar`),
    ...unknownFacts(parsed),
  ];
  if (mistakes.length > 0) return { examples: [], mistakes: mistakes.map((detail) => `policies/${name}: ${detail}`) };
  return { examples: examplesIn(stem, parsed), mistakes: [] };
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function parseFile(text: string): ExampleFile | string {
  try {
    const parsed = ExampleFile.safeParse(parse(text));
    if (parsed.success) return parsed.data;
    const [issue] = parsed.error.issues;
    return `/${issue?.path.join('/')}: ${issue?.message}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** A word nobody reads would leave an example as it usually is, and let it pass. */
function unknownFacts(file: ExampleFile): string[] {
  return everyExample(file).flatMap(({ rule, example }) => {
    const usual = usualOf(file, example);
    if (!usual) return [`'${example.case}' of ${rule}: name one of the actions of \`usual\``];
    return Object.keys(example.resource)
      .filter((fact) => !Object.hasOwn(usual.resource, fact))
      .map((fact) => `'${example.case}' of ${rule}: no resource of this action has '${fact}'`);
  });
}

function everyExample({ rules }: ExampleFile) {
  return Object.entries(rules).flatMap(([rule, { permits, refuses }]) => [
    ...permits.map((example) => ({ rule, example, expected: 'allowed' as const })),
    ...refuses.map((example) => ({ rule, example, expected: example.outcome })),
  ]);
}

function actionOf({ usual }: ExampleFile, { action }: Example): string | undefined {
  return action ?? Object.keys(usual)[0];
}

function usualOf(file: ExampleFile, example: Example): Usual | undefined {
  const action = actionOf(file, example);
  return action === undefined ? undefined : file.usual[action];
}

function examplesIn(stem: string, file: ExampleFile): PolicyExample[] {
  return everyExample(file).flatMap(({ rule, example, expected }) => {
    const usual = usualOf(file, example);
    if (!usual) return [];
    const resource = { ...usual.resource, ...example.resource };
    // Whether it is a question of this action is Cedar's to say: it validates each against the schema.
    const question = {
      action: actionOf(file, example),
      principal: principalOf(example.principal ?? usual.principal),
      resource,
      ...contextOf(usual, example),
    } as unknown as PolicyQuestion;
    const region = typeof resource.region === 'string' ? resource.region : undefined;
    return [{ rule: `${stem}/${rule}`, case: example.case, question, time: example.time, region, expected }];
  });
}

function contextOf(usual: Usual, { context }: Example) {
  return usual.context || context ? { context: { ...usual.context, ...context } } : {};
}

function principalOf(somebody: Somebody): Principal {
  if ('process' in somebody) return { kind: 'process', process: somebody.process };
  const { person: id, ...rights } = somebody;
  // Roles are checked against the schema, as everything here.
  return { kind: 'person', person: { id, name: id, ...rights } as Extract<Principal, { kind: 'person' }>['person'] };
}
