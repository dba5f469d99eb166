import type { Enquiry } from '#contracts/enquiry.ts';

/** A customer's message as it came in, as a text file that reads like the mail: a few headers, a blank line, the words. */
export function enquiryText(enquiry: Enquiry, { receivedAt }: { receivedAt: Date }): string {
  const { from, name, subject, text, attachments } = enquiry;
  const headers = [
    `Date: ${enquiry.receivedAt ?? receivedAt.toISOString()}`,
    `From: ${name === undefined ? from : `${name} <${from}>`}`,
    `Subject: ${subject}`,
    ...attachments.map((file) => `Attached: ${file.name} (${file.size} bytes)`),
  ];
  return `${[...headers, '', text].join('\n')}\n`;
}
