import ArrowDropDown from '@mui/icons-material/ArrowDropDown';
import Check from '@mui/icons-material/Check';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { type Ref, useState } from 'react';
import { de } from '../../texts/de.ts';
import type { FilterKind } from './case-filters.ts';

interface FilterMenuProps {
  readonly ref?: Ref<HTMLButtonElement> | undefined;
  readonly kind: FilterKind;
  readonly values: readonly string[];
  readonly chosen: readonly string[];
  readonly labelOf: (kind: FilterKind, value: string) => string;
  /** Asked only while the menu is open. */
  readonly count: (kind: FilterKind) => ReadonlyMap<string, number>;
  readonly onToggle: (kind: FilterKind, value: string) => void;
}

/** One kind of filter: a button, and behind it the values to tick, each with how many cases it would show. */
export function FilterMenu({ ref, kind, values, chosen, labelOf, count, onToggle }: FilterMenuProps) {
  const [anchor, setAnchor] = useState<HTMLElement>();
  const name = de.inbox.filters.kinds[kind];
  const counts = anchor && count(kind);
  return (
    <>
      <Button
        ref={ref}
        size="small"
        variant={chosen.length > 0 ? 'contained' : 'outlined'}
        color={chosen.length > 0 ? 'primary' : 'inherit'}
        aria-haspopup="menu"
        aria-expanded={anchor !== undefined}
        endIcon={<ArrowDropDown aria-hidden />}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ '& .MuiButton-endIcon': { ml: 0 } }}
      >
        {chosen.length > 0 ? de.inbox.filters.chosen(name, chosen.length) : name}
      </Button>
      {anchor && (
        <Menu
          open
          anchorEl={anchor}
          onClose={() => setAnchor(undefined)}
          slotProps={{
            list: { 'aria-label': de.inbox.filters.menu(name), dense: true },
            // the menu hangs outside the page's landmarks, so it is one itself
            paper: { component: 'section', 'aria-label': de.inbox.filters.menu(name) },
          }}
        >
          {values.map((value) => {
            const isChosen = chosen.includes(value);
            const label = labelOf(kind, value);
            const hits = counts?.get(value) ?? 0;
            return (
              <MenuItem
                key={value}
                role="menuitemcheckbox"
                aria-checked={isChosen}
                aria-label={de.inbox.filters.option(label, hits)}
                onClick={() => onToggle(kind, value)}
              >
                <Box component="span" sx={{ width: '1.75rem', display: 'inline-flex' }}>
                  {isChosen && <Check aria-hidden fontSize="small" />}
                </Box>
                <Box component="span" sx={{ flex: 1, pr: 3 }}>
                  {label}
                </Box>
                <Box component="span" sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums' }}>
                  {de.inbox.count(hits)}
                </Box>
              </MenuItem>
            );
          })}
        </Menu>
      )}
    </>
  );
}
