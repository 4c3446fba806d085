import type { TemplateContent } from '@amtsstube/shared/domain/letter-template';
import type { LetterSource } from '@amtsstube/shared/letters/draft-letter';
import { sampleSource } from '@amtsstube/shared/letters/sample-source';
import { de } from '../../../texts/de.ts';
import { useDesk } from '../../../ui/desk-context.tsx';
import { useNameOf, useSettingName, useSettings } from '../../../ui/names.ts';
import { useToday } from '../../../ui/use-today.ts';

/** The data of somebody who doesn't exist, for the first of these services; undefined while the settings aren't here. */
export function useSampleSource(forServices: TemplateContent['forServices']): LetterSource | undefined {
  const { desk } = useDesk();
  const settings = useSettings();
  const settingName = useSettingName();
  const nameOf = useNameOf();
  const today = useToday();
  const municipality = settings.find((each) => each.kind === 'municipality');
  if (municipality?.kind !== 'municipality' || desk.actor.kind !== 'clerk') return undefined;
  const [service] = forServices;
  const offered = settings.find((each) => each.kind === 'service' && each.id === service);
  const version = settings.find(
    (each) => each.kind === 'formVersion' && offered?.kind === 'service' && each.id === offered.formVersionId,
  );
  const department = settings.find((each) => each.kind === 'department');
  return sampleSource({
    municipality,
    serviceName: service === undefined ? de.letters.admin.sampleService : settingName(service),
    departmentName: department?.kind === 'department' ? department.name : '',
    clerkName: nameOf(desk.actor.clerkId),
    ...de.letters.admin.sampleWays,
    today,
    answerWords: de.cases.answerWords,
    form: version?.kind === 'formVersion' ? version.form : undefined,
  });
}
