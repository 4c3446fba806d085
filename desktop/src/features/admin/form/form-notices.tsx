import { putForm } from '@amtsstube/shared/operations/settings/put-form';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { de } from '../../../texts/de.ts';
import { useDesk } from '../../../ui/desk-context.tsx';
import { useSettings } from '../../../ui/names.ts';
import { useObservable } from '../../../ui/use-observable.ts';
import { ChangeList } from './change-list.tsx';
import { compareForms } from './compare-forms.ts';
import { draftOfForm } from './draft-of-form.ts';
import type { FormEditor } from './use-form-editor.ts';

/** Another version was published since the draft was begun: what it changed, and what to do with the draft. */
export function OvertakenNotice({ editor }: { readonly editor: FormEditor }) {
  const { isOvertaken, basedOn, current, draft, begin, discard } = editor;
  const former = useSettings().find((each) => each.kind === 'formVersion' && each.id === basedOn);
  const text = de.formEditor.overtaken;
  if (!isOvertaken || current === undefined) return null;
  return (
    <Alert severity="warning">
      {text.text}
      {former?.kind === 'formVersion' && (
        <Box sx={{ mt: 1 }}>
          {text.theirs}
          <ChangeList sentences={compareForms(former.form, current.form).sentences} />
        </Box>
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, my: 1 }}>
        <Button size="small" color="inherit" variant="outlined" onClick={discard}>
          {text.take}
        </Button>
        <Button size="small" color="inherit" variant="outlined" onClick={() => begin(draft)}>
          {text.keep}
        </Button>
      </Box>
      {text.keepHelp}
    </Alert>
  );
}

/** A version that this desk published and the server refused: the work in it is not lost. */
export function RefusedVersionNotice({ editor }: { readonly editor: FormEditor }) {
  const { desk } = useDesk();
  const refused = useObservable(desk.refused$, undefined) ?? [];
  const { service, isBegun, begin } = editor;
  const text = de.formEditor.refused;
  const last = refused
    .flatMap(({ operation }) => {
      const payload =
        operation.kind === putForm.kind ? putForm.payload.safeParse(operation.payload).data : undefined;
      return payload?.action === 'publish' && payload.serviceId === service.id ? [payload] : [];
    })
    .at(-1);
  if (last === undefined || isBegun) return null;
  return (
    <Alert
      severity="warning"
      action={
        <Button color="inherit" size="small" onClick={() => begin(draftOfForm(last.form))}>
          {text.take}
        </Button>
      }
    >
      {text.text}
    </Alert>
  );
}
