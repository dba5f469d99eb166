import { Link } from '@tanstack/react-router';
import type { RegistryAnswer } from '#contracts/http/registry.ts';
import { sayCount } from '../format/amounts.ts';
import { labelOf } from '../format/label-of.ts';
import { useNow } from '../parts/use-now.ts';
import { Notice } from '../states/Notice.tsx';
import { registryTexts } from '../texts/registry-texts.ts';
import { type RegistryPart, registryParts } from './parts.ts';
import { reviewStateAt } from './review-state.ts';

const words = registryTexts;

/** Everything whose review is over, whichever part of the registry it stands in. */
export function OverdueReviews({ registry }: { registry: RegistryAnswer }) {
  const now = useNow();
  const over = registryParts.flatMap((part) =>
    reviewedIn(registry, part)
      .filter(({ reviewBy }) => reviewStateAt(reviewBy, now) === 'over')
      .map(({ name, title }) => ({ part, name, said: title ?? labelOf(name) })),
  );
  if (over.length === 0) return null;
  return (
    <div className="reviews-over">
      <Notice tone="warning" title={words.review.overdue(sayCount(over.length))}>
        <p>{words.review.overdueLead}</p>
        <ul className="sentences">
          {over.map(({ part, name, said }) => (
            <li key={`${part} ${name}`}>
              <Link to="/registry/$part" params={{ part }} hash={name}>
                {said}
              </Link>{' '}
              <span className="soft">{words.parts[part]}</span>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}

interface Reviewed {
  name: string;
  title?: string;
  reviewBy: string;
}

function reviewedIn(registry: RegistryAnswer, part: RegistryPart): readonly Reviewed[] {
  if (part === 'people') return [];
  if (part !== 'prompts') return registry[part];
  return registry.prompts.map(({ process, name, reviewBy }) => ({
    name: `${process}/${name}`,
    title: labelOf(name),
    reviewBy,
  }));
}
