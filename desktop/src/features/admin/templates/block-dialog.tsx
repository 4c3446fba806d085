import { textBlockId } from '@amtsstube/shared/domain/ids';
import { type TextBlock, textBlockContent } from '@amtsstube/shared/domain/letter-template';
import { type CommonPlaceholder, unknownPlaceholders } from '@amtsstube/shared/domain/placeholders';
import { z } from '@amtsstube/shared/domain/zod';
import { ownTextBlocks } from '@amtsstube/shared/letters/choose-text-blocks';
import { fillBlock } from '@amtsstube/shared/letters/draft-letter';
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { de } from '../../../texts/de.ts';
import { ActionNotice } from '../../../ui/action-notice.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { useSettings } from '../../../ui/names.ts';
import type { Action } from '../../../ui/use-action.ts';
import { useFormDraft } from '../../../ui/use-form-draft.ts';
import { ServicesField } from './services-field.tsx';
import { placeholdersFor } from './template-content.ts';
import { sheet } from './template-preview.tsx';
import { TextWithGaps } from './text-with-gaps.tsx';
import { useSampleSource } from './use-sample-source.ts';

const content = z.object({
  title: z.string(),
  key: z.string(),
  text: z.string(),
  forServices: textBlockContent.shape.forServices,
});
const draft = z.object({ from: content, to: content });

const reasonPlaceholder: CommonPlaceholder = 'Begründung';

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
  const settings = useSettings();
  const sample = useSampleSource(to.forServices);
  const text = de.letters.admin;
  const change = (changed: Partial<typeof to>) => setBegun({ from, to: { ...to, ...changed } });
  const parsed = textBlockContent.safeParse(to);
  // a block goes into a reason, and a reason can't be part of itself
  const known = placeholdersFor(settings, to).filter(({ name }) => name !== reasonPlaceholder);
  const [unknown] = unknownPlaceholders(to.text, (name) => known.some((each) => each.name === name));
  const taken = ownTextBlocks(settings).find(
    ({ id, key, retiredAt }) => id !== block.id && key === to.key && retiredAt === undefined,
  );
  const isWrong = (field: string) =>
    isTried && parsed.error?.issues.some(({ path }) => path[0] === field) === true;

  async function save() {
    setIsTried(true);
    if (!parsed.success || unknown || taken) return;
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
      onDismiss={onClose}
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
          helperText={taken ? text.keyTaken(taken.title) : text.keyHelp}
          value={to.key}
          error={isWrong('key') || taken !== undefined}
          onChange={(event) => change({ key: event.target.value.toLowerCase() })}
        />
        <TextWithGaps
          label={text.fields.text}
          text={to.text}
          known={known}
          problem={unknown ? text.unknown(unknown.name, unknown.line) : isWrong('text') ? '' : undefined}
          isLong
          onChange={(changed) => change({ text: changed })}
        />
        {sample && to.text.includes('{{') && (
          <Box component="section" aria-label={text.blockPreview} sx={{ minWidth: 0 }}>
            <Typography variant="body2" color="textSecondary" sx={{ mb: 0.5 }}>
              {text.blockPreview}
            </Typography>
            <Box sx={sheet}>{fillBlock(to.text, sample)}</Box>
          </Box>
        )}
        <ServicesField chosen={to.forServices} onChange={(chosen) => change({ forServices: chosen })} />
      </Box>
      {action.state.state === 'failed' && <ActionNotice state={action.state} />}
    </ConfirmDialog>
  );
}
