import { jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import type { Credential } from './credentials.ts';

export const sessionCookie = 'baton-session';
const lifetimeSeconds = 12 * 3600;
const algorithm = 'HS256';
const issuer = 'baton';

const Claims = z.object({ sub: z.string(), credential: z.string() });

/** Says in a cookie who signed in and by what. Whether that still counts is looked up at each request. */
export interface Sessions {
  /** The Set-Cookie line of a new session. */
  open(credential: Credential): Promise<string>;
  /** The Set-Cookie line that ends one. */
  end(): string;
  read(cookieHeader: string | undefined): Promise<Credential | undefined>;
}

export function createSessions(options: { key: Uint8Array; audience: string; secure: boolean }): Sessions {
  const attributes = `HttpOnly; SameSite=Strict; Path=/${options.secure ? '; Secure' : ''}`;
  return {
    open: async ({ person, name }) => {
      const token = await new SignJWT({ credential: name })
        .setProtectedHeader({ alg: algorithm })
        .setIssuer(issuer)
        .setAudience(options.audience)
        .setSubject(person)
        .setIssuedAt()
        .setExpirationTime(`${lifetimeSeconds}s`)
        .sign(options.key);
      return `${sessionCookie}=${token}; Max-Age=${lifetimeSeconds}; ${attributes}`;
    },
    end: () => `${sessionCookie}=; Max-Age=0; ${attributes}`,
    read: async (cookieHeader) => {
      const token = cookieIn(cookieHeader);
      return token === undefined ? undefined : readToken(token, options);
    },
  };
}

async function readToken(
  token: string,
  { key, audience }: { key: Uint8Array; audience: string },
): Promise<Credential | undefined> {
  try {
    const { payload } = await jwtVerify(token, key, { algorithms: [algorithm], issuer, audience });
    const { sub, credential } = Claims.parse(payload);
    return { person: sub, name: credential };
  } catch {
    return undefined;
  }
}

function cookieIn(header: string | undefined): string | undefined {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${sessionCookie}=`))?.slice(sessionCookie.length + 1);
}
