import { addressesTheModel } from '../keywords/orders-to-the-model.ts';
import type { Letter } from '../letter.ts';

const fewWords = 4;

/** What of a letter says what its sender wants: the subject counts twice, what is quoted only where there is little else. */
export function textToSort({ subject, own, quoted }: Letter): string {
  const said = sentencesOf(own.replace(signature, ''));
  const wanted = said.filter((sentence) => !addressesTheModel(sentence)).join(' ');
  const words = wanted.match(/\p{L}{2,}/gu) ?? [];
  const body = words.length < fewWords ? `${wanted}\n${quoted}` : wanted;
  return undenied(`${subject}\n${subject}\n${body}`);
}

function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?])\s+|\n+/);
}

const signature =
  /^\W*(?:sent from my|gesendet vo[nm]|von mein\p{L}+ \p{L}+ gesendet|envoyé de mon|verzonden van(?:af|uit)?)\b.*$/gimu;

/** What people say that they do not want is not what they want. */
function undenied(text: string): string {
  return text.replace(denial, ' ');
}

const denial =
  /(?<!\p{L})(?:no|not|don't want|without|isn't|rather than|kein\p{L}*|nicht|pas|geen|niet) [^.,;:!?]{0,40}?\b(?:refund|return|complaint|complain\p{L}*|money back|cancel|cross|angry|reklamation|beschwerde|rückgabe|umtausch|erstattung|réclamation|klacht)\b[^.,;:!?]{0,30}/giu;
