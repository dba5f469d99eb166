/** The addresses that are the console's own; whatever lies below one of them is shown by the console too. */
export const consolePlaces = ['/inbox', '/approvals', '/runs', '/start', '/ask', '/registry'] as const;

/** Those that are there only where the local stack catches its mail. */
export const mailboxPlaces = ['/mailbox'] as const;
