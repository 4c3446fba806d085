import type { Service, Settings } from '@amtsstube/shared/domain/settings';
import { de } from '../../texts/de.ts';

/** What to bring for a service, as the citizens' page says it: its own list, and what its form asks for besides. */
export function broughtTo(
  { description, formVersionId }: Service,
  settings: readonly Settings[],
): readonly string[] {
  const needs = description?.needs ?? [];
  const version = settings.find((each) => each.kind === 'formVersion' && each.id === formVersionId);
  const documents = version?.kind === 'formVersion' ? (version.form.supportingDocuments ?? []) : [];
  const others = documents
    .filter(({ label }) => !needs.includes(label))
    .map(({ label, neededWhen }) => (neededWhen ? de.calendar.service.dependsOnCase(label) : label));
  return [...needs, ...others];
}
