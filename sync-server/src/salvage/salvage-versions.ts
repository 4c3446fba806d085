import { isDeepStrictEqual } from 'node:util';
import { type Dossier, dossier } from '@amtsstube/shared/domain/case';
import { keyOf } from '@amtsstube/shared/domain/documents';
import type { SalvageEntry } from '@amtsstube/shared/replication/salvage';

/**
 * Without versions that another one holds wholly: ten desks bring the same ten times. What is different in anything stays,
 * because only a person can tell which is right (L8).
 */
export function distinct(entries: readonly SalvageEntry[]): readonly SalvageEntry[] {
  return [...Map.groupBy(entries, keyOf).values()].flatMap((versions) => {
    const kept: SalvageEntry[] = [];
    for (const each of versions) {
      if (kept.some((other) => isContained(each, other))) continue;
      kept.push(each);
    }
    return kept.filter((each, index) => !kept.slice(index + 1).some((later) => isContained(each, later)));
  });
}

function isContained(version: SalvageEntry, other: SalvageEntry): boolean {
  if (isDeepStrictEqual(version.document, other.document)) return true;
  const [inner, outer] = [dossierOf(version), dossierOf(other)];
  if (!inner || !outer || !isDeepStrictEqual(inner.answers, outer.answers)) return false;
  return inner.events.every((event) => outer.events.some((same) => isDeepStrictEqual(event, same)));
}

function dossierOf({ collection, document }: SalvageEntry): Dossier | undefined {
  return collection === 'dossiers' ? dossier.safeParse(document).data : undefined;
}
