import { policyToJson } from '@cedar-policy/cedar-wasm/nodejs';
import { readPolicies } from './read-policies.ts';

/** A policy that speaks of a point where people are asked. */
export interface PointNamed {
  policy: string;
  point: string;
}

/** The points that the policies of a registry folder compare `resource.point` with. */
export function pointsNamed(folder: string): PointNamed[] {
  return Object.entries(readPolicies(folder).policies).flatMap(([policy, text]) => {
    const parsed = policyToJson(text);
    const conditions = parsed.type === 'success' ? parsed.json.conditions : [];
    return [...new Set(pointsIn(conditions))].map((point) => ({ policy, point }));
  });
}

/** Of `resource.point == "x"`, and of `["x", "y"].contains(resource.point)`. */
function pointsIn(expression: unknown): string[] {
  if (!isRecord(expression)) return [];
  const sides = [expression.left, expression.right];
  const compared = sides.some(isPoint) ? sides.flatMap(textsIn) : [];
  return [...compared, ...Object.values(expression).flatMap(pointsIn)];
}

function isPoint(expression: unknown): boolean {
  const member = isRecord(expression) ? expression['.'] : undefined;
  return isRecord(member) && member.attr === 'point' && isRecord(member.left) && member.left.Var === 'resource';
}

function textsIn(expression: unknown): string[] {
  if (!isRecord(expression)) return [];
  if (Array.isArray(expression.Set)) return expression.Set.flatMap(textsIn);
  return typeof expression.Value === 'string' ? [expression.Value] : [];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
