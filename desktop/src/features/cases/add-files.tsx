import { mediaTypes } from '@amtsstube/shared/domain/blob';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useRef } from 'react';
import { de } from '../../texts/de.ts';
import type { Impossible } from '../../ui/case-actions.ts';
import { impossibleSentence } from '../../ui/impossible-sentence.ts';
import { useNameOf } from '../../ui/names.ts';
import type { AddingFiles } from './use-add-files.ts';

const severities = { running: 'info', saved: 'success', doubtful: 'warning', failed: 'error' } as const;

/** The way to more files that needs no mouse, and what became of those just added. */
export function AddFiles({
  adding,
  impossible,
  isOver,
}: {
  readonly adding: AddingFiles;
  readonly impossible: Impossible | undefined;
  readonly isOver: boolean;
}) {
  const nameOf = useNameOf();
  const input = useRef<HTMLInputElement>(null);
  const said = adding.lines.filter(({ outcome }) => outcome !== 'failed');
  const failed = adding.lines.filter(({ outcome }) => outcome === 'failed');
  return (
    <Box sx={{ display: 'grid', displayPrint: 'none', gap: 1, mt: 1.5, justifyItems: 'start' }}>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={mediaTypes.join()}
        onChange={({ target }) => {
          void adding.add([...(target.files ?? [])]);
          // the same file chosen again is a change again
          target.value = '';
        }}
      />
      <Button
        variant="outlined"
        disabled={impossible !== undefined || adding.isRunning}
        onClick={() => input.current?.click()}
      >
        {de.cases.files.add}
      </Button>
      <Typography variant="body2" color="textSecondary">
        {impossible
          ? impossibleSentence(impossible, nameOf)
          : isOver
            ? de.cases.files.drop
            : de.cases.files.help}
      </Typography>
      <Box role="status" sx={{ display: 'grid', gap: 1, '&:empty': { display: 'none' } }}>
        {said.map(({ id, outcome, sentence }) => (
          <Alert key={id} severity={severities[outcome]} role="presentation">
            {sentence}
          </Alert>
        ))}
      </Box>
      {failed.map(({ id, sentence }) => (
        <Alert key={id} severity="error">
          {sentence}
        </Alert>
      ))}
    </Box>
  );
}
