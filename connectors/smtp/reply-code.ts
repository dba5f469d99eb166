/** The codes at the start of a server's reply, such as `550 5.1.1`: they name nobody. */
export function replyCode(reply: string): string | undefined {
  const [, code, status] = /^([2-5]\d\d)(?:[ -]([245]\.\d{1,3}\.\d{1,3})(?!\S))?/.exec(reply) ?? [];
  return code === undefined ? undefined : [code, status].filter(Boolean).join(' ');
}
