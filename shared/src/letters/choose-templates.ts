import type { DecisionKind } from '../domain/decision.ts';
import { isFor, type LetterTemplate, letterTemplate } from '../domain/letter-template.ts';
import type { Settings } from '../domain/settings.ts';
import { defaultTemplates, receiptTemplateId } from './default-templates.ts';

/** The town's own templates, those retired too. */
export function ownTemplates(settings: readonly Settings[]): readonly LetterTemplate[] {
  return settings
    .filter((each) => each.kind === 'template')
    .map(({ kind: _kind, scope: _scope, ...template }) => letterTemplate.parse(template));
}

/**
 * What a letter of this service can be made from, what fits closest first: the service's own, the town's for all
 * services, and where the town has none, what is shipped. `kind` undefined: a letter that decides nothing.
 */
export function templatesFor(
  settings: readonly Settings[],
  service: string,
  kind: DecisionKind | undefined,
): readonly LetterTemplate[] {
  const fits = (template: LetterTemplate) =>
    isFor(template, service) &&
    (kind === undefined ? template.decisionKinds.length === 0 : template.decisionKinds.includes(kind));
  const own = ownTemplates(settings).filter(fits);
  if (own.length === 0) return defaultTemplates.filter(fits);
  return [...own.filter(isSpecial), ...own.filter((template) => !isSpecial(template))];
}

/** What is handed out at the counter: the town's own template of that name, else the one that is shipped. */
export function receiptTemplate(settings: readonly Settings[], service: string): LetterTemplate | undefined {
  const shipped = defaultTemplates.find(({ id }) => id === receiptTemplateId);
  return templatesFor(settings, service, undefined).find(({ name }) => name === shipped?.name) ?? shipped;
}

function isSpecial({ forServices }: LetterTemplate): boolean {
  return forServices.length > 0;
}
