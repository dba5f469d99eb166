import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LedgerStatement } from '#contracts/ledger.ts';
import { stepKey } from '#contracts/step.ts';
import type { Undone } from '#contracts/undo.ts';
import { toTakeBack, type Verdicts } from '#governance/undo/happened.ts';
import { createUndoList, takeBackInReverse } from '#workflows/steps/undo-list.ts';

const run = { id: 'run_1', process: 'route-enquiry', execution: 1 };
const addressOf = (item: number) => ({ runId: run.id, name: 'act', round: 0, item: String(item) });
const keyOf = (item: number) => stepKey(addressOf(item));
const effect = { effect: 'writeRecord', asset: 'crm', digest: 'd' };

const entryOf = (kind: LedgerStatement['kind'], step: string, more = {}) =>
  ({ kind, body: { step, ...effect, ...more } }) as LedgerStatement;

/** Steps that were declared, some more than once, with what became of each as it was to be taken back. */
const declarations = fc.array(fc.nat({ max: 8 }), { maxLength: 20 });
const cameOf = fc.constantFrom<Undone>(
  { kind: 'undone', how: 'noted' },
  { kind: 'undone', how: 'released' },
  { kind: 'left', why: 'cannot' },
  { kind: 'left', why: 'failed' },
);
const ends = fc.array(cameOf, { minLength: 9, maxLength: 9 });
const happenings = fc.array(fc.constantFrom('done', 'perhaps', 'left', undefined), { minLength: 9, maxLength: 9 });

async function takenBack(items: readonly number[], known: readonly (string | undefined)[], came: readonly Undone[]) {
  const list = createUndoList<undefined>();
  for (const item of items)
    list.declare({ step: { run, address: addressOf(item) }, what: String(item), takeBack: () => came[item] as Undone });
  const happened = Object.fromEntries(known.flatMap((state, item) => (state ? [[keyOf(item), state]] : [])));
  const asked: number[] = [];
  const { undone, left } = await takeBackInReverse(list.declared(), happened as never, async (undoable, state) => {
    asked.push(Number(undoable.what));
    return undoable.takeBack(undefined, state);
  });
  return {
    asked,
    undone: undone.map(({ what }) => Number(what)),
    left: left.map(({ undoable: { what } }) => Number(what)),
  };
}

describe('taking back', () => {
  test('asks each step that was done once, the one that was begun last first', async () => {
    await fc.assert(
      fc.asyncProperty(declarations, happenings, ends, async (items, known, came) => {
        const { asked } = await takenBack(items, known, came);
        const lastFirst = [...new Set(items.toReversed())];
        expect(asked).toEqual(lastFirst.filter((item) => known[item] === 'done' || known[item] === 'perhaps'));
      }),
    );
  });

  test('loses nothing: what was done was taken back or is left, and never both', async () => {
    await fc.assert(
      fc.asyncProperty(declarations, happenings, ends, async (items, known, came) => {
        const { undone, left } = await takenBack(items, known, came);
        const happened = [...new Set(items)].filter((item) => known[item] !== undefined);
        expect([...undone, ...left].toSorted()).toEqual(happened.toSorted());
        const stays = happened.filter((item) => known[item] === 'left' || came[item]?.kind === 'left');
        expect(left.toSorted()).toEqual(stays.toSorted());
      }),
    );
  });
});

describe('what there is to take back', () => {
  const of = (entries: readonly LedgerStatement[], verdicts: Verdicts = new Map()) =>
    toTakeBack([keyOf(1)], { entries, verdicts })[keyOf(1)];

  test('is what the ledger says was done, or perhaps was, and not what certainly was not', () => {
    const said = (...kinds: LedgerStatement['kind'][]) => of(kinds.map((kind) => entryOf(kind, keyOf(1))));
    expect(said()).toBeUndefined();
    expect(said('effect-intended')).toBe('perhaps');
    expect(said('effect-intended', 'effect-unknown')).toBe('perhaps');
    expect(said('effect-intended', 'effect-failed')).toBeUndefined();
    expect(said('effect-intended', 'effect-failed', 'effect-intended', 'effect-done')).toBe('done');
    expect(said('effect-intended', 'effect-done', 'effect-refused')).toBe('done');
    expect(said('owner-chosen')).toBe('done');
    expect(of([entryOf('effect-done', keyOf(2))])).toBeUndefined();
  });

  test('is never what was taken back, or seen to, in whatever round that was done', () => {
    const done = entryOf('effect-done', keyOf(1));
    expect(of([done], new Map([[keyOf(1), 'undone']]))).toBeUndefined();
    expect(of([done], new Map([[keyOf(1), 'seen-to']]))).toBeUndefined();
    expect(of([done], new Map([[keyOf(1), 'left']]))).toBe('left');
    const reused = [
      entryOf('effect-reused', keyOf(2), { from: keyOf(3) }),
      entryOf('effect-reused', keyOf(1), { from: keyOf(2) }),
    ];
    expect(of(reused)).toBe('done');
    expect(of(reused, new Map([[keyOf(3), 'seen-to']]))).toBeUndefined();
    expect(of(reused, new Map([[keyOf(3), 'left']]))).toBe('done');
  });
});
