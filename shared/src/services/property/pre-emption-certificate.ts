import {
  applicantIs,
  applicantSection,
  choice,
  date,
  group,
  information,
  money,
  pattern,
  text,
  unlessUploaded,
  upload,
} from '../fields.ts';
import { byMunicipality, exampleFee, type ServiceTemplate } from '../service-template.ts';

export const preEmptionCertificate: ServiceTemplate = {
  id: 'negativzeugnis-vorkaufsrecht',
  name: 'Negativzeugnis zum Vorkaufsrecht beantragen',
  summary:
    'Wird ein Grundstück verkauft, kann die Gemeinde ein Vorkaufsrecht haben. Das Negativzeugnis bestätigt, dass sie es nicht hat oder nicht ausübt. Meist beantragt es das Notariat.',
  serviceKey: null,
  office: 'land',
  referencePrefix: 'NVK',
  // § 28 Abs. 2 Satz 1 BauGB
  decisionWithinDays: null,
  decisionWithinMonths: 3,
  description: {
    lifeSituation: 'property',
    searchWords: ['Vorkaufsrecht', 'Negativattest', 'Grundstück kaufen', 'Kaufvertrag', 'Notar', 'Hauskauf'],
    needs: [
      'Kaufvertrag oder die Angaben daraus',
      'Gemarkung, Flur und Flurstück',
      'Vollmacht, wenn Sie für andere handeln',
    ],
    fee: exampleFee(25, 30, '25 bis 30 € nach der Verwaltungsgebührensatzung'),
    duration: 'Meist zwei Wochen. Das Gesetz lässt der Gemeinde höchstens drei Monate Zeit.',
    ...byMunicipality,
    channels: ['online'],
  },
  form: {
    ...applicantIs,
    summaryFields: ['district', 'soldOn'],
    sections: [
      applicantSection({
        fields: [
          choice('role', 'Sie handeln als', {
            notary: 'Notariat',
            buyer: 'Käuferin oder Käufer',
            seller: 'Verkäuferin oder Verkäufer',
            proxy: 'bevollmächtigte Person',
          }),
          pattern('notaryReference', 'Urkundennummer', {
            help: 'Sie steht auf der ersten Seite des Vertrages.',
            expression: '\\d{1,5}/\\d{4}',
            says: 'Die Urkundennummer besteht aus Nummer und Jahr, zum Beispiel 512/2026.',
            example: '512/2026',
            showWhen: { fieldId: 'role', equals: 'notary' },
          }),
        ],
      }),
      {
        title: 'Angaben zum Verkauf',
        fields: [
          text('district', 'Gemarkung'),
          group(
            'parcels',
            'Flurstücke',
            {
              entryTitle: 'Flurstück',
              addLabel: 'Weiteres Flurstück hinzufügen',
              minimumCount: 1,
              maximumCount: 10,
            },
            [
              pattern('parcelSection', 'Flur', {
                expression: '\\d{1,3}',
                says: 'Die Flur ist eine Zahl mit höchstens drei Stellen.',
                example: '4',
              }),
              pattern('parcelNumber', 'Flurstück', {
                expression: '\\d{1,5}(?:/\\d{1,4})?',
                says: 'Das Flurstück ist eine Zahl, oft mit Schrägstrich, zum Beispiel 117/2.',
                example: '117/2',
              }),
            ],
          ),
          date('soldOn', 'Datum des Kaufvertrages'),
          money('price', 'Kaufpreis', { required: false, help: 'Nur, wenn er im Vertrag genannt ist.' }),
          text('buyerName', 'Name der Käuferin oder des Käufers', {
            showWhen: { not: { fieldId: 'role', equals: 'buyer' } },
          }),
          upload('contract', 'Kaufvertrag'),
          information(
            'proxyNote',
            'Vollmacht',
            'Bitte reichen Sie die Vollmacht zusammen mit dem Vertrag ein.',
            { showWhen: { fieldId: 'role', equals: 'proxy' } },
          ),
        ],
      },
    ],
    supportingDocuments: [
      { id: 'contractCopy', label: 'Kopie des Kaufvertrages', neededWhen: unlessUploaded('contract') },
      { id: 'authority', label: 'Vollmacht', neededWhen: { fieldId: 'role', equals: 'proxy' } },
    ],
  },
};
