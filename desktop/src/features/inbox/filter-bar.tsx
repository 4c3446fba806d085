import FilterList from '@mui/icons-material/FilterList';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { CaseRow } from '../../data/desk.ts';
import { de } from '../../texts/de.ts';
import { useIsNarrow } from '../../ui/use-is-narrow.ts';
import { useShortcuts } from '../../ui/use-shortcuts.ts';
import { countValues, type FilterContext, type Filters, filterKinds, toggleFilter } from './case-filters.ts';
import { FilterMenu } from './filter-menu.tsx';
import { type FilterWords, offeredKinds } from './filter-words.ts';

interface FilterBarProps {
  readonly filters: Filters;
  readonly onChange: (filters: Filters) => void;
  readonly words: FilterWords;
  /** What the filters choose from. */
  readonly rows: readonly CaseRow[];
  readonly context: FilterContext;
}

/** One button for each kind of filter; in narrow windows they wait behind one. */
export function FilterBar({ filters, onChange, words, rows, context }: FilterBarProps) {
  const isNarrow = useIsNarrow();
  const [isOpen, setIsOpen] = useState(false);
  const first = useRef<HTMLButtonElement>(null);
  const groupId = useId();
  useShortcuts({
    filters: () => {
      flushSync(() => setIsOpen(true));
      first.current?.focus();
    },
  });
  const text = de.inbox.filters;
  const set = filterKinds.reduce((sum, kind) => sum + filters[kind].length, 0);
  const isShown = !isNarrow || isOpen;

  return (
    <>
      {isNarrow && (
        <Button
          size="small"
          variant="outlined"
          color="inherit"
          startIcon={<FilterList aria-hidden />}
          aria-expanded={isOpen}
          aria-controls={isOpen ? groupId : undefined}
          onClick={() => setIsOpen(!isOpen)}
        >
          {set > 0 ? text.chosen(text.title, set) : text.title}
        </Button>
      )}
      {isShown && (
        <Box
          role="group"
          id={groupId}
          aria-label={text.title}
          sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75, flexBasis: isNarrow ? '100%' : 'auto' }}
        >
          {offeredKinds(words.values, (kind) => filters[kind].length > 0).map((kind, index) => (
            <FilterMenu
              key={kind}
              ref={index === 0 ? first : undefined}
              kind={kind}
              values={words.values[kind]}
              chosen={filters[kind]}
              labelOf={words.labelOf}
              count={(of) => countValues(rows, filters, of, context)}
              onToggle={(of, value) => onChange(toggleFilter(filters, of, value))}
            />
          ))}
        </Box>
      )}
    </>
  );
}
