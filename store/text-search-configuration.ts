/** How PostgreSQL searches texts of a language. */
export function configurationOf(language: string): string {
  return { en: 'english', de: 'german' }[language] ?? 'simple';
}
