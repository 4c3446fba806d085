import Groups from '@mui/icons-material/GroupsOutlined';
import { de } from '../../../texts/de.ts';
import { useDesk } from '../../../ui/desk-context.tsx';
import { NavLink } from '../../../ui/nav-link.tsx';
import { hrefOf, type Place } from '../../../ui/place.ts';
import { mayLead } from './may-lead.ts';

/** In the navigation of leads. */
export function LoadLink({ place }: { readonly place: Place }) {
  if (!mayLead(useDesk().desk.actor)) return null;
  return (
    <NavLink
      href={hrefOf({ screen: 'load' })}
      isCurrent={place.screen === 'load'}
      icon={<Groups aria-hidden />}
      label={de.work.load.title}
    />
  );
}
