import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import type { ApprovalDetail } from '#contracts/http/approval.ts';
import { useKeys } from '../keys/use-keys.ts';
import { Moment } from '../parts/Moment.tsx';
import { usePersonName } from '../parts/use-person-name.ts';
import { NotTaken } from '../states/NotTaken.tsx';
import { approvalTexts } from '../texts/approval-texts.ts';
import { GiveDialog } from './GiveDialog.tsx';
import { useActing } from './use-task-acts.ts';

const words = approvalTexts.claim;

/** Who has the task for themselves: taking it, giving it back, giving it to somebody. */
export function Claim({ task: { id, claim, may } }: { task: ApprovalDetail }) {
  const nameOf = usePersonName();
  const acting = useActing(id);
  const [giving, setGiving] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  useKeys({ c: () => place.current?.querySelector('button')?.focus() });
  return (
    <div ref={place} className="claim">
      <p className={claim ? '' : 'soft'}>
        {claim ? (
          <>
            {words.has(nameOf(claim.by))} <Moment at={claim.since} />
          </>
        ) : (
          words.nobody
        )}
      </p>
      <div className="claim-acts">
        {may.claim ? (
          <Button size="compact-sm" variant="default" onClick={() => acting.mutate({ verb: 'claim' })}>
            {words.take}
          </Button>
        ) : null}
        {may.release ? (
          <Button size="compact-sm" variant="default" onClick={() => acting.mutate({ verb: 'release' })}>
            {words.release}
          </Button>
        ) : null}
        {may.reassign ? (
          <Button size="compact-sm" variant="default" onClick={() => setGiving(true)}>
            {words.give}
          </Button>
        ) : null}
      </div>
      {acting.isError ? (
        <NotTaken error={acting.error} again={() => acting.variables && acting.mutate(acting.variables)} />
      ) : null}
      {giving ? <GiveDialog id={id} close={() => setGiving(false)} /> : null}
    </div>
  );
}
