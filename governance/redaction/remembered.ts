/** Answers for a text what it answered before. It keeps the texts for as long as it lives itself. */
export function remembered<Value>(of: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, { value: Value }>();
  return (text) => {
    const before = known.get(text);
    if (before) return before.value;
    const value = of(text);
    known.set(text, { value });
    return value;
  };
}
