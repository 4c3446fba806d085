import type { Case, Dossier } from '@amtsstube/shared/domain/case';
import { instantOf } from '@amtsstube/shared/domain/time';
import { receiptTemplate } from '@amtsstube/shared/letters/choose-templates';
import { draftLetter } from '@amtsstube/shared/letters/draft-letter';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { de } from '../../../texts/de.ts';
import { useSettings } from '../../../ui/names.ts';
import { printLetter } from '../../../ui/use-letter-pdf.ts';
import { useLetterSource } from '../letters/use-letter-source.ts';

interface ReceiptButtonProps {
  readonly openCase: Case;
  readonly dossier: Dossier;
  readonly onMade: (pdf: Uint8Array) => void;
}

/**
 * The receipt that is handed out at the counter: a letter made here and now, also without a line, of which nothing is
 * kept. It names the file reference, so there is none before the case has its own.
 */
export function ReceiptButton({ openCase, dossier, onMade }: ReceiptButtonProps) {
  const settings = useSettings();
  const source = useLetterSource(openCase, dossier, '');
  const [state, setState] = useState<'idle' | 'making' | 'failed'>('idle');
  const text = de.export;

  async function make() {
    const template = receiptTemplate(settings, openCase.serviceId);
    if (source === undefined || template === undefined) return;
    setState('making');
    try {
      const { letter } = draftLetter(template, source);
      onMade(await printLetter({ letter, at: instantOf(Date.now()), isDraft: false }));
      setState('idle');
    } catch {
      setState('failed');
    }
  }

  return (
    <>
      <Button
        variant="outlined"
        disabled={source === undefined || openCase.fileReference === '' || state === 'making'}
        onClick={() => void make()}
      >
        {text.receipt}
      </Button>
      {state === 'failed' && <span role="alert">{text.failed}</span>}
    </>
  );
}
