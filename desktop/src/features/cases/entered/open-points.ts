import type { AsWritten, Dossier } from '@amtsstube/shared/domain/case';
import { currentAnswers, standingCorrections } from '@amtsstube/shared/domain/corrections';
import { missingAnswers } from '@amtsstube/shared/domain/entered-answers';
import type { FormDefinition } from '@amtsstube/shared/domain/form';
import { labelAt } from '@amtsstube/shared/domain/forms/label-at';

export interface OpenPoint {
  readonly path: string;
  readonly label: string;
}

/** What is still to be found out about a case that a clerk entered. */
export interface OpenPoints {
  readonly missing: readonly OpenPoint[];
  /** As it stands on the paper; it stays to be read beside the correction a clerk settled it by. */
  readonly asWritten: readonly (OpenPoint & Pick<AsWritten, 'text'> & { readonly isSettled: boolean })[];
}

/** Nothing for an application that was sent: the form's rules held there. Without its form nobody knows what is missing. */
export function openPoints(form: FormDefinition | undefined, dossier: Dossier): OpenPoints {
  const { events, asWritten = [] } = dossier;
  if (!events.some(({ kind }) => kind === 'entered')) return { missing: [], asWritten: [] };
  const settled = standingCorrections(dossier);
  const pointAt = (path: string): OpenPoint => ({ path, label: labelAt(form, path) });
  return {
    missing: form ? missingAnswers(form, currentAnswers(dossier), asWritten).map(pointAt) : [],
    asWritten: asWritten.map(({ path, text }) => ({
      ...pointAt(path),
      text,
      isSettled: settled.has(path),
    })),
  };
}
