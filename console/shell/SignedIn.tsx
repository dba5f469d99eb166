import { Button } from '@mantine/core';
import type { Me } from '#contracts/http/person.ts';
import { dropAllDrafts } from '../drafts/drafts.ts';
import { labelOf } from '../format/label-of.ts';
import { shellTexts } from '../texts/shell-texts.ts';

/** Who is signed in, in which roles, and the way out. */
export function SignedIn({ me }: { me: Me }) {
  return (
    <form className="signed-in" method="post" action="/signout" onSubmit={dropAllDrafts}>
      <p>
        <strong>{me.name}</strong>
        <span className="small soft">{me.roles.map(labelOf).join(', ')}</span>
      </p>
      <Button type="submit" size="compact-sm" variant="default">
        {shellTexts.signOut}
      </Button>
    </form>
  );
}
