import Close from '@mui/icons-material/Close';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Chip from '@mui/material/Chip';
import { useRef } from 'react';
import { de } from '../../texts/de.ts';
import { type FilterKind, type Filters, filterKinds } from './case-filters.ts';
import type { FilterWords } from './filter-words.ts';

interface FilterChipsProps {
  readonly filters: Filters;
  readonly labelOf: FilterWords['labelOf'];
  readonly onRemove: (kind: FilterKind, value: string) => void;
  readonly onReset: () => void;
}

/** The filters that are set, each to be taken away by a press, and one button for all. */
export function FilterChips({ filters, labelOf, onRemove, onReset }: FilterChipsProps) {
  const list = useRef<HTMLUListElement>(null);
  const text = de.inbox.filters;
  const set = filterKinds.flatMap((kind) => filters[kind].map((value) => ({ kind, value })));
  if (set.length === 0) return null;

  /** The pressed chip goes; the keyboard goes on at the next one. */
  function remove(index: number, kind: FilterKind, value: string) {
    onRemove(kind, value);
    requestAnimationFrame(() => {
      const left = list.current?.querySelectorAll<HTMLElement>('button');
      left?.[Math.min(index, left.length - 1)]?.focus();
    });
  }

  return (
    <Box component="ul" aria-label={text.active} ref={list} sx={chips}>
      {set.map(({ kind, value }, index) => {
        const label = labelOf(kind, value);
        return (
          <li key={`${kind}/${value}`}>
            <Chip
              component="button"
              size="small"
              variant="outlined"
              icon={<Close aria-hidden />}
              label={text.chip(text.kinds[kind], label)}
              aria-label={text.remove(text.kinds[kind], label)}
              onClick={() => remove(index, kind, value)}
              sx={{ fontSize: '0.875rem', height: '1.75rem' }}
            />
          </li>
        );
      })}
      <li>
        <Button size="small" onClick={onReset}>
          {text.reset}
        </Button>
      </li>
    </Box>
  );
}

const chips = {
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: 0.75,
  listStyle: 'none',
  m: 0,
  p: 0,
} as const;
