import { Jurisdiction } from '#contracts/jurisdiction.ts';

/** The European Economic Area, where the GDPR holds, with those parts of its countries that have codes of their own. */
const europeanEconomicArea: ReadonlySet<string> = new Set([
  ...'at be bg cy cz de dk ee es fi fr gr hr hu ie is it li lt lu lv mt nl no pl pt ro se si sk'.split(' '),
  ...'ax gf gp mf mq re yt'.split(' '),
]);

/** Under whose law somebody or something is, in the words of policies, by its country in whatever letters; a code of no country says nothing. */
export function jurisdictionOf(country: string | undefined): string {
  const code = country?.toLowerCase();
  if (code === 'gb' || code === 'uk') return 'uk';
  const known = Jurisdiction.safeParse(code);
  if (!known.success) return 'unknown';
  return europeanEconomicArea.has(known.data) ? 'eu' : known.data;
}
