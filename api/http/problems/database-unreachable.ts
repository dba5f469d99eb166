const codes = new Set([
  // Prisma: cannot reach, timed out, connection closed, no connection free in time
  'P1001',
  'P1002',
  'P1008',
  'P1017',
  'P2024',
  'P2028',
  // PostgreSQL: shutting down, starting up, out of connections, connection failures
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '08000',
  '08001',
  '08003',
  '08006',
  // the socket
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
]);

const words =
  /Can't reach database server|Connection terminated|connection was closed|Server has closed the connection|DatabaseNotReachable|ConnectionClosed|terminating connection/i;

/** Whether an error says that the database does not answer, rather than that it refused a statement. */
export function isDatabaseUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && codes.has(String(error.code))) return true;
  return words.test(error.message) || isDatabaseUnreachable(error.cause);
}
