import type { LetterTemplate, TemplateContent } from '@amtsstube/shared/domain/letter-template';
import { draftLetter } from '@amtsstube/shared/letters/draft-letter';
import { sampleSource } from '@amtsstube/shared/letters/sample-source';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { de } from '../../../texts/de.ts';
import { useDesk } from '../../../ui/desk-context.tsx';
import { useNameOf, useSettingName, useSettings } from '../../../ui/names.ts';
import { saveFile } from '../../../ui/save-file.ts';
import { nowForPreview, printLetter } from '../../../ui/use-letter-pdf.ts';
import { useToday } from '../../../ui/use-today.ts';

/** What becomes of a template with the data of somebody who doesn't exist; as text, and to be had as the very PDF. */
export function TemplatePreview({ id, content }: { readonly id: string; readonly content: TemplateContent }) {
  const { desk } = useDesk();
  const settings = useSettings();
  const settingName = useSettingName();
  const nameOf = useNameOf();
  const today = useToday();
  const [hasFailed, setHasFailed] = useState(false);
  const municipality = settings.find((each) => each.kind === 'municipality');
  if (municipality?.kind !== 'municipality' || desk.actor.kind !== 'clerk') return null;
  const [service] = content.forServices;
  const offered = settings.find((each) => each.kind === 'service' && each.id === service);
  const version = settings.find(
    (each) => each.kind === 'formVersion' && offered?.kind === 'service' && each.id === offered.formVersionId,
  );
  const department = settings.find((each) => each.kind === 'department');
  const { letter } = draftLetter(
    { ...content, id: id as LetterTemplate['id'], version: 0 },
    sampleSource({
      municipality,
      serviceName: service === undefined ? de.letters.admin.sampleService : settingName(service),
      departmentName: department?.kind === 'department' ? department.name : '',
      clerkName: nameOf(desk.actor.clerkId),
      today,
      answerWords: de.cases.answerWords,
      form: version?.kind === 'formVersion' ? version.form : undefined,
    }),
  );

  async function save() {
    setHasFailed(false);
    try {
      const bytes = await printLetter({ letter, at: nowForPreview, isDraft: true });
      saveFile(bytes, 'application/pdf', `${content.name}.pdf`);
    } catch {
      setHasFailed(true);
    }
  }

  const parts = [letter.text, letter.closing, letter.legalRemedy].filter((part) => part !== '');
  return (
    <Box component="section" aria-label={de.letters.admin.preview} sx={{ minWidth: 0 }}>
      <Typography variant="h3" sx={{ mb: 1 }}>
        {de.letters.admin.preview}
      </Typography>
      <Box sx={sheet}>
        <Box sx={{ fontWeight: 600, mb: 1.5 }}>{letter.subject}</Box>
        {parts.join('\n\n')}
      </Box>
      <Button size="small" sx={{ mt: 1 }} onClick={() => void save()}>
        {de.letters.admin.samplePdf}
      </Button>
      {hasFailed && <Alert severity="error">{de.letters.failed}</Alert>}
    </Box>
  );
}

/** Paper is white, whatever the screen is. */
const sheet = {
  p: 2,
  bgcolor: '#ffffff',
  color: '#1a1a1a',
  boxShadow: 1,
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
  fontSize: '0.875rem',
} as const;
