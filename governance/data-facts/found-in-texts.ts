import type { CategoryPresent } from '#contracts/data-facts.ts';
import type { ConcealedType } from '#contracts/redaction.ts';
import { createRedact, type Looked } from '#governance/redaction/index.ts';
import { bankAccount } from '#governance/redaction/recognisers/bank-account.ts';
import { checkedNumber } from '#governance/redaction/recognisers/checked-number.ts';
import { iban } from '#governance/redaction/recognisers/iban.ts';

const recognisers = [checkedNumber, iban, bankAccount];

const categories: Partial<Record<ConcealedType, CategoryPresent>> = {
  card: 'financial.card',
  iban: 'financial.bank',
  'bank-account': 'financial.bank',
};

/** Of what no field says that it is there: card and bank numbers that somebody wrote into texts. */
export function foundInTexts(texts: readonly string[], looked: Looked): CategoryPresent[] {
  const redact = createRedact({}, { recognisers, looked });
  return texts.flatMap((text) => {
    const redaction = redact({ text });
    if (redaction.kind === 'doubtful') return ['unknown'];
    return redaction.spans.flatMap(({ type }) => categories[type] ?? []);
  });
}
