import { textBlockId } from '@amtsstube/shared/domain/ids';
import { type TextBlock, textBlockContent } from '@amtsstube/shared/domain/letter-template';
import { z } from '@amtsstube/shared/domain/zod';
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { de } from '../../../texts/de.ts';
import { ActionNotice } from '../../../ui/action-notice.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import type { Action } from '../../../ui/use-action.ts';
import { useFormDraft } from '../../../ui/use-form-draft.ts';
import { ServicesField } from './services-field.tsx';

const content = z.object({
  title: z.string(),
  key: z.string(),
  text: z.string(),
  forServices: textBlockContent.shape.forServices,
});
const draft = z.object({ from: content, to: content });

interface BlockDialogProps {
  readonly block: TextBlock;
  readonly isNew: boolean;
  readonly action: Action;
  readonly onClose: () => void;
}

/** A text block in work: its name, the key that is typed after a slash, its text. */
export function BlockDialog({ block, isNew, action, onClose }: BlockDialogProps) {
  const { title, key, text: blockText, forServices } = block;
  const [opened] = useState({ title, key, text: blockText, forServices });
  const [begun, setBegun] = useFormDraft(`admin/text-block/${block.id}`, draft);
  const [isTried, setIsTried] = useState(false);
  const { from, to } = begun ?? { from: opened, to: opened };
  const text = de.letters.admin;
  const change = (changed: Partial<typeof to>) => setBegun({ from, to: { ...to, ...changed } });
  const parsed = textBlockContent.safeParse(to);
  const isWrong = (field: string) =>
    isTried && parsed.error?.issues.some(({ path }) => path[0] === field) === true;

  async function save() {
    setIsTried(true);
    if (!parsed.success) return;
    const changed = (['title', 'key', 'text'] as const).filter((field) => from[field] !== to[field]);
    const isForOthers = from.forServices.join() !== to.forServices.join();
    const payload = isNew
      ? ({
          action: 'add',
          textBlockId: textBlockId.parse(crypto.randomUUID()),
          textBlock: parsed.data,
        } as const)
      : ({
          action: 'change',
          textBlockId: block.id,
          ...Object.fromEntries(changed.map((field) => [field, { from: from[field], to: to[field] }])),
          ...(isForOthers && { forServices: { from: from.forServices, to: to.forServices } }),
        } as const);
    if (await action.perform('putTextBlock', payload)) close();
  }

  function close() {
    setBegun(undefined);
    onClose();
  }

  return (
    <ConfirmDialog
      open
      title={isNew ? text.newBlock : text.changeBlock(block.title)}
      confirm={de.admin.save}
      busy={action.state.state === 'saving'}
      onConfirm={() => void save()}
      onCancel={close}
    >
      <Box sx={{ display: 'grid', gap: 2, pt: 1 }}>
        <TextField
          label={text.blockTitle}
          value={to.title}
          error={isWrong('title')}
          onChange={(event) => change({ title: event.target.value })}
          autoFocus
        />
        <TextField
          label={text.key}
          helperText={text.keyHelp}
          value={to.key}
          error={isWrong('key')}
          onChange={(event) => change({ key: event.target.value.toLowerCase() })}
        />
        <TextField
          label={text.fields.text}
          value={to.text}
          error={isWrong('text')}
          onChange={(event) => change({ text: event.target.value })}
          multiline
          minRows={4}
          maxRows={14}
        />
        <ServicesField chosen={to.forServices} onChange={(chosen) => change({ forServices: chosen })} />
      </Box>
      {action.state.state === 'failed' && <ActionNotice state={action.state} />}
    </ConfirmDialog>
  );
}
