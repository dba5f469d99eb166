import type { RegisteredAsset, RegistryAnswer } from '#contracts/http/registry.ts';
import { labelOf } from '../format/label-of.ts';
import { type Fact, Facts } from '../parts/Facts.tsx';
import { registryTexts } from '../texts/registry-texts.ts';
import { personNamed } from './names.ts';
import { OverdueReview } from './OverdueReview.tsx';
import { ReviewDay } from './ReviewDay.tsx';
import { sayJurisdiction } from './say-jurisdiction.ts';

const words = registryTexts;

interface AssetFactsProps {
  asset: RegisteredAsset;
  registry: RegistryAnswer;
  /** What only assets of its kind say. */
  own?: readonly Fact[];
  /** Whether it may be used although its review is over. */
  staysInUse?: boolean;
}

/** What an asset says of itself: whose it is, under whose law, how much may go wrong, and until when it was looked at. */
export function AssetFacts({ asset, registry, own = [], staysInUse = false }: AssetFactsProps) {
  return (
    <>
      <OverdueReview asset={asset} staysInUse={staysInUse} />
      <Facts
        facts={[
          ...own,
          { name: words.owner, value: personNamed(registry, asset.owner) },
          { name: words.reviewBy, value: <ReviewDay day={asset.reviewBy} /> },
          { name: words.jurisdiction, value: sayJurisdiction(asset.jurisdiction) },
          { name: words.classification, value: labelOf(asset.classification) },
          { name: words.riskClass, value: sayField(asset.riskClass) },
          { name: words.lawfulBasis, value: sayField(asset.lawfulBasis) },
          { name: words.retention, value: sayField(asset.retention) },
        ]}
      />
    </>
  );
}

function sayField(value: string): string {
  return value === 'as-process' ? words.asProcess : labelOf(value);
}
