import type { Dossier } from '@amtsstube/shared/domain/case';
import type { FormDefinition } from '@amtsstube/shared/domain/form';
import { documentChecklist } from '@amtsstube/shared/domain/form-interpreter';
import { describeAnswers } from '@amtsstube/shared/domain/forms/describe-answers';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useMemo } from 'react';
import { de } from '../../texts/de.ts';
import { useSettings } from '../../ui/names.ts';
import { Facts, Part } from '../../ui/part.tsx';
import { rawAnswer } from '../../ui/read-answer.ts';
import { AnswerRows } from './answer-rows.tsx';

/** The application as sent, read with the form version it was made with. */
export function ApplicationPart({ dossier }: { readonly dossier: Dossier }) {
  const settings = useSettings();
  const version = settings.find((each) => each.kind === 'formVersion' && each.id === dossier.formVersionId);

  return (
    <Part title={de.cases.application}>
      {version?.kind === 'formVersion' ? (
        <DescribedApplication form={version.form} dossier={dossier} />
      ) : (
        <UnlabelledAnswers dossier={dossier} />
      )}
    </Part>
  );
}

function DescribedApplication({
  form,
  dossier: { answers },
}: {
  readonly form: FormDefinition;
  readonly dossier: Dossier;
}) {
  const sections = useMemo(() => describeAnswers(form, answers, de.cases.answerWords), [form, answers]);
  const documents = useMemo(() => documentChecklist(form, answers), [form, answers]);
  return (
    <Box sx={{ display: 'grid', gap: 2.5 }}>
      {sections.map(({ section, rows }) => (
        <Box key={section}>
          <Typography variant="h3" sx={{ mb: 0.75 }}>
            {section}
          </Typography>
          <AnswerRows rows={rows} />
        </Box>
      ))}
      {documents.length > 0 && (
        <Box>
          <Typography variant="h3" sx={{ mb: 0.75 }}>
            {de.cases.neededDocuments}
          </Typography>
          <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
            {documents.map(({ id, label, help }) => (
              <li key={id}>
                {label}
                {help !== undefined && (
                  <Typography component="span" color="textSecondary">
                    {` – ${help}`}
                  </Typography>
                )}
              </li>
            ))}
          </Box>
        </Box>
      )}
    </Box>
  );
}

function UnlabelledAnswers({ dossier }: { readonly dossier: Dossier }) {
  const rows = Object.entries(dossier.answers).map(([fieldId, value]) => ({
    label: fieldId,
    value: rawAnswer(value),
  }));
  return (
    <>
      <Typography color="textSecondary" sx={{ mb: 1 }}>
        {de.cases.formMissing}
      </Typography>
      <Facts rows={rows} />
    </>
  );
}
