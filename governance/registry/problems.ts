import { AppError, type ErrorPlace } from '#contracts/errors.ts';

/** Collects every mistake of a registry, so that a person corrects them in one go. */
export interface Problems {
  add(pointer: string, detail: string): void;
  throwIfAny(): void;
}

export function createProblems(): Problems {
  const places: ErrorPlace[] = [];
  return {
    add: (pointer, detail) => {
      places.push({ pointer, detail });
    },
    throwIfAny: () => {
      if (places.length > 0) throw new AppError('registry-invalid', summary(places), { places });
    },
  };
}

function summary(places: readonly ErrorPlace[]): string {
  const count = places.length === 1 ? 'a mistake' : `${places.length} mistakes`;
  return [`The registry has ${count}:`, ...places.map(({ pointer, detail }) => `- ${pointer}: ${detail}`)].join('\n');
}
