import { mediaTypes } from '@amtsstube/shared/domain/blob';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useRef } from 'react';
import { de } from '../../texts/de.ts';
import type { Entry } from './use-entry.ts';

/** The scanned paper, and what came with it: added to the case once it is saved. */
export function EntryFiles({ entry, isLocked }: { readonly entry: Entry; readonly isLocked: boolean }) {
  const input = useRef<HTMLInputElement>(null);
  const { files, setFiles } = entry;
  const text = de.entry.files;
  return (
    <Box component="section" aria-label={text.title}>
      <Typography variant="h2" sx={{ mb: 1.5 }}>
        {text.title}
      </Typography>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={mediaTypes.join()}
        onChange={({ target }) => {
          setFiles([...files, ...[...(target.files ?? [])].filter((file) => !files.some(isSameAs(file)))]);
          // the same file chosen again is a change again
          target.value = '';
        }}
      />
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, '&:empty': { display: 'none' } }}>
        {files.map((file) => (
          <Box
            component="li"
            key={nameOf(file)}
            sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.5, mb: 0.5 }}
          >
            <span>{file.name}</span>
            <Button
              size="small"
              disabled={isLocked}
              onClick={() => setFiles(files.filter((each) => each !== file))}
            >
              {text.remove(file.name)}
            </Button>
          </Box>
        ))}
      </Box>
      <Button variant="outlined" disabled={isLocked} onClick={() => input.current?.click()}>
        {text.add}
      </Button>
      <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
        {text.help}
      </Typography>
    </Box>
  );
}

/** The same file chosen again. */
function isSameAs(file: File): (other: File) => boolean {
  return (other) => nameOf(other) === nameOf(file);
}

function nameOf({ name, size, lastModified }: File): string {
  return `${name} ${size} ${lastModified}`;
}
