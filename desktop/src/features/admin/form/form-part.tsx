import type { FormDefinition } from '@amtsstube/shared/domain/form';
import type { Service } from '@amtsstube/shared/domain/settings';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { de } from '../../../texts/de.ts';
import { ActionNotice } from '../../../ui/action-notice.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { formVersionsOf } from '../../../ui/form-versions.ts';
import { useSettings } from '../../../ui/names.ts';
import { Part } from '../../../ui/part.tsx';
import { useAction } from '../../../ui/use-action.ts';
import { useIsNarrow } from '../../../ui/use-is-narrow.ts';
import { withFinalNames } from './final-names.ts';
import { formInDraft } from './form-in-draft.ts';
import { OvertakenNotice, RefusedVersionNotice } from './form-notices.tsx';
import { FormOutline } from './form-outline.tsx';
import { FormPreview } from './form-preview.tsx';
import { ItemSettings } from './item-settings.tsx';
import { ProblemList } from './problem-list.tsx';
import { PublishDialog } from './publish-dialog.tsx';
import { nameOfRemoved, useFormEditor } from './use-form-editor.ts';

const views = ['outline', 'settings', 'preview'] as const;
type View = (typeof views)[number];

/** A service's form in work: what it has, what is said of the chosen part, and how it is asked. Beside each other where there is room. */
export function FormPart({ service }: { readonly service: Service }) {
  const editor = useFormEditor(service);
  const settings = useSettings();
  const isNarrow = useIsNarrow();
  const action = useAction();
  const [view, setView] = useState<View>('outline');
  const [isTried, setIsTried] = useState(false);
  const [publishing, setPublishing] = useState<FormDefinition>();
  const [isDiscarding, setIsDiscarding] = useState(false);
  const [lastForm, setLastForm] = useState(editor.form);
  if (editor.form && editor.form !== lastForm) setLastForm(editor.form);
  const { problems, chosen, gone, isBegun, current } = editor;
  const text = de.formEditor;
  // what is merely not filled in yet is said once she wants to save
  const shown = problems.filter(({ says }) => isTried || says !== text.problems.missing);
  const problemAt = (part: string) =>
    shown.find((problem) => problem.item === chosen && problem.part === part)?.says;

  function publish() {
    const used = formVersionsOf(settings, service.id).flatMap(({ version }) =>
      version.form.sections.flatMap(({ fields }) =>
        fields.flatMap((field) => [
          field.id,
          ...(field.type === 'group' ? field.fields.map(({ id }) => id) : []),
        ]),
      ),
    );
    const form = problems.length === 0 ? formInDraft(withFinalNames(editor.draft, used)) : undefined;
    setIsTried(form === undefined);
    action.reset();
    setPublishing(form);
  }

  const isShown = (which: View) => !isNarrow || view === which;
  return (
    <Box sx={{ display: 'grid', gap: 2, minWidth: 0 }}>
      {current === undefined && <Typography>{text.newForm}</Typography>}
      <OvertakenNotice editor={editor} />
      <RefusedVersionNotice editor={editor} />
      {isBegun && <Typography color="textSecondary">{text.draft}</Typography>}
      <Box role="status" sx={{ '&:empty': { display: 'none' } }}>
        {gone && (
          <Alert
            severity="info"
            role="presentation"
            action={
              <Button color="inherit" size="small" onClick={editor.undo}>
                {text.undo}
              </Button>
            }
          >
            {text.removed(nameOfRemoved(gone))}
          </Alert>
        )}
      </Box>
      {isTried && problems.length > 0 && (
        <ProblemList
          editor={editor}
          onChosen={(item) => {
            editor.choose(item);
            setView('settings');
          }}
        />
      )}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <Button variant="contained" disabled={!isBegun} onClick={publish}>
          {text.publish}
        </Button>
        {isBegun && <Button onClick={() => setIsDiscarding(true)}>{text.discard}</Button>}
      </Box>
      <ActionNotice state={action.state} />
      {isNarrow && (
        <ToggleButtonGroup
          exclusive
          fullWidth
          size="small"
          aria-label={text.views.label}
          value={view}
          onChange={(_event, next: View | null) => next && setView(next)}
        >
          {views.map((each) => (
            <ToggleButton key={each} value={each} sx={{ color: 'text.primary' }}>
              {text.views[each]}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      )}
      <Box sx={columns}>
        <Box sx={shownIf(isShown('outline'))}>
          <Part title={text.outline}>
            <FormOutline editor={editor} onChosen={() => setView('settings')} />
          </Part>
        </Box>
        <Box sx={{ ...shownIf(isShown('settings')), ...(!isNarrow && staying) }}>
          <Part title={text.settings}>
            <ItemSettings editor={editor} problemAt={problemAt} />
          </Part>
        </Box>
        <Box sx={shownIf(isShown('preview'))}>
          <Part title={text.preview}>
            <Typography variant="body2" color="textSecondary" sx={{ mb: 2 }}>
              {lastForm === undefined
                ? text.previewNever
                : editor.form === undefined
                  ? text.previewWithProblems
                  : text.previewHelp}
            </Typography>
            {lastForm && <FormPreview form={lastForm} />}
          </Part>
        </Box>
      </Box>
      {publishing && (
        <PublishDialog
          editor={editor}
          form={publishing}
          action={action}
          onClose={() => setPublishing(undefined)}
        />
      )}
      <ConfirmDialog
        open={isDiscarding}
        title={text.discardQuestion}
        confirm={text.discard}
        onConfirm={() => {
          editor.discard();
          setIsTried(false);
          setIsDiscarding(false);
        }}
        onCancel={() => setIsDiscarding(false)}
      >
        {text.discardText}
      </ConfirmDialog>
    </Box>
  );
}

const columns = {
  display: 'grid',
  gridTemplateColumns: {
    xs: 'minmax(0, 1fr)',
    md: 'minmax(0, 1fr) minmax(0, 1.1fr)',
    lg: 'minmax(0, 1fr) minmax(0, 1.1fr) minmax(0, 1.3fr)',
  },
  gap: 3,
  alignItems: 'start',
} as const;

/** In sight, however far down in the outline the chosen item is. */
const staying = {
  position: 'sticky',
  top: 'calc(var(--app-bar-height, 0px) + 1rem)',
  maxHeight: 'calc(100vh - var(--app-bar-height, 0px) - 2rem)',
  overflowY: 'auto',
  px: 0.5,
} as const;

/** Hidden, not taken away: what was typed into the preview stays. */
function shownIf(isShown: boolean) {
  return isShown ? { minWidth: 0 } : { display: 'none' };
}
