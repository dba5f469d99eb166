import { inspect } from 'node:util';

/**
 * The same values, readable by name, with the named ones hidden from print: JSON and the console show `[hidden]`,
 * so that a config may be logged whole.
 */
export function concealed<Values extends object>(values: Values, hidden: readonly (keyof Values)[]): Readonly<Values> {
  const result = { ...values };
  for (const name of hidden) Object.defineProperty(result, name, { value: values[name], enumerable: false });
  const shown = () => ({ ...values, ...Object.fromEntries(hidden.map((name) => [name, mark(values[name])])) });
  Object.defineProperty(result, 'toJSON', { value: shown });
  Object.defineProperty(result, inspect.custom, { value: shown });
  return Object.freeze(result);
}

function mark(value: unknown): string | undefined {
  return value === undefined ? undefined : '[hidden]';
}
