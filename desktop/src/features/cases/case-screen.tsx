import type { Case, Dossier } from '@amtsstube/shared/domain/case';
import ArrowBack from '@mui/icons-material/ArrowBack';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import type { Shown } from '../../data/desk.ts';
import { de } from '../../texts/de.ts';
import { hrefOf, type Place } from '../../ui/place.ts';
import { ScreenTitle } from '../../ui/screen-title.tsx';
import { shownStatus } from '../../ui/shown-status.ts';
import { StatusMark } from '../../ui/status-mark.tsx';
import { WaitingMark } from '../../ui/waiting-mark.tsx';
import { ApplicationPart } from './application-part.tsx';
import { AssignmentPart } from './assignment-part.tsx';
import { CaseFacts } from './case-facts.tsx';
import { CaseTrouble } from './case-trouble.tsx';
import { DecisionPart } from './decision-part.tsx';
import { HistoryPart } from './history-part.tsx';
import { NotePart } from './note-part.tsx';
import { useCase } from './use-case.ts';

/** One case with everything known about it and everything that can be done with it. */
export function CaseScreen({ caseId, from }: { readonly caseId: string; readonly from: Place }) {
  const watched = useCase(caseId);
  return (
    <>
      <Link href={hrefOf(from)} underline="hover" sx={back}>
        <ArrowBack aria-hidden sx={{ fontSize: '1.2em' }} />
        {de.cases.back}
      </Link>
      {watched.state === 'loading' && <Skeleton height={320} aria-label={de.app.loading} role="status" />}
      {watched.state === 'notHere' && (
        <>
          <ScreenTitle title={de.cases.notHere.title} />
          <Typography sx={{ mt: 1 }}>{de.cases.notHere.text}</Typography>
        </>
      )}
      {watched.state === 'here' && <OpenCase shown={watched.shown} dossier={watched.dossier} />}
    </>
  );
}

function OpenCase({
  shown,
  dossier,
}: {
  readonly shown: Shown<Case>;
  readonly dossier: Shown<Dossier> | undefined;
}) {
  const { document: openCase, waiting } = shown;
  const reference = openCase.fileReference || de.cases.noReference;
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: 2, rowGap: 0.5 }}>
        <ScreenTitle title={reference} />
        <StatusMark status={shownStatus(openCase)} />
        {waiting.length > 0 && <WaitingMark />}
      </Box>
      <CaseTrouble caseId={openCase.id} />
      <Box sx={columns}>
        <Box sx={{ display: 'grid', gap: 4, minWidth: 0 }}>
          <CaseFacts openCase={openCase} dossier={dossier?.document} />
          {dossier ? (
            <>
              <ApplicationPart dossier={dossier.document} />
              <HistoryPart dossier={dossier} />
            </>
          ) : (
            <Alert severity="info">{de.cases.dossierMissing}</Alert>
          )}
        </Box>
        <Box sx={{ display: 'grid', gap: 4, minWidth: 0, alignContent: 'start' }}>
          <AssignmentPart openCase={openCase} />
          <NotePart openCase={openCase} />
          <DecisionPart openCase={openCase} />
        </Box>
      </Box>
    </>
  );
}

const back = { display: 'inline-flex', alignItems: 'center', gap: 0.5, mb: 1.5 } as const;

const columns = {
  display: 'grid',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1.2fr) minmax(25.5rem, 1fr)' },
  columnGap: 5,
  rowGap: 4,
  mt: 3,
} as const;
