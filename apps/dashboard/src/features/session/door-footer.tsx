import type { Outputs } from '../../lib/trpc.ts';
import { strings } from '../../strings/strings.ts';

/** Shows clients who came to the wrong door the right one. */
export function DoorFooter({ door }: { door: Outputs['door']['getDoor'] | undefined }) {
  const [before, link, after] = strings.auth.signIn.otherDoor;
  if (!door) return null;
  return (
    <span>
      {before}
      <a className="ui-link" href={door.otherDoorUrl}>
        {link}
      </a>
      {after}
    </span>
  );
}
