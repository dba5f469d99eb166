import { Link } from '@tanstack/react-router';
import type { DamagedTask } from '#contracts/http/approval.ts';
import { useProcessTitle } from '../parts/use-process-title.ts';
import { Notice } from '../states/Notice.tsx';
import { inboxTexts } from '../texts/inbox-texts.ts';

const words = inboxTexts.damaged;

/** Tasks that nobody may decide on since somebody changed them in the database, each with the way to what can be done. */
export function DamagedTasks({ tasks }: { tasks: readonly DamagedTask[] }) {
  const titleOf = useProcessTitle();
  if (tasks.length === 0) return null;
  return (
    <Notice tone="wrong" title={words.title(tasks.length)}>
      <p>{words.advice}</p>
      <ul>
        {tasks.map(({ id, run }) => (
          <li key={id}>
            <Link to="/approvals/$id" params={{ id }}>
              {words.open(titleOf(run.process))}
            </Link>{' '}
            <Link to="/runs/$id" params={{ id: run.id }}>
              {words.run}
            </Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
