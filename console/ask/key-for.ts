/** One key for as long as the same is asked for: sent twice, after an answer that was lost, it is done once. */
export function createKeyFor(): (values: unknown) => string {
  let made = { text: '', key: '' };
  return (values) => {
    const text = JSON.stringify(values);
    if (text !== made.text) made = { text, key: crypto.randomUUID() };
    return made.key;
  };
}
