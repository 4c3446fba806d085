import type { LetterTemplate, TemplateContent } from '@amtsstube/shared/domain/letter-template';
import { draftLetter } from '@amtsstube/shared/letters/draft-letter';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { de } from '../../../texts/de.ts';
import { saveFile } from '../../../ui/save-file.ts';
import { nowForPreview, printLetter } from '../../../ui/use-letter-pdf.ts';
import { useSampleSource } from './use-sample-source.ts';

/** What becomes of a template with the data of somebody who doesn't exist; as text, and to be had as the very PDF. */
export function TemplatePreview({ id, content }: { readonly id: string; readonly content: TemplateContent }) {
  const source = useSampleSource(content.forServices);
  const [hasFailed, setHasFailed] = useState(false);
  if (source === undefined) return null;
  const { letter } = draftLetter({ ...content, id: id as LetterTemplate['id'], version: 0 }, source);

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
export const sheet = {
  p: 2,
  bgcolor: '#ffffff',
  color: '#1a1a1a',
  boxShadow: 1,
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
  fontSize: '0.875rem',
} as const;
