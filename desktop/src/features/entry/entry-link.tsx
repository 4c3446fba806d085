import NoteAdd from '@mui/icons-material/NoteAddOutlined';
import { de } from '../../texts/de.ts';
import { useDesk } from '../../ui/desk-context.tsx';
import { NavLink } from '../../ui/nav-link.tsx';
import { hrefOf, type Place } from '../../ui/place.ts';

/** To the screen for entering a case, for who works in a department. */
export function EntryLink({ place }: { readonly place: Place }) {
  const { desk } = useDesk();
  if (desk.actor.kind !== 'clerk' || desk.actor.departmentIds.length === 0) return null;
  return (
    <NavLink
      href={hrefOf({ screen: 'entry' })}
      isCurrent={place.screen === 'entry'}
      icon={<NoteAdd aria-hidden />}
      label={de.entry.title}
    />
  );
}
