import type { Service } from '@amtsstube/shared/domain/settings';
import { formatInstant } from '@amtsstube/shared/domain/time';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { de } from '../../../texts/de.ts';
import { ActionNotice } from '../../../ui/action-notice.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { formVersionsOf, type NumberedVersion } from '../../../ui/form-versions.ts';
import { ListRow, RowList } from '../../../ui/list-row.tsx';
import { useNameOf, useSettings } from '../../../ui/names.ts';
import { Part } from '../../../ui/part.tsx';
import { useAction } from '../../../ui/use-action.ts';
import { useFormDraft } from '../../../ui/use-form-draft.ts';
import { useIsNarrow } from '../../../ui/use-is-narrow.ts';
import { goTo } from '../../../ui/use-place.ts';
import { ChangeList } from './change-list.tsx';
import { compareForms } from './compare-forms.ts';
import { draftOfForm } from './draft-of-form.ts';
import { keptFormDraft } from './form-draft.ts';
import { FormPreview } from './form-preview.tsx';

/** All versions a form had, the newest first: who published each, when, and what she changed. */
export function VersionsPart({ service }: { readonly service: Service }) {
  const versions = formVersionsOf(useSettings(), service.id);
  const nameOf = useNameOf();
  const action = useAction();
  const [viewed, setViewed] = useState<NumberedVersion>();
  const [restored, setRestored] = useState<NumberedVersion>();
  const [kept, setKept] = useFormDraft(`admin/form/${service.id}`, keptFormDraft);
  const text = de.formEditor.versions;

  const factsOf = ({ version }: NumberedVersion) => {
    const { publishedAt, publishedById, state, id } = version;
    const isCurrent = id === service.formVersionId;
    const when = publishedAt === undefined ? text.shipped : text.since(formatInstant(publishedAt));
    return [
      publishedById === undefined ? when : `${when} ${text.by(nameOf(publishedById))}`,
      isCurrent ? text.current : state === 'withdrawn' ? text.withdrawn : text.mayFinish,
    ].join(' · ');
  };

  return (
    <Part title={text.title}>
      <Typography sx={{ mb: 2, maxWidth: '40rem' }}>{text.lead}</Typography>
      <ActionNotice state={action.state} />
      {versions.length === 0 && <Typography>{text.none}</Typography>}
      <RowList>
        {versions.toReversed().map((numbered) => {
          const { version, number } = numbered;
          const name = text.name(number);
          const former = versions[number - 2]?.version;
          const isCurrent = version.id === service.formVersionId;
          return (
            <ListRow
              key={version.id}
              name={name}
              facts={
                <>
                  {factsOf(numbered)}
                  {former ? (
                    <ChangeList sentences={compareForms(former.form, version.form).sentences} />
                  ) : (
                    <div>{text.first}</div>
                  )}
                </>
              }
            >
              <Button
                size="small"
                aria-label={text.ofOne(text.view, name)}
                onClick={() => setViewed(numbered)}
              >
                {text.view}
              </Button>
              {!isCurrent && (
                <Button
                  size="small"
                  aria-label={text.ofOne(text.restore, name)}
                  onClick={() => setRestored(numbered)}
                >
                  {text.restore}
                </Button>
              )}
              {!isCurrent && version.state === 'published' && (
                <Button
                  size="small"
                  aria-label={text.ofOne(text.withdraw, name)}
                  onClick={() =>
                    void action.perform('putForm', {
                      action: 'withdraw',
                      serviceId: service.id,
                      formVersionId: version.id,
                    })
                  }
                >
                  {text.withdraw}
                </Button>
              )}
            </ListRow>
          );
        })}
      </RowList>
      {viewed && <VersionDialog viewed={viewed} onClose={() => setViewed(undefined)} />}
      {restored && (
        <ConfirmDialog
          open
          title={text.restoreTitle(text.name(restored.number))}
          confirm={text.restoreConfirm}
          onConfirm={() => {
            setKept({ basedOn: service.formVersionId, draft: draftOfForm(restored.version.form) });
            goTo({ screen: 'service', serviceId: service.id, view: 'form' });
          }}
          onCancel={() => setRestored(undefined)}
        >
          {text.restoreText} {kept && text.restoreReplaces}
        </ConfirmDialog>
      )}
    </Part>
  );
}

interface VersionDialogProps {
  readonly viewed: NumberedVersion;
  readonly onClose: () => void;
}

/** A version as it was asked, to be looked at and tried out; nothing of it can be changed. */
function VersionDialog({ viewed, onClose }: VersionDialogProps) {
  const titleId = useId();
  const isNarrow = useIsNarrow();
  const text = de.formEditor;
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} fullScreen={isNarrow} fullWidth maxWidth="md">
      <DialogTitle id={titleId}>{text.versions.name(viewed.number)}</DialogTitle>
      <DialogContent>
        <Typography variant="body2" color="textSecondary" sx={{ mb: 2 }}>
          {text.previewHelp}
        </Typography>
        <FormPreview form={viewed.version.form} />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{text.versions.close}</Button>
      </DialogActions>
    </Dialog>
  );
}
