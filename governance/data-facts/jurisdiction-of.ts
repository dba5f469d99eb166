/** The European Economic Area, where the GDPR holds. */
const europeanEconomicArea: ReadonlySet<string> = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(' '),
);

/** Under whose law somebody or something is, in the words of policies, by its country in whatever letters. */
export function jurisdictionOf(country: string | undefined): string {
  if (country === undefined) return 'unknown';
  const code = country.toUpperCase();
  if (europeanEconomicArea.has(code)) return 'eu';
  return code === 'GB' ? 'uk' : code.toLowerCase();
}
