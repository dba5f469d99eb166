import { Button } from '@mantine/core';
import type { Me } from '#contracts/http/person.ts';
import { dropAllDrafts } from '../drafts/drafts.ts';
import { texts } from '../texts/index.ts';

/** Who is signed in, in which roles, and the way out. */
export function SignedIn({ me }: { me: Me }) {
  return (
    <form className="signed-in" method="post" action="/signout" onSubmit={dropAllDrafts}>
      <p>
        <strong>{me.name}</strong>
        <span className="small soft">{me.roles.join(', ')}</span>
      </p>
      <Button type="submit" size="compact-sm" variant="default">
        {texts.shell.signOut}
      </Button>
    </form>
  );
}
