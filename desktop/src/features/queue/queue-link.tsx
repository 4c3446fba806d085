import Ticket from '@mui/icons-material/ConfirmationNumberOutlined';
import { de } from '../../texts/de.ts';
import { NavLink } from '../../ui/nav-link.tsx';
import { hrefOf, type Place } from '../../ui/place.ts';

/** In the navigation; without a count, because who waits is seen by whoever sits at a counter. */
export function QueueLink({ place }: { readonly place: Place }) {
  return (
    <NavLink
      href={hrefOf({ screen: 'queue' })}
      isCurrent={place.screen === 'queue'}
      icon={<Ticket aria-hidden />}
      label={de.queue.title}
    />
  );
}
