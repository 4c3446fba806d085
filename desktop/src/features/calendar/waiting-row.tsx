import { formatInstant } from '@amtsstube/shared/domain/time';
import type { WaitingPerson } from '@amtsstube/shared/replication/waiting-list';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import { de } from '../../texts/de.ts';
import { ListRow } from '../../ui/list-row.tsx';
import { useSettingName } from '../../ui/names.ts';
import { openOfferWords, waitingDays } from './waiting-words.ts';

interface WaitingRowProps {
  readonly person: WaitingPerson;
  readonly counterName: (id: string) => string;
  readonly onBook: () => void;
  readonly onRemove: () => void;
}

/** One who waits: for what, since when, on which days, and how she is reached. */
export function WaitingRow({ person, counterName, onBook, onRemove }: WaitingRowProps) {
  const settingName = useSettingName();
  const text = de.waitingList;
  const { visitor, serviceIds, since, offeredCount, openOffer } = person;
  const { name, phone, email } = visitor;
  return (
    <ListRow
      name={name}
      facts={
        <>
          <span>{serviceIds.map(settingName).join(', ')}</span>
          <Box component="span" sx={line}>
            {[text.since(formatInstant(since)), waitingDays(person), text.offers(offeredCount)].join(' · ')}
          </Box>
          {openOffer && (
            <Box component="span" sx={{ ...line, color: 'text.primary' }}>
              {text.openOffer(...openOfferWords(openOffer, counterName))}
            </Box>
          )}
          <Box component="span" sx={line}>
            {phone !== '' && (
              <>
                <Link href={`tel:${phone}`}>{phone}</Link>
                {' · '}
              </>
            )}
            <Link href={`mailto:${email}`}>{email}</Link>
          </Box>
        </>
      }
    >
      <Box sx={buttons}>
        <Button size="small" variant="outlined" aria-label={text.bookOne(name)} onClick={onBook}>
          {text.book}
        </Button>
        <Button size="small" color="inherit" aria-label={text.removeOne(name)} onClick={onRemove}>
          {text.remove}
        </Button>
      </Box>
    </ListRow>
  );
}

const line = { display: 'block' } as const;
/** Below each other where beside each other they would leave no room for what is read. */
const buttons = { display: 'grid', gridTemplateColumns: { xs: 'auto', md: 'auto auto' }, gap: 1 } as const;
