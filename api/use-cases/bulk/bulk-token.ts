import { z } from 'zod';
import { AppError } from '#contracts/errors.ts';
import { idPattern } from '#contracts/ids.ts';
import { areEqualHashes } from '#governance/keys/index.ts';
import type { Seals } from '#governance/seals/index.ts';

export type BulkVerb = 'cancel' | 'retry';

/** What a preview showed, to whom, for what, and until when that may be done. */
export interface BulkPlan {
  verb: BulkVerb;
  by: string;
  expires: Date;
  runs: readonly string[];
}

const Content = z.tuple([z.string(), z.string(), z.iso.datetime(), z.array(z.string().regex(idPattern('run')))]);

/** Writes a plan down so that nobody can change it on its way through a browser. */
export function writeBulkToken(seals: Pick<Seals, 'hash'>, { verb, by, expires, runs }: BulkPlan): string {
  const content = Buffer.from(JSON.stringify([verb, by, expires.toISOString(), runs])).toString('base64url');
  return `${content}.${seals.hash('bulk', content)}`;
}

/** The runs of a plan, for whoever was shown it, for what it was made, in its time. */
export function readBulkToken(
  seals: Pick<Seals, 'hash'>,
  token: string,
  { verb, by, now }: { verb: BulkVerb; by: string; now: Date },
): readonly string[] {
  const [content = '', hash = ''] = token.split('.');
  if (!areEqualHashes(hash, seals.hash('bulk', content))) throw refused('is not one that a preview gave');
  const [plannedVerb, shownTo, expires, runs] = Content.parse(JSON.parse(Buffer.from(content, 'base64url').toString()));
  if (plannedVerb !== verb) throw refused(`was made to ${plannedVerb} runs`);
  if (shownTo !== by) throw refused('was made for somebody else');
  if (new Date(expires) <= now) throw refused('is too old: look at the runs again');
  return runs;
}

function refused(detail: string): AppError {
  return new AppError('input-invalid', `Nothing was done. The token ${detail}`, {
    places: [{ pointer: '/token', detail }],
  });
}
