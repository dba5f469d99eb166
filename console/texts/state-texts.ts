export const stateTexts = {
  loading: 'Loading …',
  tryAgain: 'Try again',
  signIn: 'Sign in',
  toRuns: 'Go to the runs',
  signedOut: {
    title: 'You are not signed in any more',
    advice: 'Sign in to go on where you were. What you typed on this page is kept.',
  },
  forbidden: { advice: 'Somebody with the right can look, or give it to you. You can also sign in as somebody else.' },
  notFound: {
    title: 'There is nothing here',
    advice: 'The address may be mistyped, or belong to another installation.',
  },
  unreachable: {
    title: 'Baton does not answer',
    advice: 'It may be starting again, or the connection is down. This page tries again by itself; nothing is lost.',
  },
  garbled: {
    title: 'The answer makes no sense to this page',
    advice:
      'Baton may have been renewed while the page was open: load it again. If that does not help, tell an operator.',
    reload: 'Load the page again',
  },
  failed: { advice: 'If it happens again, tell an operator.', reference: (id: string) => `In the log it is ${id}.` },
  kept: 'What you typed is kept. The page shows how things stand now.',
  later: 'Trying again in a moment may help.',
  stale: (since: string) => `Baton does not answer at the moment. What you see is as of ${since}; trying again …`,
  offline: 'This device is offline. What you see may be out of date; it goes on by itself once the connection is back.',
} as const;
