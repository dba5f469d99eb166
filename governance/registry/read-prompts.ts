import { PromptHeader } from './entries/prompt-header.ts';
import { type ParsedPrompt, parsePrompt } from './parse-prompt.ts';
import type { Problems } from './problems.ts';
import { isFolder, listFiles, readSources, stemOf } from './registry-file.ts';

const ending = '.prompt.md';

/** All prompts by `PROCESS/NAME`. */
export function readPrompts(folder: string, problems: Problems): ReadonlyMap<string, ParsedPrompt<PromptHeader>> {
  const prompts = new Map<string, ParsedPrompt<PromptHeader>>();
  for (const part of listFiles(folder, 'prompts')) {
    if (!isFolder(folder, part)) problems.add(part, 'is read by nothing; move it to prompts/PROCESS/ or remove it');
    const process = part.slice('prompts/'.length);
    for (const source of readSources(folder, { part, ending, problems })) {
      const prompt = parsePrompt(source, { schema: PromptHeader, problems });
      if (!prompt) continue;
      const stem = stemOf(source.file, ending);
      if (prompt.header.value.name !== stem) {
        problems.add(prompt.header.pointer('name'), `must be the name of its file; write 'name: ${stem}'`);
      }
      prompts.set(`${process}/${stem}`, prompt);
    }
  }
  return prompts;
}
