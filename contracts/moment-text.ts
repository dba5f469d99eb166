/** A moment as people read it on a page or in an e-mail, where nobody knows their clock: `2026-01-31 09:00 UTC`. */
export function textOfMoment(moment: string): string {
  return moment.replace(/^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}).*Z$/, '$1 $2 UTC');
}
