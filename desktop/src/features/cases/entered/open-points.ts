import type { AsWritten, Dossier } from '@amtsstube/shared/domain/case';
import { currentAnswers, standingCorrections } from '@amtsstube/shared/domain/corrections';
import { missingAnswers } from '@amtsstube/shared/domain/entered-answers';
import type { FormDefinition } from '@amtsstube/shared/domain/form';
import { locateField } from '@amtsstube/shared/domain/forms/locate-field';

export interface OpenPoint {
  readonly path: string;
  readonly label: string;
}

/** What is still to be found out about a case that a clerk entered. */
export interface OpenPoints {
  readonly missing: readonly OpenPoint[];
  /** As it stands on the paper, where no clerk has settled it by a correction. */
  readonly asWritten: readonly (OpenPoint & Pick<AsWritten, 'text'>)[];
}

/** Nothing for an application that was sent: the form's rules held there. */
export function openPoints(form: FormDefinition, dossier: Dossier): OpenPoints {
  const { events, asWritten = [] } = dossier;
  if (!events.some(({ kind }) => kind === 'entered')) return { missing: [], asWritten: [] };
  const settled = standingCorrections(dossier);
  const pointAt = (path: string): OpenPoint => ({ path, label: labelAt(form, path) });
  return {
    missing: missingAnswers(form, currentAnswers(dossier), asWritten).map(pointAt),
    asWritten: asWritten
      .filter(({ path }) => !settled.has(path))
      .map(({ path, text }) => ({ ...pointAt(path), text })),
  };
}

function labelAt(form: FormDefinition, path: string): string {
  const located = locateField(form, path);
  if (located === undefined) return path;
  return located.entry === undefined ? located.field.label : `${located.entry}: ${located.field.label}`;
}
