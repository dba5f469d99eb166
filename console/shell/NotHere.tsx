import { Link } from '@tanstack/react-router';
import { Page } from '../parts/Page.tsx';
import { texts } from '../texts/index.ts';

/** What a mistyped address of the console shows. */
export function NotHere() {
  return (
    <Page title={texts.states.notFound.title} lead={texts.states.notFound.advice}>
      <Link to="/runs">{texts.states.toRuns}</Link>
    </Page>
  );
}
