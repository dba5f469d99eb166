import { createHash } from 'node:crypto';
import helmet from 'helmet';
import { pageStyle } from './page-style.ts';

const styleHash = createHash('sha256').update(pageStyle).digest('base64');

/** Nothing but the one style sheet inside the page may load, run, frame or be sent anywhere; forms, where a page has some. */
export function createPagePolicy({ forms }: { forms: "'self'" | "'none'" }): ReturnType<typeof helmet> {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        styleSrc: [`'sha256-${styleHash}'`],
        baseUri: ["'none'"],
        formAction: [forms],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: false,
  });
}
