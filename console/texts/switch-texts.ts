const runs = (count: number) => (count === 1 ? '1 run' : `${count} runs`);

export const switchTexts = {
  lead: 'What is switched off here. Nothing begins that would touch it; runs wait before it, and go on by themselves once it is lifted.',
  now: 'Switched off now',
  nothing: 'Nothing is switched off.',
  before: 'Switched off before',
  off: 'Off',
  kinds: {
    everything: 'Everything',
    model: 'A model',
    provider: 'A provider of models',
    'prompt-version': 'A version of a prompt',
    process: 'A process',
    connector: 'A connector',
  },
  targets: {
    everything: 'Everything',
    model: (name: string) => `Model “${name}”`,
    provider: (name: string) => `Provider “${name}”`,
    'prompt-version': (name: string) => `Prompt “${name}”`,
    process: (name: string) => `Process “${name}”`,
    connector: (name: string) => `Connector “${name}”`,
  },
  promptVersion: (prompt: string, version: string, process: string) => `${prompt}, version ${version}, of ${process}`,
  pulledBy: 'Switched off by',
  since: 'Since',
  why: 'Why',
  waiting: 'Waiting',
  waitingRuns: (count: number) => (count === 0 ? 'no run yet' : runs(count)),
  liftedBy: 'Lifted by',
  liftedAt: 'Lifted',
  liftedWhy: 'Why lifted',
  lift: {
    open: 'Lift …',
    title: 'Let it go on?',
    about: 'Everybody may read why. The runs that wait go on at once.',
    confirm: 'Lift it',
    notYours:
      'Operators and compliance officers lift it; what stopped everything, another of them than who stopped it.',
  },
  pull: {
    title: 'Switch something off',
    kind: 'What',
    name: 'Which',
    open: 'Switch off …',
    dialogTitle: (target: string) => `Switch off: ${target}?`,
    about: 'Everybody may read why. Nothing begins any more that would touch it; what is leaving already leaves.',
    confirm: 'Switch it off',
    touched: (count: number) =>
      count === 0
        ? 'No run that is open now may touch it.'
        : `${runs(count)} that ${count === 1 ? 'is' : 'are'} open now may touch it and would wait:`,
    byConnector:
      'Only runs of processes that use it, as the registry says, are counted. One that is past that step does not wait.',
    ofProcess: (title: string, count: number) => `${title}: ${runs(count)}`,
    already: 'It is switched off already.',
    notYours: 'Team leads, operators and compliance officers may switch it off.',
  },
  paused: {
    title: 'Paused: something it needs is switched off',
    who: (target: string, person: string, when: string) => `${target}, switched off by ${person}, ${when}.`,
    next: 'It goes on by itself once that is lifted.',
    where: 'What is switched off',
    inList: (titles: string, since: string) => `Off: ${titles}, since ${since}`,
    modelsInList: (models: string, since: string) => `Not answering: ${models}, since ${since}`,
    since: (when: string) => `It waits since ${when}.`,
    region: {
      title: 'It waits: no model answers that its data may go to',
      about: (models: string) => `Not answering: ${models}. Its data goes nowhere else.`,
      next: 'It goes on by itself once one of them answers.',
    },
  },
} as const;
