import type { CorrectedAnswerRow, CorrectedRow } from '@amtsstube/shared/domain/describe-corrected';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { Facts } from '../../ui/part.tsx';
import { Answer } from './answer.tsx';
import type { OpenApplication } from './use-correction.ts';

type Block =
  | { readonly kind: 'answers'; readonly rows: readonly CorrectedAnswerRow[] }
  | Extract<CorrectedRow, { readonly kind: 'entries' }>;

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
            key={block.rows[0]?.path}
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
          block.entries.map(({ title, rows: inner }) => (
            <Box key={`${block.path} ${title}`} sx={{ pl: 1.5, borderLeft: 3, borderColor: 'divider' }}>
              <Typography variant="subtitle2" component="h4" sx={{ mb: 0.5 }}>
                {title}
              </Typography>
              <AnswerRows rows={inner} entry={title} application={application} />
            </Box>
          ))
        ),
      )}
    </Box>
  );
}

function blocksOf(rows: readonly CorrectedRow[]): readonly Block[] {
  const blocks: Block[] = [];
  for (const row of rows) {
    const last = blocks.at(-1);
    if (row.kind === 'entries') blocks.push(row);
    else if (last?.kind === 'answers')
      blocks[blocks.length - 1] = { kind: 'answers', rows: [...last.rows, row] };
    else blocks.push({ kind: 'answers', rows: [row] });
  }
  return blocks;
}
