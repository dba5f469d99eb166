import { expect } from 'vitest';
import { createJudge } from '#governance/approvals/judge.ts';
import { type ApprovalRow, findApproval } from '#store/approvals.ts';
import { eventually } from '#test/stack/eventually.ts';
import type { Attack, Attempt } from './attack.ts';
import { familyOf, ledgerOf, messagesOf, stateOf } from './evidence.ts';
import type { Ground } from './ground.ts';
import { scenes } from './scenes.ts';
import { type DoorName, doors, type Path, type Scene, type Verdict, type Word } from './word.ts';

let played = 0;

/** Brings the scene about, tries the attack by one path, and compares everything with what must come of it. */
export async function play(ground: Ground, attack: Attack, path: Path): Promise<void> {
  played += 1;
  const scene = await scenes[attack.scene ?? 'one approver']({ ...ground, token: `AT${played}` });
  await playIn(ground, attack, { path, scene });
}

export async function playIn(
  ground: Ground,
  attack: Attack,
  { path, scene }: { path: Path; scene: Scene },
): Promise<void> {
  const before = await stateOf(ground, await familyOf(ground, scene.runId));
  const heard = await attack.play({ ...scene, ground, path, say: sayBy(ground, path, scene) });
  expect(heard.toSorted(), 'what was answered').toEqual(heardBy(attack, path).toSorted());
  await expectLedger(ground, scene, linesOf(attack, heard, path));
  if (attack.end.kind === 'undecided')
    expect(await stateOf(ground, await familyOf(ground, scene.runId)), 'what is written').toEqual(before);
  await end(ground, attack, scene);
}

function heardBy({ hears }: Attack, path: Path): readonly Verdict[] {
  return typeof hears === 'function' ? hears(path) : hears;
}

function linesOf({ ledger }: Attack, heard: readonly Verdict[], path: Path): string[] {
  const lines = typeof ledger === 'function' ? ledger(heard) : ledger;
  const said = lines.map((line) => (typeof line === 'function' ? line(path) : line));
  return said.filter((line) => line !== undefined).toSorted();
}

function sayBy(ground: Ground, path: Path, scene: Scene): Attempt['say'] {
  return (word, task = scene.task) => sayAt(ground.door.url, { ground, path, task }, word);
}

/** Gives a word at this API. Those behind the doors take none; where they need somebody's word, it comes by HTTP. */
export function sayAt(
  url: string,
  { ground, path, task }: Pick<Attempt, 'ground' | 'path' | 'task'>,
  word: Word,
): Promise<Verdict> {
  return ground.say[isDoor(path) ? path : 'api'](url, task, word);
}

function isDoor(path: Path): path is DoorName {
  return (doors as readonly Path[]).includes(path);
}

/** What a workflow writes comes a moment later. */
async function expectLedger(ground: Ground, { runId }: Scene, lines: readonly string[]): Promise<void> {
  let found: string[] = [];
  const compare = async () => {
    found = (await ledgerOf(ground, await familyOf(ground, runId))).toSorted();
    return found.length >= lines.length;
  };
  await eventually('the ledger to have it', compare).catch(() => undefined);
  expect(found, 'what the ledger says').toEqual(lines);
}

async function end(ground: Ground, { end: how }: Attack, scene: Scene): Promise<void> {
  switch (how.kind) {
    case 'undecided':
      return approve(ground, scene, { task: scene.task, by: how.approvedBy ?? ['bob'] });
    case 'joined':
      return approve(ground, scene, { task: scene.task, by: [how.by] });
    case 'asked-anew': {
      const task = await ground.people.task(scene.runId);
      expect(task.id).not.toBe(scene.task.id);
      return approve(ground, scene, { task, by: how.approvedBy ?? ['bob'] });
    }
    case 'decided':
      await ground.people.outcome(scene.runId, how.withinMs);
      return expectActions(ground, scene);
    case 'over':
      expect(await ground.people.outcome(scene.runId)).toBe(how.outcome);
      expect(await messagesOf(ground, await familyOf(ground, scene.runId)), 'what has left').toEqual([]);
  }
}

interface Approval {
  task: ApprovalRow;
  by: readonly string[];
}

/** The honest decision after an attack: it is there to be taken, and exactly it is done. */
async function approve(ground: Ground, scene: Scene, { task, by }: Approval): Promise<void> {
  const own = await ofProcess(ground, task);
  for (const as of by) {
    const current = await findApproval(ground.stack.database.direct, own.id);
    expect(await ground.say.api(ground.door.url, current ?? own, { as, decision: 'approve' })).toBe('taken');
  }
  expect(await ground.people.outcome(scene.runId)).toMatch(/^answered/);
  await expectActions(ground, scene, 1);
}

/** A task that was opened beside the process' own keeps no run waiting. */
function ofProcess({ people }: Ground, task: ApprovalRow): Promise<ApprovalRow> | ApprovalRow {
  return task.point === 'refund' ? people.task(task.runId, 'reply') : task;
}

/** Exactly what was validly decided has left, word for word and once however many agreed to it, and nothing else. */
async function expectActions(ground: Ground, { runId }: Scene, count?: number): Promise<void> {
  const runs = await familyOf(ground, runId);
  const rows = await ground.stack.database.direct.approval.findMany({ where: { runId: { in: runs } } });
  const judge = createJudge(ground.stack.foundation);
  const decisions = await Promise.all(rows.map(judge));
  const decided = decisions.flatMap((decision) => ('action' in decision ? [decision.action] : []));
  const left = await messagesOf(ground, runs);
  const said = new Set(decided.map(({ to, subject, text }) => [to, subject, plain(text)].join('\n')));
  expect(left.map(({ to, subject, text }) => [to.join(), subject, plain(text)].join('\n'))).toEqual([...said]);
  if (count !== undefined) expect(left, 'what has left').toHaveLength(count);
}

/** Line ends are the wire's own. */
function plain(text: string): string {
  return text.replaceAll('\r\n', '\n').trimEnd();
}
