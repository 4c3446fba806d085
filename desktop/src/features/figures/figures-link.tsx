import BarChart from '@mui/icons-material/BarChartOutlined';
import { de } from '../../texts/de.ts';
import { useDesk } from '../../ui/desk-context.tsx';
import { NavLink } from '../../ui/nav-link.tsx';
import { hrefOf, type Place } from '../../ui/place.ts';
import { mayRead } from './may-read.ts';

/** In the navigation of leads and administrators. */
export function FiguresLink({ place }: { readonly place: Place }) {
  const { desk } = useDesk();
  if (!mayRead(desk.actor)) return null;
  return (
    <NavLink
      href={hrefOf({ screen: 'figures', view: 'cases' })}
      isCurrent={place.screen === 'figures'}
      icon={<BarChart aria-hidden />}
      label={de.figures.title}
    />
  );
}
