import type { Claim } from '#contracts/claim.ts';
import { approvalTexts } from '../texts/approval-texts.ts';

const words = approvalTexts.unfounded;

/** What the message says that no record has, one by one: marks alone say nothing to whoever cannot see them. */
export function Unfounded({ claims }: { claims: readonly Claim[] }) {
  const unfounded = claims.filter(({ verdict }) => verdict === 'unfounded');
  if (unfounded.length === 0) return null;
  return (
    <div className="unfounded-list">
      <h3>{words.title}</h3>
      <ul>
        {unfounded.map(({ field, start, kind, text, because }) => (
          <li key={`${field}-${start}-${kind}`}>
            <q>{text}</q> {because}
          </li>
        ))}
      </ul>
    </div>
  );
}
