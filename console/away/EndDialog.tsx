import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { DelegationItem } from '#contracts/http/delegation.ts';
import { endDelegation } from '../ask/delegations.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { usePersonName } from '../parts/use-person-name.ts';
import { Failed } from '../states/Failed.tsx';
import { awayTexts } from '../texts/away-texts.ts';
import type { Side } from './side.ts';

const words = awayTexts.end;

interface EndDialogProps {
  item: DelegationItem;
  side: Side;
  close(): void;
  tell(text: string): void;
}

/** Asks whether it is meant, says what follows from it, and ends a delegation at once. */
export function EndDialog({ item, side, close, tell }: EndDialogProps) {
  const nameOf = usePersonName();
  const queries = useQueryClient();
  const ending = useMutation({
    mutationFn: () => endDelegation(item.id),
    onSuccess: () => {
      tell(words.done);
      close();
    },
    // Where it was over already, the list shows that too.
    onSettled: () => queries.invalidateQueries({ queryKey: ['delegations'] }),
  });
  return (
    <Dialog title={words.title} close={close}>
      <p>{words[side](nameOf(side === 'from' ? item.to : item.from))}</p>
      {ending.isError ? <Failed error={ending.error} retry={() => ending.mutate()} wayOut={null} /> : null}
      <div className="dialog-actions">
        <Button variant="default" onClick={close}>
          {words.keep}
        </Button>
        <Button color="red" loading={ending.isPending} onClick={() => ending.mutate()}>
          {words.confirm}
        </Button>
      </div>
    </Dialog>
  );
}
