import type { Dossier } from '@amtsstube/shared/domain/case';
import { de } from '../../../texts/de.ts';
import { Facts, Part } from '../../../ui/part.tsx';

/** Who applies together with the applicant, and who acts for them. */
export function Parties({ dossier }: { readonly dossier: Dossier }) {
  const { jointApplicants = [], representedBy } = dossier;
  const text = de.cases.entered;
  if (jointApplicants.length === 0 && representedBy === undefined) return null;
  const lines = ({ name, address }: { readonly name: string; readonly address: string }) =>
    address === '' ? name : `${name}\n${address}`;
  return (
    <Part title={text.parties}>
      <Facts
        rows={[
          ...jointApplicants.map((party, index) => ({
            id: `joint ${index}`,
            label: text.joint,
            value: lines(party),
          })),
          ...(representedBy
            ? [
                {
                  label: text.proxy,
                  value: `${lines(representedBy)}\n${text.powerOfAttorney[representedBy.hasPowerOfAttorney ? 'there' : 'missing']}`,
                },
              ]
            : []),
        ]}
      />
    </Part>
  );
}
