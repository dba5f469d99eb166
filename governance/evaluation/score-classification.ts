import { EnquiryCategory, type EnquiryClassification } from '#contracts/answers/enquiry-classification.ts';
import type { ClassificationCase, sideFields } from './cases/classification-case.ts';
import { type Share, shareOf } from './wilson.ts';

/** A case with the answer to it; none where no usable one came, which counts as wrong. */
export interface ClassifiedCase {
  given: ClassificationCase;
  answer: EnquiryClassification | undefined;
}

export interface ClassScore {
  category: EnquiryCategory;
  precision: Share;
  recall: Share;
}

export interface ClassificationScore {
  right: Share;
  /** Among the hard cases. */
  rightWhereHard: Share;
  /** With what the words of the prompt would bear as well. */
  rightOrBearable: Share;
  classes: readonly ClassScore[];
  fields: Readonly<Record<(typeof sideFields)[number], Share>>;
  /** Of those that the prompt wants to be unsure of. */
  rightlyUnsure: Share;
  /** Of those that are neither hard nor to be unsure of. */
  needlesslyUnsure: Share;
}

/** Under this confidence the prompt asks a model to be where it cannot tell. */
const unsureUnder = 0.7;

export function scoreClassification(cases: readonly ClassifiedCase[]): ClassificationScore {
  return {
    right: shareWhere(cases, isRight),
    rightWhereHard: shareWhere(
      cases.filter(({ given }) => given.hard),
      isRight,
    ),
    rightOrBearable: shareWhere(cases, isBearable),
    classes: EnquiryCategory.options.map((category) => scoreClass(cases, category)),
    fields: {
      urgency: scoreField(cases, 'urgency'),
      sentiment: scoreField(cases, 'sentiment'),
      language: scoreField(cases, 'language'),
      orderNumber: scoreField(cases, 'orderNumber'),
    },
    rightlyUnsure: shareWhere(
      cases.filter(({ given }) => given.expected.unsure),
      isUnsure,
    ),
    needlesslyUnsure: shareWhere(
      cases.filter(({ given, answer }) => answer && !given.hard && !given.expected.unsure),
      isUnsure,
    ),
  };
}

export function isRight({ given, answer }: ClassifiedCase): boolean {
  return answer?.category === given.expected.category;
}

function isBearable({ given: { expected }, answer }: ClassifiedCase): boolean {
  return answer !== undefined && [expected.category, ...(expected.alsoCategory ?? [])].includes(answer.category);
}

function isUnsure({ answer }: ClassifiedCase): boolean {
  return answer !== undefined && answer.confidence < unsureUnder;
}

function scoreClass(cases: readonly ClassifiedCase[], category: EnquiryCategory): ClassScore {
  const said = cases.filter(({ answer }) => answer?.category === category);
  const wanted = cases.filter(({ given }) => given.expected.category === category);
  return { category, precision: shareWhere(said, isRight), recall: shareWhere(wanted, isRight) };
}

function scoreField(cases: readonly ClassifiedCase[], field: (typeof sideFields)[number]): Share {
  const judged = cases.filter(({ given }) => !given.expected.open.includes(field));
  return shareWhere(judged, ({ given, answer }) => answer?.[field] === given.expected[field]);
}

function shareWhere<Each>(list: readonly Each[], fits: (each: Each) => boolean): Share {
  return shareOf(list.filter(fits).length, list.length);
}
