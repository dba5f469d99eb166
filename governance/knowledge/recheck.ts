import { type CheckedStatement, type CitedStatement, readCitation } from '#contracts/knowledge.ts';
import type { KnowledgePort } from '#contracts/ports/knowledge.ts';
import type { Sources } from '#governance/grounding/index.ts';
import type { KnowledgeRules } from '#governance/registry/index.ts';
import { audiencesOf, type KnowledgeReader } from './audiences-of.ts';
import { checkCitations } from './check-citations.ts';

export interface AnswerToCheck {
  statements: readonly CitedStatement[];
  reader: KnowledgeReader;
  /** What the answer may rest on besides its passages. */
  sources: Sources;
}

interface RecheckParts<Scope> {
  knowledge: Pick<KnowledgePort<Scope>, 'findCited'>;
  rules: () => Pick<KnowledgeRules, 'audiences'>;
  now?: () => Date;
}

/** Holds an answer against what it cites as that stands at this moment. */
export function createRecheckCitations<Scope>({ knowledge, rules, now = () => new Date() }: RecheckParts<Scope>) {
  return async (scope: Scope, { statements, reader, sources }: AnswerToCheck): Promise<CheckedStatement[]> => {
    const named = new Set(statements.flatMap(({ citations }) => citations));
    const cited = await knowledge.findCited(scope, [...named].map(readCitation));
    const audiences = audiencesOf(rules().audiences, reader);
    return checkCitations(statements, { cited, audiences, today: now().toISOString().slice(0, 10), sources });
  };
}

export type RecheckCitations<Scope> = ReturnType<typeof createRecheckCitations<Scope>>;
