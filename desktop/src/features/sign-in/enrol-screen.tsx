import Alert from '@mui/material/Alert';
import Typography from '@mui/material/Typography';
import { de } from '../../texts/de.ts';
import { BarePage } from '../../ui/message-page.tsx';
import { ScreenTitle } from '../../ui/screen-title.tsx';
import { type Enrol, EnrolForm } from './enrol-form.tsx';

interface EnrolScreenProps {
  readonly enrol: Enrol;
  readonly wasRevoked: boolean;
}

/** The first page on a device: a code from the administrator lets it in. */
export function EnrolScreen({ enrol, wasRevoked }: EnrolScreenProps) {
  const text = de.signIn.enrol;
  return (
    <BarePage>
      <ScreenTitle title={text.title} />
      {wasRevoked && (
        <Alert severity="warning" sx={{ mt: 2 }}>
          {text.revoked}
        </Alert>
      )}
      <Typography color="textSecondary" sx={{ mt: 1 }}>
        {text.lead}
      </Typography>
      <EnrolForm enrol={enrol} />
    </BarePage>
  );
}
