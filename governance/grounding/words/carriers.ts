/** Names of carriers that many letters mention, also where they begin a sentence. */
export const carriers: ReadonlySet<string> = new Set([
  'dhl', 'ups', 'dpd', 'gls', 'hermes', 'fedex', 'tnt', 'evri', 'yodel', 'parcelforce', 'postnl', 'bpost', 'colissimo', 'chronopost', 'usps', 'inpost', 'amazon', 'royal', 'tuffnells', 'arrow', 'arrowxl',
]);
