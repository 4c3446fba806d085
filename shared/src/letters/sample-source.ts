import { caseRecord, dossier } from '../domain/case.ts';
import type { FormDefinition } from '../domain/form.ts';
import type { AnswerWords } from '../domain/forms/kinds/kind.ts';
import type { MunicipalitySettings } from '../domain/settings.ts';
import type { LocalDate } from '../domain/time.ts';
import type { LetterSource } from './draft-letter.ts';
import { sampleAnswers } from './sample-answers.ts';

/** A person and a case that don't exist, for whoever writes a template to see what becomes of it. */
export function sampleSource(given: {
  readonly municipality: MunicipalitySettings;
  readonly serviceName: string;
  readonly departmentName: string;
  readonly clerkName: string;
  readonly clerkPhone?: string | undefined;
  readonly clerkRoom?: string | undefined;
  readonly today: LocalDate;
  readonly answerWords: AnswerWords;
  /** Of the service the template is for: each question has an answer to be put in. */
  readonly form?: FormDefinition | undefined;
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
        ...(given.form && sampleAnswers(given.form)),
        ...sampleAnswers(person),
        sampleName: 'Erika Mustermann',
      },
      contactEmail: null,
      trackingCode: 'ABCDE-FGHJK-23456',
      events: [],
    }),
    form: given.form ? addressedTo(given.form) : person,
    reason: 'Hier steht die Begründung, die in der Entscheidung geschrieben wird.',
  };
}

/** Whom it goes to: not every form asks for an address. Its names are of no form. */
const person: FormDefinition = {
  sections: [
    {
      title: 'Person',
      fields: [
        { id: 'sampleName', type: 'text', label: 'Name', required: true, maxLength: 120 },
        { id: 'sampleAddress', type: 'address', label: 'Anschrift', required: true, isApplicants: true },
      ],
    },
  ],
  applicantNameFields: ['sampleName'],
  summaryFields: ['sampleName'],
};

function addressedTo({ sections, summaryFields = [] }: FormDefinition): FormDefinition {
  return { ...person, sections: [...person.sections, ...sections], summaryFields };
}
