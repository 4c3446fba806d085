import Clear from '@mui/icons-material/Clear';
import Search from '@mui/icons-material/Search';
import IconButton from '@mui/material/IconButton';
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import { useRef } from 'react';
import { de } from '../../texts/de.ts';
import { useShortcuts } from '../../ui/use-shortcuts.ts';

interface SearchFieldProps {
  readonly query: string;
  readonly onChange: (query: string) => void;
  /** Into the list. */
  readonly onArrowDown: () => void;
  readonly onEnter: () => void;
}

/** Search as you type. Escape empties it, arrow down goes to the first hit, Enter opens it. */
export function SearchField({ query, onChange, onArrowDown, onEnter }: SearchFieldProps) {
  const input = useRef<HTMLInputElement>(null);
  useShortcuts({ search: () => input.current?.focus() });

  function clear() {
    onChange('');
    input.current?.focus();
  }

  return (
    <TextField
      label={de.inbox.search}
      size="small"
      value={query}
      inputRef={input}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'ArrowDown') onArrowDown();
        else if (event.key === 'Enter' && query.trim() !== '') onEnter();
        else if (event.key === 'Escape' && query !== '') clear();
        else return;
        event.preventDefault();
      }}
      sx={{ flex: '1 1 18rem', maxWidth: 440 }}
      slotProps={{
        // the browser would keep a history of searched names
        htmlInput: { autoComplete: 'off', spellCheck: false, 'aria-keyshortcuts': '/' },
        input: {
          startAdornment: (
            <InputAdornment position="start">
              <Search aria-hidden />
            </InputAdornment>
          ),
          endAdornment: query !== '' && (
            <InputAdornment position="end">
              <IconButton size="small" edge="end" aria-label={de.inbox.clearSearch} onClick={clear}>
                <Clear />
              </IconButton>
            </InputAdornment>
          ),
        },
      }}
    />
  );
}
