import type { RegisteredAsset } from '#contracts/http/registry.ts';
import { useNow } from '../parts/use-now.ts';
import { registryTexts } from '../texts/registry-texts.ts';
import { nextReview, reviewStateAt } from './review-state.ts';

const words = registryTexts.review;

interface OverdueReviewProps {
  asset: Pick<RegisteredAsset, 'reviewBy' | 'reviewPlace'>;
  staysInUse: boolean;
}

/** That a review is over, what comes of that, and exactly what to write and to run after the next one. */
export function OverdueReview({ asset: { reviewBy, reviewPlace }, staysInUse }: OverdueReviewProps) {
  const now = useNow();
  if (reviewStateAt(reviewBy, now) !== 'over') return null;
  return (
    <div className="review-over">
      <p>
        <strong>{words.title}</strong> {staysInUse ? words.staysInUse : words.outOfUse}
      </p>
      <ol>
        <li>{words.review}</li>
        <li>
          {words.write(`registry/${reviewPlace}`)} <code>{`reviewBy: ${nextReview(now)}`}</code>
        </li>
        <li>
          {words.restart} <code>npm start</code> {words.onServer} <code>docker compose up --detach --build --wait</code>
        </li>
      </ol>
    </div>
  );
}
