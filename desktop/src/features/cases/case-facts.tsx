import type { Case, Dossier } from '@amtsstube/shared/domain/case';
import { de } from '../../texts/de.ts';
import { useSettingName } from '../../ui/names.ts';
import { Facts, Part } from '../../ui/part.tsx';

/** What the office calls this case: service, applicant, the code the citizen follows it with. */
export function CaseFacts(props: { readonly openCase: Case; readonly dossier: Dossier | undefined }) {
  const { openCase, dossier } = props;
  const settingName = useSettingName();
  const text = de.cases.facts;
  const contact = dossier?.contactEmail;
  return (
    <Part title={text.title}>
      <Facts
        rows={[
          { label: text.service, value: settingName(openCase.serviceId) },
          { label: text.department, value: settingName(openCase.departmentId) },
          { label: text.applicant, value: openCase.applicantName },
          ...(dossier ? [{ label: text.trackingCode, value: dossier.trackingCode }] : []),
          ...(contact ? [{ label: text.email, value: contact }] : []),
        ]}
      />
    </Part>
  );
}
