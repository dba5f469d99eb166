import type { createShowAttachment, ShownFile } from './show-attachment.ts';
import type { createShowByLink } from './show-by-link.ts';

export interface ShowAttachmentByLinkParts {
  showByLink: ReturnType<typeof createShowByLink>;
  showAttachment: ReturnType<typeof createShowAttachment>;
}

/** A file of the task that a link leads to, where the page of the link would be shown. */
export function createShowAttachmentByLink({ showByLink, showAttachment }: ShowAttachmentByLinkParts) {
  return async (token: string, number: number): Promise<ShownFile> => {
    const { by, task } = await showByLink(token);
    return showAttachment(by, { approvalId: task.id, number });
  };
}
