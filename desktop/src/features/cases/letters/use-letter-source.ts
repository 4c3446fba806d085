import type { Case, Dossier } from '@amtsstube/shared/domain/case';
import type { FeeSums } from '@amtsstube/shared/domain/fees/fee';
import type { Settings } from '@amtsstube/shared/domain/settings';
import type { LetterSource } from '@amtsstube/shared/letters/draft-letter';
import { useMemo } from 'react';
import { de } from '../../../texts/de.ts';
import { useDesk } from '../../../ui/desk-context.tsx';
import { useClerks, useNameOf, useSettingName, useSettings } from '../../../ui/names.ts';
import { useToday } from '../../../ui/use-today.ts';

/** What a letter of this case is made from; undefined while something of it isn't on this desk. */
export function useLetterSource(
  caseRecord: Case,
  dossier: Dossier | undefined,
  reason: string,
  /** As it will be once the letter counts. */
  fee: FeeSums | undefined = caseRecord.fee,
): LetterSource | undefined {
  const { actor } = useDesk().desk;
  const settings = useSettings();
  const settingName = useSettingName();
  const nameOf = useNameOf();
  const clerks = useClerks();
  const today = useToday();
  return useMemo(() => {
    const municipality = municipalityIn(settings);
    const version = settings.find(
      (each) => each.kind === 'formVersion' && each.id === dossier?.formVersionId,
    );
    if (dossier === undefined || municipality === undefined || version?.kind !== 'formVersion')
      return undefined;
    if (actor.kind !== 'clerk') return undefined;
    const signing = clerks.find(({ id }) => id === actor.clerkId);
    return {
      caseRecord,
      dossier,
      form: version.form,
      municipality,
      serviceName: settingName(caseRecord.serviceId),
      departmentName: settingName(caseRecord.departmentId),
      clerkName: nameOf(actor.clerkId),
      clerkPhone: signing?.phone,
      clerkRoom: signing?.room,
      today,
      reason,
      answerWords: de.cases.answerWords,
      fee,
    };
  }, [caseRecord, dossier, reason, fee, settings, settingName, nameOf, clerks, today, actor]);
}

function municipalityIn(settings: readonly Settings[]) {
  const found = settings.find((each) => each.kind === 'municipality');
  return found?.kind === 'municipality' ? found : undefined;
}
