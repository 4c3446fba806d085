import { unitOf } from '@amtsstube/shared/domain/appointments/unit';
import { formatInstant, formatLocalDate } from '@amtsstube/shared/domain/time';
import type { PayloadOf } from '@amtsstube/shared/operations/registry';
import Typography from '@mui/material/Typography';
import { de } from '../../texts/de.ts';
import { useSettingName, useSettings } from '../../ui/names.ts';
import { PrintOnly } from '../../ui/print-only.tsx';
import { slotWords } from './time-words.ts';

export interface NotedWish {
  readonly wish: PayloadOf<'noteWish'>;
  readonly at: Parameters<typeof formatInstant>[0];
}

interface WishSlipProps {
  readonly noted: NotedWish;
  readonly counterName: (id: string) => string;
  readonly onDone: () => void;
}

/** What she takes home: her wish, and that it is nothing more (K11). */
export function WishSlip({ noted: { wish, at }, counterName, onDone }: WishSlipProps) {
  const serviceName = useSettingName();
  const town = useSettings().find((each) => each.kind === 'municipality')?.name ?? '';
  const text = de.calendar.wish.slip;
  return (
    <PrintOnly onDone={onDone}>
      <Typography>{town}</Typography>
      <Typography variant="h2" component="p" sx={{ mt: 2 }}>
        {text.title}
      </Typography>
      <Typography sx={{ mt: 1, fontWeight: 700 }}>{text.provisional}</Typography>
      <Typography sx={{ mt: 2 }}>{text.name(wish.visitor.name)}</Typography>
      <Typography>{text.services(wish.serviceIds.map(serviceName).join(', '))}</Typography>
      {wish.wishes.map(({ counterId, startsAt }, index) => (
        <Typography key={startsAt}>
          {(index === 0 ? text.wish : text.other)(
            slotWords({ counterId, start: unitOf(startsAt) }, counterName),
          )}
        </Typography>
      ))}
      <Typography>{text.until(formatLocalDate(wish.untilOn))}</Typography>
      <Typography sx={{ mt: 2 }}>
        {text.reached([wish.visitor.phone, wish.visitor.email].filter(Boolean).join(', '))}
      </Typography>
      <Typography sx={{ mt: 2 }}>{text.notedAt(formatInstant(at))}</Typography>
    </PrintOnly>
  );
}
