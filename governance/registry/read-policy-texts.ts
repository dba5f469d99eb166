import type { Problems } from './problems.ts';
import { listFiles, readIfText } from './registry-file.ts';

/** What decisions are made by, as it stands in the files: the policies by their file, and the schema. Whether they are right is theirs to say who read them. */
export type PolicyTextsByFile = Readonly<Record<string, { text: string }>>;

const endings = ['.cedar', '.cedarschema'];

export function readPolicyTexts(folder: string, problems: Problems): PolicyTextsByFile {
  const part = 'policies';
  const files = listFiles(folder, part).filter((file) => endings.some((ending) => file.endsWith(ending)));
  const sources = files.flatMap((file) => readIfText(folder, file, { problems }));
  return Object.fromEntries(sources.map(({ file, text }) => [file.slice(`${part}/`.length), { text }]));
}
