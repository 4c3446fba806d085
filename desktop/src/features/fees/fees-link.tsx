import Payments from '@mui/icons-material/PaymentsOutlined';
import { de } from '../../texts/de.ts';
import { NavLink } from '../../ui/nav-link.tsx';
import { hrefOf, type Place } from '../../ui/place.ts';
import { useToday } from '../../ui/use-today.ts';
import { useListedFees } from './use-listed-fees.ts';

/** In the navigation, with how many fees are open; urgent once one of them is overdue, or too much was paid. */
export function FeesLink({ place }: { readonly place: Place }) {
  const fees = useListedFees() ?? [];
  const today = useToday();
  return (
    <NavLink
      href={hrefOf({ screen: 'fees' })}
      isCurrent={place.screen === 'fees'}
      icon={<Payments aria-hidden />}
      label={de.fees.list.title}
      count={fees.length}
      isUrgent={fees.some(({ fee, open, overpaid }) => overpaid > 0 || (open > 0 && fee.dueOn < today))}
    />
  );
}
