import CalendarMonth from '@mui/icons-material/CalendarMonthOutlined';
import { de } from '../../texts/de.ts';
import { NavLink } from '../../ui/nav-link.tsx';
import { hrefOf, type Place } from '../../ui/place.ts';

/** In the navigation; without a count, because what is booked is no work left undone. */
export function CalendarLink({ place }: { readonly place: Place }) {
  return (
    <NavLink
      href={hrefOf({ screen: 'calendar', view: 'day' })}
      isCurrent={place.screen === 'calendar' || place.screen === 'hours'}
      icon={<CalendarMonth aria-hidden />}
      label={de.calendar.title}
    />
  );
}
