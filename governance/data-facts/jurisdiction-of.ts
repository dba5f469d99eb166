/** The European Economic Area, where the GDPR holds. */
const europeanEconomicArea: ReadonlySet<string> = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(' '),
);

/** Whose law protects somebody, by the country that the record of a customer names. */
export function jurisdictionOf(country: string | undefined): string {
  if (country === undefined) return 'unknown';
  if (europeanEconomicArea.has(country)) return 'eu';
  return country === 'GB' ? 'uk' : country.toLowerCase();
}
