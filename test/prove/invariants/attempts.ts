import type { Attempt } from '../approval-rounds/witness.ts';
import type { LedgerEntry, World } from '../read-world.ts';

/** Every word that was taken stands in the ledger once, every refusal once for each time, and nothing that nobody said. */
export function checkAttempts({ ledger }: World, attempts: readonly Attempt[]): string[] {
  const refusals = countBy(ledger.filter(({ kind }) => kind === 'decision-refused').map(wordOf));
  const words = countBy(ledger.filter(({ kind }) => kind === 'decision-made' || kind === 'vote-given').map(wordOf));
  const heard = Map.groupBy(attempts, ({ approvalId, by, decision }) => `${approvalId} ${by} ${decision}`);
  const missing = [...heard].flatMap(([word, tries]) => {
    const refused = tries.filter(({ result }) => result === 'refused').length;
    const taken = tries.some(({ result }) => result === 'taken');
    const written = words.get(word) ?? 0;
    const problems: string[] = [];
    if ((refusals.get(word) ?? 0) !== refused)
      problems.push(`${word}: refused ${refused} times, the ledger says ${refusals.get(word) ?? 0}`);
    if (taken ? written !== 1 : written > 1) problems.push(`${word}: stands in the ledger ${written} times`);
    if (!taken && written === 1 && tries.every(({ result }) => result === 'refused'))
      problems.push(`${word}: was refused, and the ledger says it was taken`);
    return problems;
  });
  const unheard = [...words.keys(), ...refusals.keys()].filter((word) => !heard.has(word));
  return [...missing, ...unheard.map((word) => `${word}: stands in the ledger, and nobody tried that`)];
}

/** Exactly one message for each run with a decision that sends one, and none for the others. */
export function checkActions({ replies, runs, tasks }: World): string[] {
  return runs.flatMap(({ id }) => {
    const decided = tasks.filter(({ row, decision }) => row.runId === id && 'action' in decision).length;
    const sent = replies.filter((reply) => reply.headers['x-baton-run'] === id).length;
    return sent === decided ? [] : [`${id} sent ${sent} messages on ${decided} decisions`];
  });
}

function wordOf({ actor, body }: LedgerEntry): string {
  return `${body.approval} ${actor} ${body.decision}`;
}

function countBy(words: readonly string[]): ReadonlyMap<string, number> {
  return new Map([...Map.groupBy(words, (word) => word)].map(([word, same]) => [word, same.length]));
}
