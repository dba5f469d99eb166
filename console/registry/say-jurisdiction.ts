import { registryTexts } from '../texts/registry-texts.ts';

/** A country by its name; what is no country by our word for it. */
export function sayJurisdiction(code: string): string {
  const own = registryTexts.jurisdictions[code];
  return own ?? new Intl.DisplayNames(undefined, { type: 'region' }).of(code.toUpperCase()) ?? code;
}
