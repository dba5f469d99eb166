import { NativeSelect, type NativeSelectProps } from '@mantine/core';

interface FilterSelectProps {
  label: string;
  /** What stands there while nothing is chosen. */
  any: string;
  value: string | undefined;
  /** Told of nothing by an empty text. */
  choose(value: string): void;
  options: NativeSelectProps['data'];
}

/** One of several things that a list may be narrowed to, or any of them. */
export function FilterSelect({ label, any, value = '', choose, options = [] }: FilterSelectProps) {
  return (
    <NativeSelect
      label={label}
      value={value}
      onChange={({ currentTarget }) => choose(currentTarget.value)}
      data={[{ value: '', label: any }, ...options]}
    />
  );
}
