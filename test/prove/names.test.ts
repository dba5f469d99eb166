import { expect, test } from 'vitest';
import { readCommonWords } from '#dev/prepare/name-model/common-word-lists.ts';
import { learnNames } from '#dev/prepare/name-model/learn-names.ts';
import { readLabelledSet } from '#dev/prepare/train-name-model.ts';
import { developmentSets, scoreDocuments } from '#governance/redaction/evaluation/index.ts';
import { recognisers } from '#governance/redaction/recognisers/index.ts';
import { createPerson, person } from '#governance/redaction/recognisers/person.ts';
import { campaignOf } from './campaign.ts';

/** `--times`: so many of the sets are left out in turn, the latest first. */
const { times } = campaignOf({ times: 1 });
const sets = await Promise.all(developmentSets.map((set) => readLabelledSet('registry', set)));
const lists = await readCommonWords();

const leftOut = Array.from(developmentSets.entries()).toReversed().slice(0, times);

test.each(leftOut)(
  'nine in ten names of set %i, %s, are found by a model that learned from the others',
  (place, set) => {
    const model = learnNames(sets.toSpliced(place, 1), lists);
    const parts = { recognisers: recognisers.map((one) => (one === person ? createPerson(() => model) : one)) };
    const { groups } = scoreDocuments(sets[place]?.documents ?? [], parts);
    const names = groups.find(({ group }) => group === 'person');
    const { recall, precision } = names ?? {};
    console.log(`${set}: recall ${recall?.hits}/${recall?.of}, precision ${precision?.hits}/${precision?.of}`);
    expect(recall?.share).toBeGreaterThan(0.9);
    expect(precision?.share).toBeGreaterThan(0.75);
  },
);
