import Box from '@mui/material/Box';
import type { SxProps, Theme } from '@mui/material/styles';
import type { ReactNode } from 'react';

interface SubmitFormProps {
  readonly onSubmit: () => unknown;
  readonly sx?: SxProps<Theme>;
  readonly children: ReactNode;
}

/** A form whose fields say themselves what is wrong; Enter in one of them and the button do the same. */
export function SubmitForm({ onSubmit, sx = {}, children }: SubmitFormProps) {
  return (
    <Box
      component="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
      sx={sx}
    >
      {children}
    </Box>
  );
}
