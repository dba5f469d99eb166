import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { sayCount } from '../format/amounts.ts';
import { KeysHelp } from '../keys/KeysHelp.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { approvalTexts } from '../texts/approval-texts.ts';
import { keysTexts } from '../texts/keys-texts.ts';
import type { Queue } from './use-queue.ts';

const words = approvalTexts.queue;

/** Where one is among the tasks that wait, and the ways on, back and out. */
export function QueuePlace({ queue }: { queue: Queue }) {
  const { hasNext, hasBefore, toNext, toBefore, toInbox, place, of } = queue;
  useKeys({
    ...(hasNext ? { j: () => void toNext() } : {}),
    ...(hasBefore ? { k: () => void toBefore() } : {}),
    u: () => void toInbox(),
  });
  return (
    <nav className="queue" aria-label={words.label}>
      <Link to="/inbox" search={queue.search}>
        {approvalTexts.inbox}
      </Link>
      {place > 0 ? <span className="soft small figures">{words.place(sayCount(place), sayCount(of))}</span> : null}
      {of > 0 ? (
        <>
          <Button size="compact-sm" variant="default" disabled={!hasBefore} onClick={() => void toBefore()}>
            {words.before}
          </Button>
          <Button size="compact-sm" variant="default" disabled={!hasNext} onClick={() => void toNext()}>
            {words.next}
          </Button>
        </>
      ) : null}
      <KeysHelp keys={keysTexts.approval} />
    </nav>
  );
}
