import {
  type LetterTemplate,
  type TemplateContent,
  templateContent,
} from '@amtsstube/shared/domain/letter-template';
import {
  answerPrefix,
  commonPlaceholders,
  type Placeholder,
  unknownPlaceholders,
} from '@amtsstube/shared/domain/placeholders';
import type { Settings } from '@amtsstube/shared/domain/settings';
import type { PayloadOf } from '@amtsstube/shared/operations/registry';

/** What of a template is edited. */
export function contentOf({
  id: _id,
  version: _version,
  retiredAt: _at,
  ...content
}: LetterTemplate): TemplateContent {
  return templateContent.parse(content);
}

type Change = Extract<PayloadOf<'putTemplate'>, { action: 'change' }>;

/** Only what differs from what was there when the editing began: another's change of another field stays. */
export function changesOf(
  templateId: LetterTemplate['id'],
  from: TemplateContent,
  to: TemplateContent,
): Change | undefined {
  const fields = Object.keys(from) as (keyof TemplateContent)[];
  const changed = fields.filter((field) => JSON.stringify(from[field]) !== JSON.stringify(to[field]));
  if (changed.length === 0) return undefined;
  const changes = Object.fromEntries(changed.map((field) => [field, { from: from[field], to: to[field] }]));
  return { action: 'change', templateId, ...changes } as Change;
}

/** What may stand in double braces: what every case has, and the answers of the services' forms. */
export function placeholdersFor(
  settings: readonly Settings[],
  { forServices }: Pick<TemplateContent, 'forServices'>,
): readonly Placeholder[] {
  const forms = settings.filter(
    (each) => each.kind === 'formVersion' && forServices.some((id) => id === each.serviceId),
  );
  const answers = forms.flatMap((version) =>
    version.kind === 'formVersion'
      ? version.form.sections
          .flatMap(({ fields }) => fields)
          .filter(({ type }) => type !== 'group' && type !== 'information' && type !== 'upload')
          .map(({ id, label }) => ({ name: `${answerPrefix}${id}`, meaning: label }))
      : [],
  );
  return [...commonPlaceholders, ...new Map(answers.map((each) => [each.name, each])).values()];
}

export type TemplateField = 'subject' | 'text' | 'legalRemedy' | 'closing';

/** Each gap that nobody could fill, with the field and the line it stands in; `known` as `placeholdersFor` tells it. */
export function unknownIn(
  content: TemplateContent,
  known: readonly Placeholder[],
): readonly { readonly field: TemplateField; readonly name: string; readonly line: number }[] {
  const isKnown = (name: string) => known.some((each) => each.name === name);
  return (['subject', 'text', 'legalRemedy', 'closing'] as const).flatMap((field) =>
    unknownPlaceholders(content[field], isKnown).map((unknown) => ({ field, ...unknown })),
  );
}
