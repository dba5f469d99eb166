import { type DirectQuestionInput, directQuestion } from '#contracts/direct-question.ts';
import { AppError } from '#contracts/errors.ts';
import type { AskRequest } from '#contracts/http/ask.ts';
import { placesOf, sayPlaces } from '#contracts/http/places.ts';
import type { Person } from '#contracts/person.ts';
import { promptInputs } from '#contracts/prompts/index.ts';
import type { Registry } from '#governance/registry/index.ts';
import { parsedPrompt } from '#governance/registry/prompt.ts';

/** Holds a question against what its prompt takes; what is about nobody else is about whoever asks. */
export function createParseQuestion({ registry }: { registry: Pick<Registry, 'promptText' | 'view'> }) {
  return ({ prompt, input, about }: AskRequest, by: Person): DirectQuestionInput => {
    const text = registry.promptText(directQuestion.name, prompt);
    if (text === undefined) throw unknownPrompt(prompt);
    return { prompt, input: parseInput(text, input), about: about ?? aboutAsker(by) };
  };

  function unknownPrompt(prompt: string): AppError {
    const own = registry.view().prompts.filter(({ process }) => process === directQuestion.name);
    const detail = `must be one of: ${own.map(({ name }) => name).join(', ')}`;
    return new AppError('input-invalid', `There is no prompt ${prompt} for direct questions; it ${detail}`, {
      places: [{ pointer: '/prompt', detail }],
    });
  }
}

function parseInput(text: string, given: unknown): Record<string, unknown> {
  const { name, input } = parsedPrompt(text).header.value;
  if (input === undefined) throw new AppError('registry-invalid', `The prompt ${name} does not say what it takes`);
  const parsed = promptInputs[input].safeParse(given);
  if (parsed.success) return parsed.data;
  const places = placesOf(parsed.error, '/input');
  throw new AppError('input-invalid', `${name} cannot take this input. ${sayPlaces(places)}`, { places });
}

function aboutAsker({ id, name, email }: Person): DirectQuestionInput['about'] {
  if (email !== undefined) return { email, name };
  const detail = `must say whom it is about: ${id} has no e-mail address in registry/people.yaml`;
  throw new AppError('input-invalid', `The question ${detail}`, { places: [{ pointer: '/about', detail }] });
}
