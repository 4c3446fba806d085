import type { FormDefinition } from '../../domain/form.ts';
import type { FormField } from '../../domain/forms/field.ts';
import { applicantIs, applicantSection, choice, number, text, unlessUploaded, upload } from '../fields.ts';
import { exampleFee } from '../service-template.ts';

export const recordFee = exampleFee(10, 30, '10 € für die erste Urkunde, 5 € für jede weitere gleiche');

/** The same at every certificate: who may have it (§ 62 PStG), how many, of which kind. */
export function recordForm(title: string, about: readonly FormField[], summaryField: string): FormDefinition {
  return {
    ...applicantIs,
    summaryFields: [summaryField],
    sections: [
      applicantSection({
        asks: ['bornOn'],
        fields: [
          choice('entitlement', 'Warum dürfen Sie die Urkunde bekommen?', {
            own: 'Sie betrifft mich selbst',
            spouse: 'Sie betrifft meine Ehe- oder Lebenspartnerin oder meinen Ehe- oder Lebenspartner',
            line: 'Sie betrifft meine Eltern, Großeltern, Kinder oder Enkel',
            interest: 'Ich habe ein rechtliches Interesse, zum Beispiel als Erbin oder Erbe',
            proxy: 'Ich handle mit Vollmacht',
          }),
          text('interestIn', 'Worin besteht Ihr rechtliches Interesse?', {
            maxLength: 300,
            showWhen: { fieldId: 'entitlement', equals: 'interest' },
          }),
        ],
      }),
      { title, fields: [...about] },
      {
        title: 'Angaben zur Urkunde',
        fields: [
          choice('version', 'Welche Fassung brauchen Sie?', {
            german: 'deutsche Urkunde',
            multilingual: 'mehrsprachige Urkunde für das Ausland',
            register: 'beglaubigter Ausdruck aus dem Register',
          }),
          number('copies', 'Anzahl', { minimum: 1, maximum: 10 }),
          text('purpose', 'Wofür brauchen Sie die Urkunde?', {
            required: false,
            help: 'Für Renten und Sozialleistungen ist sie oft kostenlos.',
          }),
          upload('identity', 'Kopie des Ausweises'),
        ],
      },
    ],
    supportingDocuments: [
      { id: 'idCard', label: 'Personalausweis oder Reisepass', neededWhen: unlessUploaded('identity') },
      { id: 'authority', label: 'Vollmacht', neededWhen: { fieldId: 'entitlement', equals: 'proxy' } },
      {
        id: 'interestProof',
        label: 'Nachweis des rechtlichen Interesses',
        help: 'Zum Beispiel ein Schreiben des Nachlassgerichts.',
        neededWhen: { fieldId: 'entitlement', equals: 'interest' },
      },
      {
        id: 'lineProof',
        label: 'Nachweis der Verwandtschaft',
        help: 'Zum Beispiel die eigene Geburtsurkunde.',
        neededWhen: { fieldId: 'entitlement', equals: 'line' },
      },
    ],
  };
}
