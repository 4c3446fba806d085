import Report from '@mui/icons-material/ReportOutlined';
import { de } from '../../texts/de.ts';
import { NavLink } from '../../ui/nav-link.tsx';
import { hrefOf, type Place } from '../../ui/place.ts';
import { useRefused } from './use-sync.ts';

/** The refused changes in the main navigation, with their number as long as there are any. */
export function RefusedLink({ place }: { readonly place: Place }) {
  const refused = useRefused();
  return (
    <NavLink
      href={hrefOf({ screen: 'refused' })}
      isCurrent={place.screen === 'refused'}
      icon={<Report aria-hidden />}
      label={de.refusedChanges.title}
      count={refused.length > 0 ? refused.length : undefined}
      isUrgent
    />
  );
}
