import ArrowBack from '@mui/icons-material/ArrowBack';
import NavigateBefore from '@mui/icons-material/NavigateBefore';
import NavigateNext from '@mui/icons-material/NavigateNext';
import Print from '@mui/icons-material/PrintOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { type ReactNode, useMemo } from 'react';
import { de } from '../../texts/de.ts';
import { listedCases } from '../../ui/listed-cases.ts';
import { hrefOf, type Place } from '../../ui/place.ts';
import { keysOf } from '../../ui/shortcuts.ts';
import { goTo } from '../../ui/use-place.ts';
import { useShortcuts } from '../../ui/use-shortcuts.ts';
import { SectionMenu } from './section-menu.tsx';

/** The ways out of a case: back to the list, to its neighbours there, onto paper. */
export function CaseBar({ caseId, from }: { readonly caseId: string; readonly from: Place }) {
  const listed = useMemo(() => listedCases.positionOf(caseId), [caseId]);
  const goToCase = (id: string | undefined) => id !== undefined && goTo({ screen: 'case', caseId: id });
  useShortcuts({
    previousCase: () => goToCase(listed?.previousId),
    nextCase: () => goToCase(listed?.nextId),
  });
  const text = de.cases.bar;
  return (
    <Box sx={bar}>
      <Link href={hrefOf(from)} underline="hover" sx={back}>
        <ArrowBack aria-hidden sx={{ fontSize: '1.2em' }} />
        {de.cases.back}
      </Link>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.5, ml: 'auto' }}>
        {listed && (
          <>
            <Neighbour
              id={listed.previousId}
              label={text.previous}
              keys={keysOf('previousCase')}
              go={goToCase}
            >
              <NavigateBefore />
            </Neighbour>
            <Typography variant="body2" color="textSecondary" sx={{ fontVariantNumeric: 'tabular-nums' }}>
              {text.position(listed.position, listed.count)}
            </Typography>
            <Neighbour id={listed.nextId} label={text.next} keys={keysOf('nextCase')} go={goToCase}>
              <NavigateNext />
            </Neighbour>
          </>
        )}
        <SectionMenu />
        <Button size="small" color="inherit" startIcon={<Print />} onClick={() => print()}>
          {text.print}
        </Button>
      </Box>
    </Box>
  );
}

interface NeighbourProps {
  readonly id: string | undefined;
  readonly label: string;
  readonly keys: string;
  readonly go: (id: string | undefined) => void;
  readonly children: ReactNode;
}

function Neighbour({ id, label, keys, go, children }: NeighbourProps) {
  return (
    <IconButton
      size="small"
      color="inherit"
      disabled={id === undefined}
      aria-label={label}
      aria-keyshortcuts={keys}
      title={`${label} (${keys})`}
      onClick={() => go(id)}
    >
      {children}
    </IconButton>
  );
}

const bar = {
  display: 'flex',
  displayPrint: 'none',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 2,
  mb: 1.5,
} as const;

const back = { display: 'inline-flex', alignItems: 'center', gap: 0.5 } as const;
