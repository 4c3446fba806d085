import { formatInstant } from '@amtsstube/shared/domain/time';
import Print from '@mui/icons-material/PrintOutlined';
import Save from '@mui/icons-material/SaveAltOutlined';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useEffect, useRef, useState } from 'react';
import { de } from '../../texts/de.ts';
import type { KeptPlan } from '../../ui/day-plans.ts';
import { useDesk } from '../../ui/desk-context.tsx';
import { openDocument } from '../../ui/documents/open-document.ts';
import { PrintSheet } from '../../ui/documents/print-sheet.tsx';
import { joinedDocument, type ShownDocument } from '../../ui/documents/shown-document.ts';
import { usePrinting } from '../../ui/documents/use-printing.ts';
import { useOwnCounter } from '../../ui/own-counter.ts';
import { Part } from '../../ui/part.tsx';
import { saveFile } from '../../ui/save-file.ts';

/** What lies ready for the printer, this PC's own counter first. */
export function DayPlanPart({ kept }: { readonly kept: readonly KeptPlan[] }) {
  const { dayPlans } = useDesk();
  const [own] = useOwnCounter();
  const [chosen, setChosen] = useState<string>();
  const { printing, start, shown } = usePrinting();
  const [hasFailed, setHasFailed] = useState(false);
  const text = de.outage.plan;
  const opened = useRef<ShownDocument>(undefined);
  useEffect(() => dayPlans.want(), [dayPlans]);
  useEffect(() => () => opened.current?.close(), []);
  const usual = kept.some(({ counterId }) => counterId === own) ? own : '';
  const counterId = chosen ?? usual;
  const plans = counterId === '' ? kept : kept.filter((each) => each.counterId === counterId);
  const oldest = plans.map(({ at }) => at).toSorted()[0];

  async function print() {
    setHasFailed(false);
    opened.current?.close();
    const all = await Promise.all(plans.map(({ pdf }) => openDocument(pdf.slice(), 'application/pdf')));
    const document = joinedDocument(all.flatMap((each) => (each.ok ? [each.document] : [])));
    opened.current = document;
    if (all.every(({ ok }) => ok)) start(document);
    else setHasFailed(true);
  }

  function save() {
    for (const { counter, pdf } of plans) saveFile(pdf, 'application/pdf', text.fileName(counter));
  }

  return (
    <Part title={text.title}>
      <Typography color="textSecondary" sx={{ maxWidth: '48rem' }}>
        {text.lead}
      </Typography>
      {oldest === undefined ? (
        <Alert severity="info" sx={{ mt: 2 }}>
          {text.none}
        </Alert>
      ) : (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2, mt: 2 }}>
          <TextField
            select
            size="small"
            label={text.counter}
            value={counterId}
            onChange={({ target }) => setChosen(target.value)}
            slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}
            sx={{ minWidth: '13rem' }}
          >
            <option value="">{text.all}</option>
            {kept.map((each) => (
              <option key={each.counterId} value={each.counterId}>
                {each.counter}
              </option>
            ))}
          </TextField>
          <Button
            variant="contained"
            startIcon={<Print />}
            onClick={() => void print()}
            disabled={printing.state === 'preparing'}
          >
            {printing.state === 'preparing' ? text.preparing : text.print}
          </Button>
          <Button color="inherit" startIcon={<Save />} onClick={save}>
            {text.save}
          </Button>
          <Typography color="textSecondary">{text.asOf(formatInstant(oldest))}</Typography>
        </Box>
      )}
      {(hasFailed || printing.state === 'failed') && (
        <Alert severity="error" sx={{ mt: 2 }}>
          {text.failed}
        </Alert>
      )}
      {printing.state === 'printing' && <PrintSheet urls={printing.urls} onShown={shown} />}
    </Part>
  );
}
