/** What one message may cost. Beyond the first group it is refused unread; the second group is cut, with a flag. */
export const mailLimits = {
  bytes: 25 * 1024 * 1024,
  parts: 100,
  levels: 10,
  headerBytes: 256 * 1024,
  /** Lines that look like the border of a part. */
  borderCandidates: 200_000,

  textBytes: 1024 * 1024,
  textLines: 20_000,
  htmlTags: 20_000,
  htmlDepth: 100,
  attachmentPeek: 4096,
  headerLine: 16_000,
} as const;
