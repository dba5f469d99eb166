import { BaseEdge, type Edge, type EdgeProps } from '@xyflow/react';

/** A way from one step to another as it was laid out. */
export function PathWay({ id, data, markerEnd }: EdgeProps<Edge<{ drawn: string; taken: boolean }>>) {
  if (!data) return null;
  return (
    <BaseEdge
      id={id}
      path={data.drawn}
      className={data.taken ? 'path-way path-way-taken' : 'path-way'}
      interactionWidth={0}
      {...(markerEnd === undefined ? {} : { markerEnd })}
    />
  );
}
