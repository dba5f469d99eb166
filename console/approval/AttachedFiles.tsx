import type { Attachment } from '#contracts/attachment.ts';
import { attachmentPath } from '../ask/approvals.ts';
import { sayBytes } from '../format/amounts.ts';
import { approvalTexts } from '../texts/approval-texts.ts';

const words = approvalTexts.files;

/** The files that leave with a message, by the hash that is signed. They are saved, never opened as a page. */
export function AttachedFiles({ task, files }: { task: string; files: readonly Attachment[] }) {
  if (files.length === 0) return null;
  return (
    <section className="files" aria-labelledby="files">
      <h3 id="files">{words.title}</h3>
      <ul>
        {files.map(({ name, size, mediaType, sha256 }, index) => (
          <li key={sha256 + name}>
            <a href={attachmentPath(task, index + 1)} download={name}>
              {name}
            </a>{' '}
            <span className="soft small">
              {sayBytes(size)}, {mediaType}
            </span>
            <details className="small">
              <summary>{words.hash}</summary>
              <span className="id">{sha256}</span>
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}
