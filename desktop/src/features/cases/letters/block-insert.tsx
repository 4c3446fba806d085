import type { TextBlock } from '@amtsstube/shared/domain/letter-template';
import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { de } from '../../../texts/de.ts';
import { compareGerman } from '../../../ui/german-text.ts';

interface BlockInsertProps {
  readonly blocks: readonly TextBlock[];
  readonly isLocked: boolean;
  readonly onInsert: (text: string) => void;
}

/** Text blocks by name: typed a part of, chosen, and they stand in the text. */
export function BlockInsert({ blocks, isLocked, onInsert }: BlockInsertProps) {
  const [isOpen, setIsOpen] = useState(false);
  const text = de.letters.blocks;
  const sorted = blocks.toSorted((left, right) => compareGerman(left.title, right.title));
  if (!isOpen)
    return (
      <Box>
        <Button size="small" disabled={isLocked} onClick={() => setIsOpen(true)}>
          {text.insert}
        </Button>
      </Box>
    );
  return (
    <Autocomplete
      options={sorted}
      getOptionLabel={({ title, key }) => `${title} (/${key})`}
      openOnFocus
      autoHighlight
      noOptionsText={text.none}
      onChange={(_event, chosen) => {
        if (chosen) onInsert(chosen.text);
        setIsOpen(false);
      }}
      onClose={() => setIsOpen(false)}
      renderInput={(parameters) => (
        <TextField {...parameters} label={text.search} helperText={text.help} autoFocus />
      )}
    />
  );
}
