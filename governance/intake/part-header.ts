import { mailLimits } from './limits.ts';
import { firstValue, type MailFields, readFieldBlock } from './mail-fields.ts';
import { type MediaType, readMediaType } from './media-type.ts';
import { borderAt, type Container, endOfLine } from './part-borders.ts';

export interface PartHeader {
  fields: MailFields;
  type: MediaType;
  /** Lower case; empty when none is named. */
  encoding: string;
  isMultipart: boolean;
  /** The border of a multipart's parts, when there is only one way to read it. */
  boundary?: string;
  isLegacy: boolean;
  hasBareReturn: boolean;
  bytes: number;
  /** Where the content starts. */
  end: number;
}

interface PartPlace {
  start: number;
  containers: readonly Container[];
}

const clearBoundary = /^[\x21-\x7e]([\x20-\x7e]{0,198}[\x21-\x7e])?$/;

/** Reads to the empty line, or to a border where a part has no content. */
export function readPartHeader(raw: Buffer, { start, containers }: PartPlace): PartHeader {
  const stop = Math.min(raw.length, start + mailLimits.headerBytes + 1);
  let at = start;
  while (at < stop && !isEmptyLine(raw, at) && !borderAt(raw, { start: at, containers })) at = endOfLine(raw, at) + 1;
  const end = Math.min(at, raw.length);
  const block = readFieldBlock(raw.subarray(start, end));
  return {
    ...block,
    ...describe(block.fields),
    bytes: end - start,
    end: isEmptyLine(raw, end) ? endOfLine(raw, end) + 1 : end,
  };
}

function isEmptyLine(raw: Buffer, at: number): boolean {
  return raw[at] === 0x0a || (raw[at] === 0x0d && raw[at + 1] === 0x0a);
}

function describe(fields: MailFields): Pick<PartHeader, 'type' | 'encoding' | 'isMultipart' | 'boundary'> {
  const written = firstValue(fields, 'content-type') ?? 'text/plain';
  const type = readMediaType(written);
  const encoding = (firstValue(fields, 'content-transfer-encoding') ?? '').toLowerCase();
  // A field that only mentions multipart counts too: another reader might find parts there.
  const isMultipart = type.isClear ? type.value.startsWith('multipart/') : /multipart/i.test(written);
  const boundary = boundaryOf(type);
  return {
    type,
    encoding: /[\w-]+/.exec(encoding)?.[0] ?? '',
    isMultipart,
    ...(boundary !== undefined && { boundary }),
  };
}

function boundaryOf({ parameters, isClear }: MediaType): string | undefined {
  const boundary = parameters.get('boundary');
  const isWrittenOnce = [...parameters.keys()].filter((name) => name.startsWith('boundary')).length === 1;
  const isUsable = isClear && isWrittenOnce && boundary !== undefined && clearBoundary.test(boundary);
  return isUsable ? boundary : undefined;
}
