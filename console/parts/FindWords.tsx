import { SettledInput } from './SettledInput.tsx';
import './find-words.css';

interface FindWordsProps {
  label: string;
  hint: string;
  q: string | undefined;
  find(q: string | undefined): void;
}

/** Where the words are typed that a page is searched for. */
export function FindWords({ label, hint, q = '', find }: FindWordsProps) {
  return (
    <search className="find-words">
      <SettledInput
        type="search"
        label={label}
        placeholder={hint}
        maxLength={200}
        value={q}
        settle={(text) => find(text || undefined)}
      />
    </search>
  );
}
