import type { FormDefinition } from '@amtsstube/shared/domain/form';
import { documentChecklist } from '@amtsstube/shared/domain/form-interpreter';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useMemo, useState } from 'react';
import { de } from '../../../texts/de.ts';
import { EntryFields, type OtherField } from '../../../ui/entry-fields/entry-fields.tsx';
import { type Inputs, readEntry } from '../../../ui/entry-fields/read-entry.ts';

/** A form to try out: what is asked, given what is typed here, by the rules that the desk, the page and the server share. */
export function FormPreview({ form }: { readonly form: FormDefinition }) {
  const [inputs, setInputs] = useState<Inputs>({});
  const read = useMemo(() => readEntry(form, inputs, []), [form, inputs]);
  const needed = documentChecklist(form, read.answers);
  const text = de.formEditor;
  return (
    <Box sx={{ display: 'grid', gap: 3 }}>
      <EntryFields
        entry={{
          draft: { inputs, confirmed: [] },
          change: (changed) => changed.inputs && setInputs(changed.inputs),
          failures: 0,
        }}
        form={form}
        read={read}
        isLocked={false}
        drawOther={drawOther}
      />
      <Box>
        <Typography role="status" color="textSecondary">
          {text.previewMissing(read.missing.length)}
        </Typography>
        <Typography>{needed.length === 0 ? text.previewNoDocuments : text.previewDocuments}</Typography>
        {needed.length > 0 && (
          <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
            {needed.map(({ id, label }) => (
              <li key={id}>{label}</li>
            ))}
          </Box>
        )}
        <Button size="small" onClick={() => setInputs({})}>
          {text.previewEmpty}
        </Button>
      </Box>
    </Box>
  );
}

function drawOther(field: OtherField) {
  if (field.type === 'information')
    return (
      <Alert severity="info" icon={false}>
        <Typography sx={{ fontWeight: 600 }}>{field.label}</Typography>
        <Box sx={{ whiteSpace: 'pre-wrap' }}>{field.text}</Box>
      </Alert>
    );
  const kinds = field.accepts.map((kind) => de.formEditor.kinds[kind]).join(', ');
  return (
    <>
      <Typography>{field.label}</Typography>
      <Typography variant="body2" color="textSecondary">
        {de.formEditor.previewUpload(kinds, field.maximumCount)}
      </Typography>
      {field.help && <Typography variant="body2">{field.help}</Typography>}
    </>
  );
}
