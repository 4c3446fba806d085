import type { Dossier } from '@amtsstube/shared/domain/case';
import type { OpId } from '@amtsstube/shared/domain/ids';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { Shown } from '../../data/desk.ts';
import { de } from '../../texts/de.ts';
import { Facts } from '../../ui/part.tsx';
import { CorrectedBy } from './corrected-by.tsx';
import { DisputedAnswer } from './disputed-answer.tsx';
import { type UnlabelledRow, unlabelledRows } from './unlabelled-rows.ts';

/** The application while its form isn't here: nothing can be corrected, and all that was is in sight. */
export function UnlabelledAnswers({ dossier }: { readonly dossier: Shown<Dossier> }) {
  return (
    <>
      <Typography color="textSecondary" sx={{ mb: 1 }}>
        {de.cases.formMissing}
      </Typography>
      <Facts
        rows={unlabelledRows(dossier.document).map((row) => ({
          label: row.path,
          value: row.standing.length === 0 ? row.entered : <Corrected row={row} waiting={dossier.waiting} />,
        }))}
      />
    </>
  );
}

function Corrected(props: { readonly row: UnlabelledRow; readonly waiting: readonly OpId[] }) {
  const { row, waiting } = props;
  const { path, standing, entered } = row;
  const [value, ...others] = standing;
  return (
    <Box sx={{ display: 'grid', gap: 0.5 }}>
      {value && others.length === 0 && (
        <Box>
          {value.text ?? de.cases.noAnswer}
          <CorrectedBy value={value} waiting={waiting} />
        </Box>
      )}
      {others.length > 0 && (
        <DisputedAnswer
          path={path}
          label={path}
          standing={standing}
          waiting={waiting}
          onTake={undefined}
          isLocked={false}
        />
      )}
      <Box sx={{ fontSize: '0.9375rem', color: 'text.secondary' }}>
        {de.cases.correction.entered} {entered || de.cases.noAnswer}
      </Box>
    </Box>
  );
}
