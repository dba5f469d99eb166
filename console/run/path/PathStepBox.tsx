import { Handle, type Node, type NodeProps, Position } from '@xyflow/react';
import type { RunPath } from '#contracts/http/run-path.ts';
import { sayCount } from '../../format/amounts.ts';
import { runTexts } from '../../texts/run-texts.ts';
import { leadToStep } from '../lead-to-step.ts';

type Step = RunPath['steps'][number];
export type PathNode = Node<{ step: Step }, 'step'>;

const words = runTexts.path;

/** One step: what it is called and how the run stands to it, in words, by its border and by its colour. */
export function PathStepBox({ data: { step } }: NodeProps<PathNode>) {
  const content = (
    <>
      <span className="path-title">{step.title}</span>
      <span className="path-state">{stateOf(step)}</span>
    </>
  );
  return (
    <>
      <Handle type="target" position={Position.Top} isConnectable={false} />
      {step.at !== null ? (
        <button type="button" className="path-step" data-state={step.state} onClick={() => leadToStep(step.name)}>
          {content}
        </button>
      ) : (
        <div className="path-step" data-state={step.state}>
          {content}
        </div>
      )}
      <Handle type="source" position={Position.Bottom} isConnectable={false} />
    </>
  );
}

function stateOf({ name, state, times }: Step): string {
  const said = name === 'end' && state === 'taken' ? words.over : words.states[state];
  return times > 1 ? words.times(said, sayCount(times)) : said;
}
