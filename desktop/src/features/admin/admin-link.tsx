import AdminPanelSettings from '@mui/icons-material/AdminPanelSettingsOutlined';
import { de } from '../../texts/de.ts';
import { useDesk } from '../../ui/desk-context.tsx';
import { NavLink } from '../../ui/nav-link.tsx';
import { hrefOf, type Place } from '../../ui/place.ts';

/** In the navigation of administrators only. */
export function AdminLink({ place }: { readonly place: Place }) {
  const { admin } = useDesk();
  if (admin === undefined) return null;
  return (
    <NavLink
      href={hrefOf({ screen: 'admin', part: 'clerks' })}
      isCurrent={place.screen === 'admin' || place.screen === 'service'}
      icon={<AdminPanelSettings aria-hidden />}
      label={de.admin.title}
    />
  );
}
