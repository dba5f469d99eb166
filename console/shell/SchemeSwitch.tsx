import { NativeSelect, useMantineColorScheme } from '@mantine/core';
import { shellTexts } from '../texts/shell-texts.ts';

const schemes = ['auto', 'light', 'dark'] as const;

/** Light, dark, or as the device has it; kept in this browser. */
export function SchemeSwitch() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <NativeSelect
      label={shellTexts.scheme.label}
      size="sm"
      value={colorScheme}
      data={schemes.map((value) => ({ value, label: shellTexts.scheme[value] }))}
      onChange={({ currentTarget }) => setColorScheme(schemes.find((each) => each === currentTarget.value) ?? 'auto')}
    />
  );
}
