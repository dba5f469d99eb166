/** More than our code has: a text beyond them, or with a list of values, is parsed each time it is sent. */
const mostNames = 300;
const mostValues = 64;
const unnamed = '';

/** Names statements by their text, so that a connection prepares each once and then only sends the values. */
export function createStatementNames(): (statement: { sql: string; args: readonly unknown[] }) => string {
  const names = new Map<string, string>();
  return ({ sql, args }) => {
    if (args.length === 0 || args.length > mostValues) return unnamed;
    const known = names.get(sql);
    if (known !== undefined || names.size >= mostNames) return known ?? unnamed;
    const name = `s${names.size}`;
    names.set(sql, name);
    return name;
  };
}
