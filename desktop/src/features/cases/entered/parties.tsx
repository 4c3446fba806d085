import type { Dossier } from '@amtsstube/shared/domain/case';
import { de } from '../../../texts/de.ts';
import { Facts, Part } from '../../../ui/part.tsx';
import { partyRows } from './party-rows.ts';

/** Who applies together with the applicant, and who acts for them. */
export function Parties({ dossier }: { readonly dossier: Dossier }) {
  const rows = partyRows(dossier);
  if (rows.length === 0) return null;
  return (
    <Part title={de.cases.entered.parties}>
      <Facts rows={rows} />
    </Part>
  );
}
