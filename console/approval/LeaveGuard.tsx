import { Button } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { Dialog } from '../parts/Dialog.tsx';
import { approvalTexts } from '../texts/approval-texts.ts';

const words = approvalTexts.leave;

/** Asks before one leaves what one typed and did not send; the browser asks for itself where the page goes. */
export function LeaveGuard({ isUnsent, forget }: { isUnsent(): boolean; forget(): void }) {
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname && isUnsent(),
    enableBeforeUnload: isUnsent,
    withResolver: true,
  });
  if (status !== 'blocked') return null;
  const throwAway = () => {
    forget();
    proceed();
  };
  return (
    <Dialog title={words.title} close={reset}>
      <p className="soft">{words.about}</p>
      <div className="dialog-actions">
        <Button onClick={reset}>{words.stay}</Button>
        <Button variant="default" onClick={proceed}>
          {words.keep}
        </Button>
        <Button variant="default" onClick={throwAway}>
          {words.throwAway}
        </Button>
      </div>
    </Dialog>
  );
}
