import Print from '@mui/icons-material/PrintOutlined';
import { de } from '../../texts/de.ts';
import { NavLink } from '../../ui/nav-link.tsx';
import { hrefOf, type Place } from '../../ui/place.ts';

/** In the navigation, so that a sheet is two presses away from everywhere (K14). */
export function OutageLink({ place }: { readonly place: Place }) {
  return (
    <NavLink
      href={hrefOf({ screen: 'outage' })}
      isCurrent={place.screen === 'outage'}
      icon={<Print aria-hidden />}
      label={de.outage.navigation}
    />
  );
}
