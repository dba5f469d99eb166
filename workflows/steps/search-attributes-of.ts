import { defineSearchAttributeKey, SearchAttributeType, TypedSearchAttributes } from '@temporalio/common';
import { searchAttributes } from '#contracts/search-attributes.ts';

/** The attributes every run is found by in Temporal; none of them is personal data. */
export function searchAttributesOf(run: {
  process: string;
  starterRole: string;
  reference?: string;
}): TypedSearchAttributes {
  const keyword = (name: string) => defineSearchAttributeKey(name, SearchAttributeType.KEYWORD);
  return new TypedSearchAttributes([
    { key: keyword(searchAttributes.process), value: run.process },
    { key: keyword(searchAttributes.starterRole), value: run.starterRole },
    ...(run.reference === undefined ? [] : [{ key: keyword(searchAttributes.reference), value: run.reference }]),
  ]);
}
