import { AppError } from '#contracts/errors.ts';
import type { PromptText, PromptVersion, PromptVersions } from '#contracts/http/registry-prompts.ts';
import type { Registry } from '#governance/registry/index.ts';
import { readPinnedText } from '#governance/registry/pinned-text.ts';
import { listPinnedPrompts } from '#store/prompt-versions.ts';
import type { Reads } from '../database.ts';

interface Prompt {
  process: string;
  prompt: string;
}

interface PromptVersionsParts {
  reads: Reads;
  registry: Registry;
}

/** Every wording of a prompt: the one that is loaded, and those that runs were given. */
export function createListPromptVersions({ reads, registry }: PromptVersionsParts) {
  return async ({ process, prompt }: Prompt): Promise<PromptVersions> => {
    const loaded = registry.view().prompts.find((each) => each.process === process && each.name === prompt);
    const pinned = await listPinnedPrompts(reads, { process, prompt });
    if (!loaded && pinned.length === 0) throw unknownPrompt({ process, prompt });
    const versions = pinned.map(({ version, hash, pinnedAt }): PromptVersion => {
      return { version, hash, loaded: hash === loaded?.hash, pinnedAt: pinnedAt.toISOString() };
    });
    const isPinned = versions.some((version) => version.loaded);
    const { version, hash } = loaded ?? {};
    const unpinned = version === undefined || hash === undefined || isPinned ? [] : [{ version, hash }];
    const items = [...unpinned.map((each) => ({ ...each, loaded: true, pinnedAt: null })), ...versions];
    return { items: items.toSorted((one, other) => Number(other.loaded) - Number(one.loaded)) };
  };
}

/** The text of one of them. */
export function createShowPromptText({ reads, registry }: PromptVersionsParts) {
  const list = createListPromptVersions({ reads, registry });
  return async ({ hash, ...prompt }: Prompt & { hash: string }): Promise<PromptText> => {
    const { items } = await list(prompt);
    const version = items.find((each) => each.hash === hash);
    if (!version) throw new AppError('not-found', `The prompt ${prompt.prompt} has no version with the hash ${hash}`);
    const loaded = version.loaded ? registry.promptText(prompt.process, prompt.prompt) : undefined;
    const pinned = { name: prompt.prompt, version: version.version, hash };
    return { hash, text: loaded ?? (await readPinnedText(reads, pinned)) };
  };
}

function unknownPrompt({ process, prompt }: Prompt): AppError {
  return new AppError(
    'not-found',
    `There is no prompt ${prompt} of ${process}: GET /api/registry names those there are`,
  );
}
