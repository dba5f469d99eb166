import { Link } from '@tanstack/react-router';
import type { PromptVersion } from '#contracts/http/registry-prompts.ts';
import { sayCount } from '../format/amounts.ts';
import { Moment } from '../parts/Moment.tsx';
import { State } from '../parts/State.tsx';
import { registryTexts } from '../texts/registry-texts.ts';

const words = registryTexts.prompt;
const shownOfHash = 12;

export interface NamedPrompt {
  process: string;
  prompt: string;
}

interface PromptVersionListProps {
  named: NamedPrompt;
  items: readonly PromptVersion[];
  shown: string;
  before: string | undefined;
}

/** Every version, with the ways to its wording and to what it changed. */
export function PromptVersionList({ named, items, shown, before }: PromptVersionListProps) {
  return (
    <ul className="registry-lines">
      {items.map((version, index) => {
        const { hash, loaded, pinnedAt } = version;
        const earlier = items[index + 1];
        const said = [sayCount(version.version), hash.slice(0, shownOfHash)] as const;
        return (
          <li key={hash} aria-current={hash === shown ? 'true' : undefined}>
            <span className="prompt-version">
              <strong>{words.wordingOf(said[0])}</strong> {loaded ? <State tone="good">{words.loaded}</State> : null}
            </span>
            <span className="small soft">
              {words.since} {pinnedAt === null ? words.notYet : <Moment at={pinnedAt} />}
            </span>
            <span className="small soft id" title={hash}>
              {said[1]}
            </span>
            <span className="prompt-looks">
              <Look
                named={named}
                search={{ wording: hash }}
                current={hash === shown && !before}
                name={words.readVersion(...said)}
              >
                {words.read}
              </Look>
              {earlier ? (
                <Look
                  named={named}
                  search={{ wording: hash, before: earlier.hash }}
                  current={hash === shown && before === earlier.hash}
                  name={words.compareVersion(...said)}
                >
                  {words.compare}
                </Look>
              ) : null}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

interface LookProps {
  named: NamedPrompt;
  search: { wording: string; before?: string };
  current: boolean;
  name: string;
  children: string;
}

function Look({ named, search, current, name, children }: LookProps) {
  return (
    <Link
      to="/registry/prompts/$process/$prompt"
      params={named}
      search={search}
      aria-label={name}
      activeOptions={{ exact: true, includeSearch: true }}
      aria-current={current ? 'page' : undefined}
      resetScroll={false}
    >
      {children}
    </Link>
  );
}
