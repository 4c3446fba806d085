import Box from '@mui/material/Box';

interface PlaceLinksProps {
  readonly label: string;
  readonly links: readonly { readonly href: string; readonly name: string; readonly isCurrent: boolean }[];
}

/** Links, not tabs: each part has its address, and "back" works. */
export function PlaceLinks({ label, links }: PlaceLinksProps) {
  return (
    <Box component="nav" aria-label={label} sx={{ mt: 2, mb: 3 }}>
      <Box component="ul" sx={list}>
        {links.map(({ href, name, isCurrent }) => (
          <li key={href}>
            <Box component="a" href={href} aria-current={isCurrent ? 'page' : undefined} sx={link}>
              {name}
            </Box>
          </li>
        ))}
      </Box>
    </Box>
  );
}

const list = {
  listStyle: 'none',
  display: 'flex',
  flexWrap: 'wrap',
  columnGap: 0.5,
  p: 0,
  m: 0,
  borderBottom: 1,
  borderColor: 'divider',
} as const;

const link = {
  display: 'block',
  px: 1.5,
  py: 1,
  color: 'text.primary',
  textDecoration: 'none',
  borderBottom: 3,
  borderColor: 'transparent',
  '&:hover': { bgcolor: 'action.hover' },
  '&[aria-current]': { borderColor: 'primary.main', fontWeight: 600 },
} as const;
