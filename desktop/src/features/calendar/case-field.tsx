import type { CaseId } from '@amtsstube/shared/domain/ids';
import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import type { CaseRow } from '../../data/desk.ts';
import { de } from '../../texts/de.ts';
import { useDesk } from '../../ui/desk-context.tsx';
import { searchCases } from '../../ui/search-cases.ts';
import { useReplayed } from '../../ui/use-replayed.ts';

const most = 8;

/** The case the visit is about, found by its reference or its applicant's name. */
export function CaseField(props: {
  readonly caseId: CaseId | null;
  readonly onChange: (caseId: CaseId | null) => void;
}) {
  const { desk } = useDesk();
  const cases = useReplayed(desk.caseList$, undefined) ?? [];
  const [query, setQuery] = useState('');
  const chosen = cases.find(({ caseRecord }) => caseRecord.id === props.caseId) ?? null;
  const found = query.trim() === '' ? [] : searchCases(cases, query).slice(0, most);
  return (
    <Autocomplete
      options={chosen && !found.includes(chosen) ? [chosen, ...found] : [...found]}
      value={chosen}
      onChange={(_event, row) => props.onChange(row?.caseRecord.id ?? null)}
      onInputChange={(_event, typed, because) => {
        if (because === 'input') setQuery(typed);
      }}
      filterOptions={(options) => options}
      getOptionLabel={labelOf}
      getOptionKey={({ caseRecord }) => caseRecord.id}
      isOptionEqualToValue={(a, b) => a.caseRecord.id === b.caseRecord.id}
      noOptionsText={query.trim() === '' ? de.calendar.booking.caseHelp : de.calendar.booking.noCase}
      openText={de.calendar.booking.case}
      closeText={de.app.close}
      clearText={de.calendar.booking.discard}
      renderInput={(params) => (
        <TextField {...params} label={de.calendar.booking.case} helperText={de.calendar.booking.caseHelp} />
      )}
    />
  );
}

function labelOf({ caseRecord: { fileReference, applicantName } }: CaseRow): string {
  return `${fileReference || de.cases.noReference}, ${applicantName}`;
}
