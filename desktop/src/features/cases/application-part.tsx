import type { Dossier } from '@amtsstube/shared/domain/case';
import { describeAnswers } from '@amtsstube/shared/domain/form-interpreter';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useMemo } from 'react';
import { de } from '../../texts/de.ts';
import { useSettings } from '../../ui/names.ts';
import { Facts, Part } from '../../ui/part.tsx';

/** The application as sent, read with the form version it was made with. */
export function ApplicationPart({ dossier }: { readonly dossier: Dossier }) {
  const settings = useSettings();
  const sections = useMemo(() => {
    const version = settings.find((each) => each.kind === 'formVersion' && each.id === dossier.formVersionId);
    if (version?.kind !== 'formVersion') return undefined;
    return describeAnswers(version.form, dossier.answers, { yes: de.cases.yes, no: de.cases.no });
  }, [settings, dossier]);

  return (
    <Part title={de.cases.application}>
      {sections === undefined ? (
        <UnlabelledAnswers dossier={dossier} />
      ) : (
        <Box sx={{ display: 'grid', gap: 2.5 }}>
          {sections.map(({ section, rows }) => (
            <Box key={section}>
              <Typography variant="h3" sx={{ mb: 0.75 }}>
                {section}
              </Typography>
              <Facts rows={rows.map(({ label, text }) => ({ label, value: text }))} />
            </Box>
          ))}
        </Box>
      )}
    </Part>
  );
}

function UnlabelledAnswers({ dossier }: { readonly dossier: Dossier }) {
  const rows = Object.entries(dossier.answers).map(([fieldId, value]) => ({
    label: fieldId,
    value: typeof value === 'boolean' ? (value ? de.cases.yes : de.cases.no) : value,
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
