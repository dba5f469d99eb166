import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import type { PromptVersion } from '#contracts/http/registry-prompts.ts';
import { promptTextQuery } from '../ask/registry.ts';
import { sayCount } from '../format/amounts.ts';
import { Failed } from '../states/Failed.tsx';
import { Waiting } from '../states/Waiting.tsx';
import { registryTexts } from '../texts/registry-texts.ts';
import type { NamedPrompt } from './PromptVersionList.tsx';

const words = registryTexts.prompt;
const TextDifference = lazy(() => import('./TextDifference.tsx').then((file) => ({ default: file.TextDifference })));

interface PromptWordingProps {
  named: NamedPrompt;
  shown: PromptVersion;
  /** The version to compare with, where that is asked for. */
  before: PromptVersion | undefined;
}

/** The wording of a version, or what became of an earlier one. */
export function PromptWording({ named, shown, before }: PromptWordingProps) {
  const after = useQuery(promptTextQuery({ ...named, hash: shown.hash }));
  const earlier = useQuery({
    ...promptTextQuery({ ...named, hash: before?.hash ?? '' }),
    enabled: before !== undefined,
  });
  const [now, then] = [sayCount(shown.version), before && sayCount(before.version)];
  const failed = [after, earlier].find((query) => query.isError);
  const isThere = after.data && (!before || earlier.data);
  return (
    <section className="card prompt-wording" aria-labelledby="wording">
      <h2 id="wording">{then === undefined ? words.wordingOf(now) : words.difference(then, now)}</h2>
      {failed ? <Failed error={failed.error} retry={() => void failed.refetch()} /> : null}
      {failed || isThere ? null : <Waiting />}
      {after.data && !before ? <pre className="prompt-text">{after.data.text}</pre> : null}
      {after.data && before && earlier.data ? (
        <Suspense fallback={<Waiting />}>
          <TextDifference before={earlier.data.text} after={after.data.text} />
        </Suspense>
      ) : null}
    </section>
  );
}
