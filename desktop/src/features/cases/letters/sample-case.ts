import type { CasePaper } from '@amtsstube/shared/domain/case-paper';
import type { MunicipalitySettings, Service } from '@amtsstube/shared/domain/settings';
import type { Instant } from '@amtsstube/shared/domain/time';
import { aCase, aDossier } from '@amtsstube/shared/fixtures/builders';
import { berndKrueger, testTownSettings } from '@amtsstube/shared/fixtures/test-town';
import { dogTax } from '@amtsstube/shared/services/order/dog-tax';
import { readAnswerWith } from '../../../ui/read-answer.ts';
import { paperOfCase } from '../export/paper-of-case.ts';

/** A case on paper as the office keeps it, or as it goes to another body. */
export function sampleCase(at: Instant, isForOthers: boolean): CasePaper {
  const document = aDossier();
  return paperOfCase(
    {
      caseRecord: aCase(),
      dossier: { document, waiting: [] },
      municipality: testTownSettings.find(({ kind }) => kind === 'municipality') as MunicipalitySettings,
      service: testTownSettings.find(({ kind }) => kind === 'service') as Service,
      form: dogTax.form,
      nameOf: () => berndKrueger.name,
      settingName: (id) => id,
      readAnswer: readAnswerWith(testTownSettings, document.formVersionId),
    },
    { at, isForOthers, listed: [{ name: 'Zeugnis.pdf', says: 'liegt bei' }], documents: [] },
  );
}
