import type { Dossier, JointApplicant } from '@amtsstube/shared/domain/case';
import { de } from '../../../texts/de.ts';

/** Who takes part beside the applicant, for the screen and for paper: an entry for each, its lines in one text. */
export function partyRows({ jointApplicants = [], representedBy }: Dossier) {
  const text = de.cases.entered;
  return [
    ...jointApplicants.map((party, index) => ({
      id: `joint ${index}`,
      label: text.joint,
      value: linesOf(party),
    })),
    ...(representedBy
      ? [
          {
            id: 'proxy',
            label: text.proxy,
            value: `${linesOf(representedBy)}\n${text.powerOfAttorney[representedBy.hasPowerOfAttorney ? 'there' : 'missing']}`,
          },
        ]
      : []),
  ];
}

function linesOf({ name, address }: JointApplicant): string {
  return address === '' ? name : `${name}\n${address}`;
}
