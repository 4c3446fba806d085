import type { Case, Dossier } from '@amtsstube/shared/domain/case';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import type { Shown } from '../../data/desk.ts';
import { de } from '../../texts/de.ts';
import type { Place } from '../../ui/place.ts';
import { ScreenTitle } from '../../ui/screen-title.tsx';
import { ApplicationPart } from './application-part.tsx';
import { AssignmentPart } from './assignment-part.tsx';
import { DocumentsPart } from './beside/documents-part.tsx';
import { OtherCasesPart } from './beside/other-cases-part.tsx';
import { TasksPart } from './beside/tasks-part.tsx';
import { ViewsPart } from './beside/views-part.tsx';
import { CaseBar } from './case-bar.tsx';
import { CaseFacts } from './case-facts.tsx';
import { CaseTrouble } from './case-trouble.tsx';
import { CopyReference } from './copy-reference.tsx';
import { DatesPart } from './dates/dates-part.tsx';
import { DecisionPart } from './decision-part.tsx';
import { DisputedNote } from './disputed-note.tsx';
import { Parties } from './entered/parties.tsx';
import { ExportPart } from './export/export-part.tsx';
import { FeePart } from './fees/fee-part.tsx';
import { FilesPart } from './files-part.tsx';
import { HandOverPart } from './handover/hand-over-part.tsx';
import { HistoryPart } from './history-part.tsx';
import { LettersPart } from './letters/letters-part.tsx';
import { NewerNote } from './newer-note.tsx';
import { NotePart } from './note-part.tsx';
import { QuestionsPart } from './questions/questions-part.tsx';
import { ShelvedNote } from './shelved-note.tsx';
import { SummaryPart } from './summary-part.tsx';
import { useCase } from './use-case.ts';

/** One case with everything known about it and everything that can be done with it. */
export function CaseScreen({ caseId, from }: { readonly caseId: string; readonly from: Place }) {
  const watched = useCase(caseId);
  return (
    <>
      <CaseBar caseId={caseId} from={from} />
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
  const { document: openCase } = shown;
  const reference = openCase.fileReference || de.cases.noReference;
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1, rowGap: 0.5 }}>
        <ScreenTitle title={reference} />
        {openCase.fileReference !== '' && <CopyReference reference={openCase.fileReference} />}
      </Box>
      <SummaryPart shown={shown} />
      <NewerNote openCase={openCase} dossier={dossier?.document} />
      {dossier && <DisputedNote dossier={dossier.document} />}
      <CaseTrouble caseId={openCase.id} />
      <Box sx={columns}>
        <Box sx={{ display: 'grid', gap: 4, minWidth: 0, alignContent: 'start' }}>
          <CaseFacts openCase={openCase} dossier={dossier?.document} />
          {dossier ? (
            <>
              <ApplicationPart openCase={openCase} dossier={dossier} />
              <Parties dossier={dossier.document} />
              <LettersPart openCase={openCase} dossier={dossier} />
              <QuestionsPart openCase={openCase} dossier={dossier} />
              <DocumentsPart openCase={openCase} dossier={dossier.document} />
              <FilesPart openCase={openCase} dossier={dossier.document} />
              <OtherCasesPart openCase={openCase} />
              <HistoryPart dossier={dossier} />
              <ViewsPart openCase={openCase} />
            </>
          ) : (
            <DossierMissing openCase={openCase} />
          )}
        </Box>
        <Box sx={{ display: 'grid', displayPrint: 'none', gap: 4, minWidth: 0, alignContent: 'start' }}>
          <AssignmentPart openCase={openCase} />
          <DatesPart openCase={openCase} />
          {dossier && <FeePart openCase={openCase} dossier={dossier.document} />}
          <TasksPart openCase={openCase} />
          <NotePart openCase={openCase} />
          <DecisionPart openCase={openCase} dossier={dossier?.document} />
          <HandOverPart openCase={openCase} dossier={dossier} />
          {dossier && <ExportPart openCase={openCase} dossier={dossier} />}
        </Box>
      </Box>
    </>
  );
}

function DossierMissing({ openCase }: { readonly openCase: Case }) {
  if (openCase.isShelved) return <ShelvedNote caseId={openCase.id} />;
  return <Alert severity="info">{de.cases.dossierMissing}</Alert>;
}

const columns = {
  display: 'grid',
  displayPrint: 'block',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1.2fr) minmax(25.5rem, 1fr)' },
  columnGap: 5,
  rowGap: 4,
  mt: 3,
} as const;
