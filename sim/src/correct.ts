import type { Case, Dossier } from '@amtsstube/shared/domain/case';
import { standingCorrections } from '@amtsstube/shared/domain/corrections';
import type { Random } from './random.ts';
import type { SimDesk } from './sim-desk.ts';

/** Few answers and few values, so that clerks meet: in the same one, in another, and in what no form takes. */
const corrections = [
  ['dogName', 'Rex'],
  ['dogName', 'Hasso'],
  ['dogName', 'Bello'],
  ['breed', 'Dackel'],
  ['email', 'erika@example.org'],
  ['email', 'keine Adresse'],
  ['phone', null],
] as const;

/** A clerk corrects an answer on the basis of what she sees, as the screen does; on a disputed one that settles it. */
export async function correct(
  random: Random,
  { id: caseId }: Case,
  desk: Pick<SimDesk, 'shown' | 'do'>,
): Promise<void> {
  const dossier = desk.shown('dossiers', caseId) as Dossier | null | undefined;
  const [path, value] = random.pick(corrections) ?? corrections[0];
  if (!dossier) return;
  const basedOn = (standingCorrections(dossier).get(path) ?? [])
    .flatMap((standing) => standing.corrections)
    .map(({ opId }) => opId);
  const { formVersionId } = dossier;
  await desk.do('correctAnswer', { caseId, formVersionId, path, basedOn, value });
}
