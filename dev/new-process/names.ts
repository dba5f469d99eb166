import { NewProcessFailure } from './new-process-failure.ts';

/** What a process is called, in each of the forms in which its files say it. */
export interface ProcessNames {
  /** Verb and noun, such as `answer-warranty-question`. */
  kebab: string;
  camel: string;
  pascal: string;
  /** As people read it: `Answer warranty question`. */
  title: string;
  /** The prompt it drafts with. */
  prompt: string;
}

const verbAndNoun = /^[a-z][a-z0-9]*(-[a-z0-9]+)+$/;
const longest = 50;

export function namesOf(name: string): ProcessNames {
  if (!verbAndNoun.test(name) || name.length > longest)
    throw new NewProcessFailure(
      `"${name}" cannot be the name of a process: it is a verb and a noun in small letters with hyphens, such as answer-warranty-question, at most ${longest} characters. It is never changed once runs exist.`,
    );
  const camel = name.replace(/-(.)/g, (_hyphen, letter: string) => letter.toUpperCase());
  const title = name.replaceAll('-', ' ');
  return {
    kebab: name,
    camel,
    pascal: capitalised(camel),
    title: capitalised(title),
    prompt: `draft-${name.replace(/^[^-]+-/, '')}-reply`,
  };
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
