import { convert } from 'html-to-text';
import { mailLimits } from './limits.ts';

export interface HtmlText {
  text: string;
  isCut: boolean;
  /** The page held text that a reader of the mail does not see; it is left out. */
  hidesText: boolean;
}

const hiding = /display\s*:\s*none|visibility\s*:\s*hidden|<[^>]{1,500}\shidden[\s>=]/i;

const hidden = [
  '[hidden]',
  '[style*="display:none"i]',
  '[style*="display: none"i]',
  '[style*="visibility:hidden"i]',
  '[style*="visibility: hidden"i]',
];

/** What a person reads on the page. Nothing is fetched; scripts, styles, pictures and hidden text are left out. */
export function readHtml(html: string): HtmlText {
  const used = cutAfterTags(html);
  const text = convert(used, {
    wordwrap: false,
    limits: { maxDepth: mailLimits.htmlDepth, ellipsis: ' … ' },
    selectors: [
      { selector: 'a', options: { hideLinkHrefIfSameAsText: true } },
      ...['img', 'script', 'style', 'title', 'template', ...hidden].map((selector) => ({ selector, format: 'skip' })),
      ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: { uppercase: false } })),
    ],
  });
  return { text, isCut: used.length < html.length, hidesText: hiding.test(used) };
}

function cutAfterTags(html: string): string {
  let end = -1;
  for (let tags = 0; tags <= mailLimits.htmlTags; tags += 1) {
    end = html.indexOf('<', end + 1);
    if (end < 0) return html;
  }
  return html.slice(0, end);
}
