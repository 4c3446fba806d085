import type { CaseEvent, Dossier } from '@amtsstube/shared/domain/case';
import { formatInstant } from '@amtsstube/shared/domain/time';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { Shown } from '../../data/desk.ts';
import { de } from '../../texts/de.ts';
import { eventLine } from '../../ui/event-line.ts';
import { useNameOf, useSettingName } from '../../ui/names.ts';
import { Part } from '../../ui/part.tsx';
import { useReadAnswerOf } from '../../ui/read-answer.ts';
import { useKept } from '../../ui/use-kept.ts';
import { WaitingMark } from '../../ui/waiting-mark.tsx';
import { HistoryChoice } from './history-choice.tsx';
import { parseHistoryView, viewedEvents } from './history-view.ts';
import { type HistoryLine, withTaskLines } from './task-lines.ts';
import { useTaskLines } from './use-task-lines.ts';

/** What happened to the case, in the server's order or the newest first, all of it or one sort. What the server hasn't taken over yet says so, and gives the desk's own time; later both are told (S12). */
export function HistoryPart({ dossier }: { readonly dossier: Shown<Dossier> }) {
  const nameOf = useNameOf();
  const departmentName = useSettingName();
  const readAnswer = useReadAnswerOf()(dossier.document.formVersionId);
  const [view, setView] = useKept('cases.history', parseHistoryView);
  const ofTasks = useTaskLines(dossier.document.id);
  const events = viewedEvents(dossier.document.events, { ...view, isNewestFirst: false });
  const inOrder = withTaskLines(events, view.filter === 'all' ? ofTasks : []);
  const shown = view.isNewestFirst ? inOrder.toReversed() : inOrder;
  const lineOf = (event: CaseEvent): HistoryLine => ({
    key: event.opId,
    at: event.at,
    takenAt: event.takenAt,
    isWaiting: dossier.waiting.includes(event.opId),
    ...eventLine(event, nameOf, departmentName, readAnswer, dossier.document),
  });
  return (
    <Part title={de.cases.history.title}>
      <HistoryChoice view={view} onChange={setView} />
      {shown.length === 0 && <Typography color="textSecondary">{de.work.history.nothing}</Typography>}
      <Box component="ol" reversed={view.isNewestFirst} sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {shown.map((entry) => {
          const { key, line, text, isWaiting, ...times } = 'key' in entry ? entry : lineOf(entry);
          const at = formatInstant(times.at);
          const { takenAt, takenOverAt } = de.cases.history;
          return (
            <Box component="li" key={key} sx={row}>
              <Box component="span" sx={when}>
                {isWaiting && takenAt(at)}
                {!isWaiting && times.takenAt === undefined && at}
                {!isWaiting && times.takenAt !== undefined && (
                  <>
                    <div>{takenAt(formatInstant(times.takenAt))}</div>
                    <div>{takenOverAt(at)}</div>
                  </>
                )}
              </Box>
              <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
                <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5 }}>
                  <span>{line}</span>
                  {isWaiting && <WaitingMark />}
                </Box>
                {text !== '' && <Box sx={written}>{text}</Box>}
              </Box>
            </Box>
          );
        })}
      </Box>
    </Part>
  );
}

const row = {
  display: 'grid',
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', sm: '10rem minmax(0, 1fr)' },
  columnGap: 2,
  py: 1,
  borderTop: 1,
  borderColor: 'divider',
} as const;

const when = { color: 'text.secondary', fontVariantNumeric: 'tabular-nums' } as const;

const written = { mt: 0.5, whiteSpace: 'pre-wrap' } as const;
