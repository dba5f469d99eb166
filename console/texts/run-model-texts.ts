import { modelFailureTexts } from './model-failure-texts.ts';

/** What the page of a run says of its calls of models. */
export const runModelTexts = {
  said: (model: string, result: string, sure: string) => `${model} ${result}${sure === '' ? '' : `, ${sure} sure`}.`,
  rehearsed: (model: string) => `${model} (rehearsal)`,
  results: {
    answer: 'answered',
    unsure: 'answered, but was not sure enough',
    refused: 'refused to answer',
    unusable: 'answered in a form that cannot be used',
  } as Record<string, string>,
  figures: ({ prompt, tokens, cost }: { prompt: string; tokens: string; cost: string }) =>
    `Prompt ${prompt}; tokens: ${tokens}; cost: ${cost}`,
  model: 'Model',
  rehearsal: 'rehearsal',
  prompt: 'Prompt',
  promptOf: (name: string, version: string) => `${name}, version ${version}`,
  tokens: 'Tokens',
  tokensOf: (input: string, output: string) => `${input} in, ${output} out`,
  tokensUnknown: 'unknown',
  cost: 'Cost',
  costUnknown: 'unknown',
  took: 'Took',
  sure: 'Sure',
  sureByChoice: (sure: string, said: string) => `${sure} by what it chose, ${said} by its own word`,
  namesUnknownOrder: 'Not relied on: it names an order that it was not shown',
  repaired: 'The first answer had the wrong shape and was asked for again.',
  probe: 'Its calls had failed before: this one tried whether it answers again.',
  failed: (model: string, failure: string, why: string) => `${model} ${failure} (${why}).`,
  failures: modelFailureTexts,
  comeAgain: (span: string) => `Its provider says to come again in ${span}.`,
  passedOver: (model: string, since: string, why: string) =>
    `${model} was passed over: its calls fail since ${since} (${why}).`,
  triedAfter: (until: string) => `It is tried again after ${until}.`,
  triedBySomebody: 'Somebody was trying it at the time.',
};
