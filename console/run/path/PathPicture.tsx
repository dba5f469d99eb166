import { type Edge, MarkerType, ReactFlow } from '@xyflow/react';
import { useMemo } from 'react';
import '@xyflow/react/dist/base.css';
import type { RunPath } from '#contracts/http/run-path.ts';
import { runTexts } from '../../texts/run-texts.ts';
import { layOut } from './lay-out.ts';
import { type PathNode, PathStepBox } from './PathStepBox.tsx';
import { PathWay } from './PathWay.tsx';
import { useWidth } from './use-width.ts';
import './path.css';

const nodeTypes = { step: PathStepBox };
const edgeTypes = { way: PathWay };

/** The process from top to bottom with the way that the run took. Its steps lead to their place in the timeline. */
export function PathPicture({ path }: { path: RunPath }) {
  const [frame, width] = useWidth();
  return (
    <div ref={frame} className="path">
      {width > 0 ? <Drawn path={path} width={width} /> : null}
    </div>
  );
}

function Drawn({ path, width }: { path: RunPath; width: number }) {
  const { nodes, edges, height } = useMemo(() => draw(path, width), [path, width]);
  return (
    <div style={{ height }}>
      <ReactFlow
        // What it does is lead elsewhere: it is no application that takes keys for itself.
        ref={(element) => element?.setAttribute('role', 'group')}
        aria-label={runTexts.path.about}
        nodes={nodes}
        edges={edges}
        nodeTypes={nodeTypes}
        edgeTypes={edgeTypes}
        minZoom={1}
        maxZoom={1}
        nodesDraggable={false}
        nodesConnectable={false}
        nodesFocusable={false}
        edgesFocusable={false}
        elementsSelectable={false}
        panOnDrag={false}
        zoomOnScroll={false}
        zoomOnPinch={false}
        zoomOnDoubleClick={false}
        preventScrolling={false}
        disableKeyboardA11y
        proOptions={{ hideAttribution: true }}
      />
    </div>
  );
}

function draw(path: RunPath, width: number): { nodes: PathNode[]; edges: Edge[]; height: number } {
  const { boxes, lines, box, height } = layOut(path, width);
  const nodes = path.steps.map((step): PathNode => {
    const { x = 0, y = 0 } = boxes.find(({ name }) => name === step.name) ?? {};
    return { id: step.name, type: 'step', position: { x, y }, ...box, data: { step } };
  });
  // What was taken is drawn last, and so lies above.
  const edges = lines
    .toSorted((one, other) => Number(one.taken) - Number(other.taken))
    .map(({ from, to, taken, path: drawn }): Edge => {
      const ends = { id: `${from} ${to}`, source: from, target: to };
      return { ...ends, type: 'way', data: { drawn, taken }, markerEnd: markers[taken ? 'taken' : 'open'] };
    });
  return { nodes, edges, height };
}

const markers = {
  taken: { type: MarkerType.ArrowClosed, color: 'var(--mark)', width: 14, height: 14, strokeWidth: 1 },
  open: { type: MarkerType.ArrowClosed, color: 'var(--soft)', width: 14, height: 14, strokeWidth: 1 },
};
