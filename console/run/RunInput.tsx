import type { RunDetail } from '#contracts/http/run.ts';
import { labelOf } from '../format/label-of.ts';
import { sayWhen } from '../format/when.ts';
import { Facts } from '../parts/Facts.tsx';
import { runTexts } from '../texts/run-texts.ts';

const momentPattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[.\dZ+:-]*$/;
const longFrom = 120;
const shownAtOnce = 2_000;

/** What the run works on, as it came in: short fields as facts, long ones as the text they are. */
export function RunInput({ input }: { input: RunDetail['run']['input'] }) {
  if (input.kind === 'withheld') return null;
  return (
    <section className="card" aria-labelledby="input">
      <h2 id="input">{runTexts.input}</h2>
      <Kept input={input} />
    </section>
  );
}

function Kept({ input }: { input: Exclude<RunDetail['run']['input'], { kind: 'withheld' }> }) {
  switch (input.kind) {
    case 'content':
      return <Content value={input.value} />;
    case 'damaged':
      return <p>{runTexts.damaged}</p>;
    case 'erased':
      return <p className="soft">{runTexts.inputErased}</p>;
  }
}

function Content({ value }: { value: unknown }) {
  if (value === null || typeof value !== 'object') return <pre>{String(value)}</pre>;
  const fields = Object.entries(value).flatMap(([name, content]) => {
    const said = say(content);
    return said === '' ? [] : [{ name: labelOf(name), value: said }];
  });
  const short = fields.filter(({ value: said }) => !isLong(said));
  const long = fields.filter(({ value: said }) => isLong(said));
  return (
    <>
      <Facts facts={short} />
      {long.map(({ name, value: said }) => (
        <section key={name} className="input-text" aria-label={name}>
          <pre>{said.slice(0, shownAtOnce)}</pre>
          {said.length > shownAtOnce ? (
            <details>
              <summary>{runTexts.inputRest}</summary>
              <pre>{said.slice(shownAtOnce)}</pre>
            </details>
          ) : null}
        </section>
      ))}
    </>
  );
}

function isLong(text: string): boolean {
  return text.length > longFrom || text.includes('\n');
}

function say(content: unknown): string {
  if (content === null || content === undefined) return '';
  if (Array.isArray(content)) return content.map(say).join('\n');
  if (typeof content === 'object') return Object.values(content).map(say).join(', ');
  return momentPattern.test(String(content)) ? sayWhen(String(content)) : String(content);
}
