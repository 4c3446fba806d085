import type { FormField } from '../../domain/forms/field.ts';
import { address, choice, date, longText, number, text, yesNo } from '../fields.ts';
import { exampleFee } from '../service-template.ts';

export const tradeFee = exampleFee(15, 60, '15 bis 60 € je nach Aufwand');
export const tradeWords = ['Gewerbe', 'Gewerbeamt', 'selbstständig', 'Firma', 'Unternehmen'];

/** Who runs it: asked at each of the three notices (§ 14 GewO). */
export const tradeFields: readonly FormField[] = [
  choice('legalForm', 'Rechtsform', {
    sole: 'Einzelunternehmen',
    partnership: 'Gesellschaft bürgerlichen Rechts (GbR)',
    registered: 'im Handelsregister eingetragen (GmbH, OHG, e. K. …)',
  }),
  text('registeredName', 'Eingetragener Name', { showWhen: { fieldId: 'legalForm', equals: 'registered' } }),
  text('registerNumber', 'Registergericht und Nummer', {
    help: 'Zum Beispiel: Amtsgericht Stendal, HRB 1234.',
    showWhen: { fieldId: 'legalForm', equals: 'registered' },
  }),
  address('businessAddress', 'Anschrift der Betriebsstätte'),
  longText('activity', 'Tätigkeit', {
    help: 'Bitte genau beschreiben: „Handel mit Fahrrädern“ statt „Handel“.',
    maxLength: 1000,
  }),
];

export const staffFields: readonly FormField[] = [
  number('fullTime', 'Beschäftigte in Vollzeit', { maximum: 10_000 }),
  number('partTime', 'Beschäftigte in Teilzeit', { maximum: 10_000 }),
];

export const dateOf = (label: string): FormField => date('effectiveOn', label);
export const sideline: FormField = yesNo('isSideline', 'Ist es ein Nebenerwerb?');
