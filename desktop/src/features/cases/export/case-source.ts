import type { Case, Dossier } from '@amtsstube/shared/domain/case';
import type { FormDefinition } from '@amtsstube/shared/domain/form';
import type { ClerkId } from '@amtsstube/shared/domain/ids';
import type { MunicipalitySettings, Service, Settings } from '@amtsstube/shared/domain/settings';
import { useMemo } from 'react';
import type { Shown } from '../../../data/desk.ts';
import { useNameOf, useSettingName, useSettings } from '../../../ui/names.ts';
import { type ReadAnswer, useReadAnswerOf } from '../../../ui/read-answer.ts';

/** A case with all that is needed to put it into words. */
export interface CaseSource {
  readonly caseRecord: Case;
  readonly dossier: Shown<Dossier>;
  readonly municipality: MunicipalitySettings;
  readonly service: Service | undefined;
  /** undefined: not on this desk; then answers are named by their paths. */
  readonly form: FormDefinition | undefined;
  readonly nameOf: (id: ClerkId) => string;
  readonly settingName: (id: string) => string;
  readonly readAnswer: ReadAnswer;
}

/** undefined while the municipality's settings aren't loaded. */
export function useCaseSource(caseRecord: Case, dossier: Shown<Dossier>): CaseSource | undefined {
  const settings = useSettings();
  const nameOf = useNameOf();
  const settingName = useSettingName();
  const readAnswer = useReadAnswerOf()(dossier.document.formVersionId);
  return useMemo(() => {
    const municipality = ofKind(settings, 'municipality', 'municipality');
    if (municipality === undefined) return undefined;
    const service = ofKind(settings, 'service', caseRecord.serviceId);
    const form = ofKind(settings, 'formVersion', dossier.document.formVersionId)?.form;
    return { caseRecord, dossier, municipality, service, form, nameOf, settingName, readAnswer };
  }, [settings, caseRecord, dossier, nameOf, settingName, readAnswer]);
}

function ofKind<K extends Settings['kind']>(
  settings: readonly Settings[],
  kind: K,
  id: string,
): Extract<Settings, { kind: K }> | undefined {
  const found = settings.find((each) => each.kind === kind && each.id === id);
  return found as Extract<Settings, { kind: K }> | undefined;
}
