import type { DescribedRow } from '@amtsstube/shared/domain/forms/describe-answers';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { Facts } from '../../ui/part.tsx';

type Answer = Extract<DescribedRow, { readonly kind: 'answer' }>;
type Block =
  | { readonly kind: 'answers'; readonly rows: readonly Answer[] }
  | Extract<DescribedRow, { readonly kind: 'entries' }>;

/** Answers row by row; the entries of a repeated group stand under their own titles, where the form has them. */
export function AnswerRows({ rows }: { readonly rows: readonly DescribedRow[] }) {
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      {blocksOf(rows).map((block) =>
        block.kind === 'answers' ? (
          <Facts
            key={block.rows[0]?.path}
            rows={block.rows.map(({ path, label, text }) => ({ id: path, label, value: text }))}
          />
        ) : (
          block.entries.map(({ title, rows: inner }) => (
            <Box key={`${block.path} ${title}`} sx={{ pl: 1.5, borderLeft: 3, borderColor: 'divider' }}>
              <Typography variant="subtitle2" component="h4" sx={{ mb: 0.5 }}>
                {title}
              </Typography>
              <AnswerRows rows={inner} />
            </Box>
          ))
        ),
      )}
    </Box>
  );
}

function blocksOf(rows: readonly DescribedRow[]): readonly Block[] {
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
