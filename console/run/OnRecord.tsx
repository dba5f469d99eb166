import type { TimelineEntry } from '#contracts/http/timeline.ts';
import { labelOf } from '../format/label-of.ts';
import { Facts } from '../parts/Facts.tsx';
import { runTexts } from '../texts/run-texts.ts';
import { ModelFigures } from './ModelFigures.tsx';

const words = runTexts;

/** What is on record of an entry: its sentence in the ledger, each judgement before an effect, a model call in figures. */
export function OnRecord({ entry: { modelCall, stages = [], text } }: { entry: TimelineEntry }) {
  const judged = stages.map(({ stage, verdict, detail }) => ({
    name: words.stages[stage] ?? labelOf(stage),
    value: [words.verdicts[verdict] ?? labelOf(verdict), detail].filter(Boolean).join(': '),
  }));
  return (
    <div className="on-record small">
      <p className="soft">{text}</p>
      {modelCall ? <ModelFigures call={modelCall} /> : null}
      {judged.length > 0 ? (
        <div>
          <h4>{words.judged}</h4>
          <Facts facts={judged} />
        </div>
      ) : null}
    </div>
  );
}
