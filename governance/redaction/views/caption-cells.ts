import { latin } from './latin.ts';
import { type Piece, type View, withPieces } from './view.ts';

/** Heads of columns that say what kind of thing stands below. */
const telling =
  /name|\b(?:first|last|fn|sn|surname|given|who|holder|insured|tenant|buyer|employee|member|staff|nom|prénom|prenom|nombre|apellidos?|cognome|nome|naam|nazwisko|imię|osoba)\b|d\.o\.b|guest|resident|patient|contact|customer|kunde|client|klant|klient|nhs|dob|birth|geb|naiss|nac|mail|phone|tel|mobil|iban|acc|konto|compte|cuenta|sort|card|karte|carte|\bni\b|nino|insurance|passport|pass|vat|ust|tva|iva|btw|nip|tax|steuer|fisc|pesel|\bid\b|post|plz|zip|addr|adres|password|secret|token/i;
const separators = [/\t/, /\|/, /;/, /,/, / {2,}/];
const head = latin(/^["' ]{0,3}\p{L}[\p{L}\p{M} _./()#°-]{0,28}["' ]{0,3}$/u);
const ruler = /^[\s|:+=-]+$/;

interface Table {
  separator: RegExp;
  captions: readonly string[];
}

/** Tables that people copy into letters, with the head of its column before each cell: `dob: 1985-04-21`. */
export function captionCells(view: View): View {
  return withPieces(view, piecesOf(view.text));
}

function* piecesOf(text: string): Generator<Piece> {
  let table: Table | undefined;
  let place = 0;
  for (const line of text.split('\n')) {
    const cells = table && line.split(table.separator);
    if (table && cells && cells.length === table.captions.length) yield* captionsIn(line, { table, place });
    else if (!ruler.test(line) || line.trim() === '') table = tableUnder(line);
    place += line.length + 1;
  }
}

function tableUnder(line: string): Table | undefined {
  if (!telling.test(line)) return undefined;
  for (const separator of separators) {
    const cells = line.split(separator).map((cell) => cell.trim());
    const written = cells.filter((cell) => cell !== '');
    if (written.length > 1 && written.every((cell) => head.test(cell)))
      return { separator, captions: cells.map(captionOf) };
  }
  return undefined;
}

/** However the column is called in which names stand. */
const ofNames =
  /^(?:(?:full|first|last|sur|given|family|customer|contact|guest|tenant)?[ _-]?name|first|last|fn|sn|surname|given|who|holder|insured|resident|guest|patient|tenant|buyer|employee|member|staff|contact|customer|nach?name|vorname|kunde|nom|prénom|prenom|nombre|apellidos?|cognome|nome|naam|achternaam|voornaam|nazwisko|imię|osoba|klant|client)$/i;

function captionOf(cell: string): string {
  if (!telling.test(cell)) return '';
  const plain = cell.replace(/["']/g, '');
  return ofNames.test(plain) ? 'name' : plain;
}

function* captionsIn(line: string, { table, place }: { table: Table; place: number }): Generator<Piece> {
  let rest = 0;
  for (const caption of table.captions) {
    const next = line.slice(rest).search(table.separator);
    const cell = line.slice(rest, next < 0 ? line.length : rest + next);
    const from = place + rest + (cell.length - cell.trimStart().length);
    if (caption !== '' && cell.trim() !== '') yield { text: `${caption}: `, from, to: from };
    const width = table.separator.exec(line.slice(rest))?.[0].length ?? 0;
    rest += cell.length + width;
  }
}
