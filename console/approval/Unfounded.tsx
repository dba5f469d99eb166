import { leadsAway, type NumberedClaim } from '#contracts/claim.ts';
import { sayCount } from '../format/amounts.ts';
import { State } from '../parts/State.tsx';
import { approvalTexts } from '../texts/approval-texts.ts';
import { reasonId } from './claim-places.ts';
import type { ClaimsNow } from './use-claims.ts';

const words = approvalTexts.unfounded;

interface UnfoundedProps {
  now: ClaimsNow;
  /** Leads to where the words stand. */
  show(claim: NumberedClaim): void;
}

/** What the message says that no record has, one by one, with why; while it is changed, as it reads by now. */
export function Unfounded({ now: { claims, check }, show }: UnfoundedProps) {
  return (
    <div className="unfounded-list" data-found={claims.length > 0}>
      <p role="status" className="small soft">
        {check === 'drafted' ? '' : words.check[check](sayCount(claims.length))}
      </p>
      {claims.length > 0 ? (
        <>
          <h3>{words.title}</h3>
          <ol>
            {claims.map((claim) => (
              <li key={claim.number} id={reasonId(claim.number)} tabIndex={-1}>
                <button type="button" title={words.show} onClick={() => show(claim)}>
                  <q>{claim.text}</q>
                </button>{' '}
                {claim.because} {leadsAway(claim) ? <State tone="wrong">{words.leadsAway}</State> : null}
              </li>
            ))}
          </ol>
        </>
      ) : null}
    </div>
  );
}
