import { lazy, Suspense } from 'react';
import type { RunPath } from '#contracts/http/run-path.ts';
import { Waiting } from '../states/Waiting.tsx';
import { runTexts } from '../texts/run-texts.ts';

/** Loaded when it is needed: no other screen draws. */
const PathPicture = lazy(async () => ({ default: (await import('./path/PathPicture.tsx')).PathPicture }));

/** The way through the process as a picture. */
export function RunPathCard({ path }: { path: RunPath }) {
  return (
    <section className="card" aria-labelledby="path">
      <h2 id="path">{runTexts.path.title}</h2>
      <Suspense fallback={<Waiting />}>
        <PathPicture path={path} />
      </Suspense>
    </section>
  );
}
