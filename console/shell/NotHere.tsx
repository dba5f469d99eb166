import { Link } from '@tanstack/react-router';
import { Page } from '../parts/Page.tsx';
import { stateTexts } from '../texts/state-texts.ts';

/** What a mistyped address of the console shows. */
export function NotHere() {
  return (
    <Page title={stateTexts.notFound.title} lead={stateTexts.notFound.advice}>
      <Link to="/runs">{stateTexts.toRuns}</Link>
    </Page>
  );
}
