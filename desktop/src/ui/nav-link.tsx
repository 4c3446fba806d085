import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import type { ReactNode } from 'react';

interface NavLinkProps {
  readonly href: string;
  readonly isCurrent: boolean;
  readonly icon: ReactNode;
  readonly label: string;
  readonly count?: number | undefined;
  /** The count wants to be looked at. */
  readonly isUrgent?: boolean;
}

/** One destination of the main navigation, with how much waits there. A list item. */
export function NavLink({ href, isCurrent, icon, label, count, isUrgent = false }: NavLinkProps) {
  return (
    <li>
      <ButtonBase href={href} aria-current={isCurrent ? 'page' : undefined} sx={link}>
        {icon}
        <Box component="span" sx={{ flex: 1 }}>
          {label}
        </Box>
        {count !== undefined && (
          <Box component="span" sx={{ ...figure, ...(isUrgent && urgent) }}>
            {count}
          </Box>
        )}
      </ButtonBase>
    </li>
  );
}

const link = {
  width: { xs: 'auto', md: '100%' },
  minHeight: '2.5rem',
  display: 'flex',
  alignItems: 'center',
  gap: { xs: 0.5, md: 1.25 },
  px: { xs: 1, md: 1.25 },
  py: 0.5,
  borderRadius: 1,
  fontSize: '1rem',
  textAlign: 'left',
  '&:hover': { bgcolor: 'action.hover' },
  '&[aria-current]': { bgcolor: 'action.selected', fontWeight: 600 },
  '& svg': { fontSize: '1.25rem', color: 'text.secondary', display: { xs: 'none', md: 'block' } },
} as const;

const figure = {
  px: 0.75,
  minWidth: '1.5rem',
  borderRadius: 3,
  textAlign: 'center',
  fontSize: '0.875rem',
  fontVariantNumeric: 'tabular-nums',
  color: 'text.secondary',
} as const;

const urgent = { bgcolor: 'warning.main', color: 'warning.contrastText', fontWeight: 600 } as const;
