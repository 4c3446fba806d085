import { caseRecord, dossier } from '../domain/case.ts';
import type { FormDefinition } from '../domain/form.ts';
import type { AnswerWords } from '../domain/forms/kinds/kind.ts';
import type { MunicipalitySettings } from '../domain/settings.ts';
import type { LocalDate } from '../domain/time.ts';
import type { LetterSource } from './draft-letter.ts';

/** A person and a case that don't exist, for whoever writes a template to see what becomes of it. */
export function sampleSource(given: {
  readonly municipality: MunicipalitySettings;
  readonly serviceName: string;
  readonly departmentName: string;
  readonly clerkName: string;
  readonly today: LocalDate;
  readonly answerWords: AnswerWords;
}): LetterSource {
  const at = `${given.today}T09:00:00.000Z`;
  const common = { id: 'sample', scope: 'all' };
  return {
    ...given,
    caseRecord: caseRecord.parse({
      ...common,
      fileReference: `XYZ-${given.today.slice(0, 4)}-00042`,
      serviceId: 'sample',
      departmentId: 'sample',
      channel: 'web',
      status: 'inProgress',
      applicantName: 'Erika Mustermann',
      submittedAt: at,
      deadlineOn: null,
      assigneeId: null,
      assignedAt: null,
      decision: null,
      eventCount: 1,
      lastEventAt: at,
    }),
    dossier: dossier.parse({
      ...common,
      formVersionId: 'sample.1',
      answers: {
        name: 'Erika Mustermann',
        address: { street: 'Musterweg', houseNumber: '7', postalCode: '39576', place: 'Musterstadt' },
      },
      contactEmail: null,
      trackingCode: 'ABCDE-FGHJK-23456',
      events: [],
    }),
    form,
    reason: 'Hier steht die Begründung, die in der Entscheidung geschrieben wird.',
  };
}

const form: FormDefinition = {
  sections: [
    {
      title: 'Person',
      fields: [
        { id: 'name', type: 'text', label: 'Name', required: true, maxLength: 120 },
        { id: 'address', type: 'address', label: 'Anschrift', required: true, isApplicants: true },
      ],
    },
  ],
  applicantNameFields: ['name'],
  summaryFields: ['name'],
};
