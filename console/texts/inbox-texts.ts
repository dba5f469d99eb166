import { reasonWords } from '#contracts/reason-words.ts';

export const inboxTexts = {
  title: 'Inbox',
  lead: 'What waits for your decision, the most urgent first.',
  empty: { title: 'Nothing waits for you', advice: 'New tasks appear here by themselves.' },
  nothingFound: {
    title: 'Nothing of this kind waits for you',
    advice: 'Other tasks may: clear the filters to see them.',
  },
  parts: {
    you: 'For you',
    team: 'For your teams and roles',
    another: (name: string) => `For ${name}, whom you act for`,
  },
  filters: {
    label: 'Filter the inbox',
    more: 'Filters',
    asked: 'Who is asked',
    anybody: 'Anybody you may decide for',
    parts: { you: 'You', team: 'Your teams and roles', another: 'Those you act for' },
    process: 'Process',
    anyProcess: 'Any process',
    priority: 'Priority',
    anyPriority: 'Any priority',
    overdue: 'Overdue only',
    clear: 'Clear filters',
  },
  newOnes: (count: number, said: string) => (count === 1 ? 'Show 1 new task' : `Show ${said} new tasks`),
  gone: 'Waits no more',
  dueIn: (span: string) => `due in ${span}`,
  overdueBy: (span: string) => `overdue by ${span}`,
  claimedBy: (name: string) => `${name} has it`,
  to: (address: string) => `To ${address}`,
  erased: 'What this was about has been erased.',
  damaged: {
    title: (count: number) =>
      count === 1 ? 'A task was changed in the database' : `${count} tasks were changed in the database`,
    advice:
      'Nothing may be decided on what was changed, and nothing is sent. Tell an operator: cancelled and done again, its run asks people anew.',
    open: (process: string) => `What is known of it: ${process}`,
    run: 'See its run',
  },
  more: 'There are more than can be shown at once: decide some first.',
  priority: { urgent: 'Urgent', high: 'High priority', normal: 'Normal', low: 'Low priority' },
  reasons: reasonWords,
} as const;
