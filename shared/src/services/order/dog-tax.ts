import { byMunicipality, type ServiceTemplate } from '../service-template.ts';
import { dogTaxForm } from './dog-tax-form.ts';

export const dogTax: ServiceTemplate = {
  id: 'hundesteuer-anmelden',
  name: 'Hundesteuer anmelden',
  summary:
    'Wer einen Hund hält, meldet ihn innerhalb von 14 Tagen zur Hundesteuer an. Sie brauchen dafür den Heimtierausweis mit der Chipnummer.',
  serviceKey: '99102013104000',
  office: 'order',
  referencePrefix: 'HST',
  decisionWithinDays: 30,
  description: {
    lifeSituation: 'animals',
    searchWords: ['Hund', 'Hundesteuer', 'Steuermarke', 'Welpe', 'Haustier'],
    needs: ['Heimtierausweis mit der Chipnummer', 'für eine Ermäßigung: ein Nachweis'],
    fee: {
      fromCents: 0,
      toCents: 0,
      says: 'Die Anmeldung kostet nichts. Die Höhe der Steuer steht in der Hundesteuersatzung.',
      isExample: false,
    },
    duration: 'Der Bescheid und die Steuermarke kommen nach etwa zwei Wochen.',
    ...byMunicipality,
  },
  form: dogTaxForm,
};
