import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

interface ItemHeadProps {
  /** Of the question, or of the answer (`keyOf`). */
  readonly itemKey: string;
  readonly title: string;
  readonly buttons: ReactNode;
}

/** The name of a question or an answer, which takes the focus where it was moved or is new. */
export function ItemHead({ itemKey, title, buttons }: ItemHeadProps) {
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: 1 }}>
      <Typography id={titleIdOf(itemKey)} tabIndex={-1} sx={{ fontWeight: 600 }}>
        {title}
      </Typography>
      {buttons}
    </Box>
  );
}

/** Of an answer: other questions may have one of the same id. */
export function keyOf(questionId: string, answerId: string): string {
  return `${questionId}.${answerId}`;
}

export function titleIdOf(itemKey: string): string {
  return `visit-question-${itemKey}`;
}
