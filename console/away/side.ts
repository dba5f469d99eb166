/** From: those that one gave. To: those that one was given. */
export type Side = 'from' | 'to';
