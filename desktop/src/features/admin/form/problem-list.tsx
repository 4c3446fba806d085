import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { useEffect, useRef } from 'react';
import { de } from '../../../texts/de.ts';
import { nameOfItem } from './item-names.ts';
import type { FormEditor } from './use-form-editor.ts';

interface ProblemListProps {
  readonly editor: FormEditor;
  readonly onChosen: (item: string) => void;
}

/** Everything that keeps the draft from being published; each leads to its place. */
export function ProblemList({ editor, onChosen }: ProblemListProps) {
  const list = useRef<HTMLDivElement>(null);
  const { draft, problems } = editor;
  const text = de.formEditor.problems;
  useEffect(() => list.current?.focus(), []);
  return (
    <Alert severity="error" ref={list} tabIndex={-1}>
      {text.title(problems.length)}
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {problems.map(({ item, part, says }) => (
          <li key={`${item} ${part}`}>
            <Link
              component="button"
              color="inherit"
              sx={{ textAlign: 'left' }}
              onClick={() => onChosen(item)}
            >
              {text.at(nameOfItem(draft, item), says)}
            </Link>
          </li>
        ))}
      </Box>
    </Alert>
  );
}
