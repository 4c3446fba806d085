import type { Case, Dossier } from '@amtsstube/shared/domain/case';
import { describeCorrected } from '@amtsstube/shared/domain/describe-corrected';
import type { FormDefinition } from '@amtsstube/shared/domain/form';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { Shown } from '../../data/desk.ts';
import { de } from '../../texts/de.ts';
import { canCorrect } from '../../ui/case-actions.ts';
import { useDesk } from '../../ui/desk-context.tsx';
import { formVersionsOf } from '../../ui/form-versions.ts';
import { useSettings } from '../../ui/names.ts';
import { Part } from '../../ui/part.tsx';
import { useAction } from '../../ui/use-action.ts';
import { AnswerRows } from './answer-rows.tsx';
import { OpenPointsNote } from './entered/open-points-note.tsx';
import { countUnanswered, withoutUnanswered } from './unanswered.ts';
import { UnlabelledAnswers } from './unlabelled-answers.tsx';
import { correctionDraftKey, type OpenApplication } from './use-correction.ts';

interface ApplicationPartProps {
  readonly openCase: Case;
  readonly dossier: Shown<Dossier>;
}

/** The application as sent, read with the form version it was made with, and what clerks corrected beside it. */
export function ApplicationPart({ openCase, dossier }: ApplicationPartProps) {
  const settings = useSettings();
  const { formVersionId } = dossier.document;
  const versions = formVersionsOf(settings, openCase.serviceId);
  const made = versions.find(({ version }) => version.id === formVersionId);

  return (
    <Part title={de.cases.application}>
      {made && versions.length > 1 && (
        <Typography variant="body2" color="textSecondary" sx={{ mt: -1, mb: 1.5 }}>
          {de.formEditor.ofCase(made.number, made === versions.at(-1))}
        </Typography>
      )}
      {made ? (
        <DescribedApplication openCase={openCase} dossier={dossier} form={made.version.form} />
      ) : (
        <UnlabelledAnswers dossier={dossier} />
      )}
    </Part>
  );
}

function DescribedApplication({
  openCase,
  dossier,
  form,
}: ApplicationPartProps & { readonly form: FormDefinition }) {
  const { desk, drafts } = useDesk();
  const action = useAction();
  const [actedOn, setActedOn] = useState<string>();
  const [showsAll, setShowsAll] = useState(false);
  const { document } = dossier;
  const application: OpenApplication = { openCase, dossier, form, action, actedOn, onAct: setActedOn };
  // what was being typed is in sight again when the program ended, and stays when a colleague’s correction ends the question
  const isBegun = (path: string) => drafts.read(correctionDraftKey(openCase.id, path)) !== '';
  const described = describeCorrected(form, document, de.cases.answerWords, isBegun);
  const unanswered = countUnanswered(described);
  const sections = showsAll ? described : withoutUnanswered(described, isBegun);

  return (
    <Box sx={{ display: 'grid', gap: 2.5 }}>
      <OpenPointsNote form={form} dossier={document} />
      {sections.map(({ section, rows }) => (
        <Box key={section}>
          <Typography variant="h3" sx={{ mb: 0.75 }}>
            {section}
          </Typography>
          <AnswerRows rows={rows} application={application} />
        </Box>
      ))}
      {unanswered > 0 && canCorrect(desk.actor, openCase) && (
        <Box sx={{ displayPrint: 'none' }}>
          <Button
            size="small"
            sx={{ ml: -0.5 }}
            aria-pressed={showsAll}
            onClick={() => setShowsAll(!showsAll)}
          >
            {de.cases.correction.unanswered(unanswered)}
          </Button>
        </Box>
      )}
    </Box>
  );
}
