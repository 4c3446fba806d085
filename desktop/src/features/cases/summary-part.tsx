import type { Case } from '@amtsstube/shared/domain/case';
import { formatInstant, formatLocalDate, localDateOf } from '@amtsstube/shared/domain/time';
import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import type { Shown } from '../../data/desk.ts';
import { de } from '../../texts/de.ts';
import { useHolderAway } from '../../ui/absence/use-absence.ts';
import { CaseStatusMark } from '../../ui/case-status-mark.tsx';
import { useNameOf } from '../../ui/names.ts';
import { useToday } from '../../ui/use-today.ts';
import { handOverWords, statusSince, whoHasIt } from './case-summary.ts';
import { useTroubleWith, useWaitingFiles } from './use-case.ts';

/** How the case stands, at a glance: state, who has it, since when, and how far this desk's own changes to it are. */
export function SummaryPart({ shown }: { readonly shown: Shown<Case> }) {
  const { document: openCase, waiting } = shown;
  const nameOf = useNameOf();
  const today = useToday();
  const { expected, refused } = useTroubleWith(openCase.id);
  const files = useWaitingFiles(openCase.id);
  const since = openCase.status === 'received' ? receivedAt(openCase) : formatInstant(statusSince(openCase));
  const who = whoHasIt(openCase, nameOf);
  const away = useHolderAway()(openCase.assigneeId);
  const isTroubled = expected.length + refused.length > 0;
  const text = de.cases.summary;
  return (
    <Box component="dl" sx={strip}>
      <Fact label={text.status} since={text.since(since)}>
        <CaseStatusMark caseRecord={openCase} today={today} />
      </Fact>
      <Fact label={de.cases.facts.assignee} since={[who.since, away].filter(Boolean).join(' · ')}>
        {who.value}
      </Fact>
      <Fact label={de.cases.facts.receivedAt} since={de.cases.facts.channels[openCase.channel]}>
        {receivedAt(openCase)}
      </Fact>
      <Fact label={text.handOver} since="">
        <Box
          component="span"
          sx={{ color: isTroubled || waiting.length + files > 0 ? 'warning.main' : 'text.primary' }}
        >
          {handOverWords(waiting.length, expected.length, refused.length, files)}
        </Box>
      </Fact>
    </Box>
  );
}

/** Of what a clerk entered the day is known, and no hour. */
function receivedAt({ channel, submittedAt }: Case): string {
  return channel === 'web' ? formatInstant(submittedAt) : formatLocalDate(localDateOf(submittedAt));
}

function Fact(props: { readonly label: string; readonly since: string; readonly children: ReactNode }) {
  const { label, since, children } = props;
  return (
    <Box sx={{ minWidth: 0 }}>
      <Box component="dt" sx={{ fontSize: '0.875rem', color: 'text.secondary' }}>
        {label}
      </Box>
      <Box component="dd" sx={{ m: 0, fontWeight: 600, overflowWrap: 'anywhere' }}>
        {children}
        {since && (
          <Box component="span" sx={small}>
            {since}
          </Box>
        )}
      </Box>
    </Box>
  );
}

const strip = {
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fit, minmax(min(11rem, 100%), 1fr))',
  columnGap: 3,
  rowGap: 1,
  m: 0,
  mt: 1.5,
  px: 2,
  py: 1.25,
  border: 1,
  borderColor: 'divider',
  borderRadius: 1,
  bgcolor: 'background.paper',
} as const;

const small = { display: 'block', fontSize: '0.875rem', fontWeight: 400, color: 'text.secondary' } as const;
