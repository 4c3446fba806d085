import type { CorrectedAnswerRow, CorrectedRow } from '@amtsstube/shared/domain/describe-corrected';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { de } from '../../texts/de.ts';
import { canCorrect } from '../../ui/case-actions.ts';
import { useDesk } from '../../ui/desk-context.tsx';
import { Facts } from '../../ui/part.tsx';
import { Answer } from './answer.tsx';
import type { OpenApplication } from './use-correction.ts';

type EntriesRow = Extract<CorrectedRow, { readonly kind: 'entries' }>;
type Block =
  | { readonly kind: 'answers'; readonly key: string; readonly rows: readonly CorrectedAnswerRow[] }
  | EntriesRow;

interface AnswerRowsProps {
  readonly rows: readonly CorrectedRow[];
  /** Of the entry they belong to. */
  readonly entry?: string;
  readonly application: OpenApplication;
}

/** Answers row by row; the entries of a repeated group stand under their own titles, where the form has them. */
export function AnswerRows({ rows, entry, application }: AnswerRowsProps) {
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      {blocksOf(rows).map((block) =>
        block.kind === 'answers' ? (
          <Facts
            key={block.key}
            rows={block.rows.map((row) => ({
              id: row.path,
              label: row.label,
              value: (
                <Answer
                  row={row}
                  name={entry === undefined ? row.label : `${entry}, ${row.label}`}
                  application={application}
                />
              ),
            }))}
          />
        ) : (
          <Entries key={block.path} block={block} application={application} />
        ),
      )}
    </Box>
  );
}

function Entries({
  block: { label, entries },
  application,
}: {
  readonly block: EntriesRow;
  readonly application: OpenApplication;
}) {
  const { desk } = useDesk();
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      {entries.map(({ title, rows }) => (
        <Box key={title} sx={{ pl: 1.5, borderLeft: 3, borderColor: 'divider' }}>
          <Typography variant="subtitle2" component="h4" sx={{ mb: 0.5 }}>
            {title}
          </Typography>
          <AnswerRows rows={rows} entry={title} application={application} />
        </Box>
      ))}
      {entries.length === 0 && <Facts rows={[{ label, value: de.cases.noAnswer }]} />}
      {canCorrect(desk.actor, application.openCase) && (
        <Typography variant="body2" color="textSecondary" sx={{ displayPrint: 'none' }}>
          {de.cases.correction.entriesStay(label)}
        </Typography>
      )}
    </Box>
  );
}

/** Named by where it stands: an open editor must stay when another answer comes before it. */
function blocksOf(rows: readonly CorrectedRow[]): readonly Block[] {
  const blocks: Block[] = [];
  for (const row of rows) {
    const last = blocks.at(-1);
    if (row.kind === 'entries') blocks.push(row);
    else if (last?.kind === 'answers') blocks[blocks.length - 1] = { ...last, rows: [...last.rows, row] };
    else blocks.push({ kind: 'answers', key: last ? `after ${last.path}` : 'first', rows: [row] });
  }
  return blocks;
}
