import type { Person } from '#contracts/person.ts';
import type { MayDecide, Task, Word } from './may-decide.ts';

/** Whether somebody may give this word in another's place: the right is the other's, and four eyes counts for both. */
export function mayActFor(rights: MayDecide, row: Task, { other, ...word }: Word & { other: Person }): boolean {
  const roles = [...new Set([...word.by.roles, ...other.roles])];
  const inTheirPlace = { ...word, by: { ...word.by, roles, authority: other.authority ?? [] } };
  return rights.mayDecide(row, { ...word, by: other }) && mayIfAsked(rights, row, inTheirPlace);
}

/** Whether nothing but not being asked stands between somebody and this word. */
export function mayIfAsked(rights: MayDecide, row: Task, word: Word): boolean {
  const ask = { roles: [], teams: [], people: [word.by.id] };
  const stages = word.terms.stages.map((stage) => ({ ...stage, ask }));
  return rights.mayDecide(row, { ...word, terms: { ...word.terms, stages } });
}
