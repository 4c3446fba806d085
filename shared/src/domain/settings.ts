import { appointmentOffer, bookingSettings } from './appointments/booking-settings.ts';
import { visitQuestions } from './appointments/visit-questions.ts';
import { type Colour, contrastWithWhite, neededContrast } from './colour.ts';
import { accountBic, accountHolder, accountIban } from './fees/bank-account.ts';
import { formDefinition } from './form.ts';
import { clerkId, departmentId, formVersionId, serviceId } from './ids.ts';
import { referencePrefix } from './lease.ts';
import { letterTemplate, textBlock } from './letter-template.ts';
import { scope } from './scope.ts';
import { serviceDescription } from './service-description.ts';
import { instant } from './time.ts';
import { z } from './zod.ts';

const common = { scope };

/** Dark enough to be seen on white; for dark pages a lighter one is made of it. */
export const townColour = z
  .custom<Colour>((value) => typeof value === 'string' && /^#[0-9a-f]{6}$/.test(value))
  .refine((colour) => contrastWithWhite(colour) >= neededContrast);

const namedColours = { blue: '#171a2b', green: '#1f6b3a', wine: '#8a1f44' } as const;

/** The colour itself, of those that were set up by name, too. */
export function colourOf(colour: NonNullable<MunicipalitySettings['colour']>): Colour {
  return colour in namedColours ? namedColours[colour as keyof typeof namedColours] : (colour as Colour);
}

export const municipalitySettings = z.strictObject({
  ...common,
  kind: z.literal('municipality'),
  id: z.literal('municipality'),
  name: z.string().min(1).max(120),
  /** Sender's address of mails, and what the citizen page names as contact. */
  email: z.email(),
  phone: z.string().max(60),
  /** Up to four lines, as on a letterhead. */
  address: z.string().max(200),
  // absent in what was set up before these were asked for
  web: z.string().max(200).optional(),
  /** Free text, line by line. */
  openingHours: z.string().max(500).optional(),
  /** Bank, IBAN and BIC in one line, for letters. */
  bankLine: z.string().max(200).optional(),
  /** Where fees are paid to; without an IBAN no letter has a payment slip. `bankHolder`: absent or '' = the municipality. */
  bankHolder: accountHolder.optional(),
  bankIban: accountIban.or(z.literal('')).optional(),
  bankBic: accountBic.or(z.literal('')).optional(),
  /** Who leads the office (Amtsleitung), and who signs letters. */
  officeHead: z.string().max(120).optional(),
  signatory: z.string().max(120).optional(),
  /** `39576 Musterstadt`, one for each place and postcode that belongs to it: how citizens find it. */
  places: z.array(z.string().min(1).max(80)).max(200).optional(),
  /** What the citizens' pages are marked with; absent: blue. */
  colour: z.union([z.enum(['blue', 'green', 'wine']), townColour]).optional(),
  /** Imprint: who represents the municipality (mayor), and who answers for the content (§ 18 (2) MStV). */
  representedBy: z.string().max(120).optional(),
  responsiblePerson: z.string().max(200).optional(),
  /** Privacy (Art. 13 GDPR): whom to ask, and the authority to complain to where it isn't the state's. */
  dataProtectionOfficer: z.string().max(300).optional(),
  privacyAuthority: z.string().max(300).optional(),
  /** Accessibility statement (§ 16b BGG LSA): what isn't accessible yet, when that was checked, and whom to turn to. */
  knownBarriers: z.string().max(1000).optional(),
  accessibilityCheckedOn: z.string().max(40).optional(),
  accessibilityBody: z.string().max(400).optional(),
});
export type MunicipalitySettings = z.infer<typeof municipalitySettings>;

export const department = z.strictObject({
  ...common,
  kind: z.literal('department'),
  id: departmentId,
  name: z.string().min(1).max(120),
  /** Closed: nobody works in it, nothing is handed to it. Kept, because cases and histories name it. */
  deactivatedAt: instant.optional(),
});
export type Department = z.infer<typeof department>;

/** A service (Dienstleistung) as the municipality offers it. Keys are data: 2019's list is partly outdated. */
export const service = z.strictObject({
  ...common,
  kind: z.literal('service'),
  id: serviceId,
  name: z.string().min(1).max(160),
  summary: z.string().max(500),
  /** LeiKa key, 14 digits, or null where none is known. */
  serviceKey: z
    .string()
    .regex(/^99\d{12}$/)
    .nullable(),
  departmentId,
  /** First part of the file reference, `HST` in `HST-2026-00017`. */
  referencePrefix,
  /** The version a new application uses; null = not offered online. */
  formVersionId: formVersionId.nullable(),
  /** Taken off the citizens' page for the time being; the form stays. */
  isSwitchedOff: z.boolean().optional(),
  /** Calendar days from the day an application comes in to the day it is to be decided; null = no deadline. */
  decisionWithinDays: z.int().min(1).max(3650).nullable(),
  /** The same in months, as laws often say it; then there are no days. Absent: not in months. */
  decisionWithinMonths: z.int().min(1).max(120).optional(),
  /** A decision takes two (Vier-Augen-Prinzip); of applications that come in from then on. */
  needsSecondApproval: z.boolean().optional(),
  /** What the citizen page tells beside name and summary; services set up without it are shown without it. */
  description: serviceDescription.optional(),
  /** By appointment; absent: people come without one. */
  appointment: appointmentOffer.optional(),
  /** Asked before a time is chosen; absent: nothing is. */
  visitQuestions: visitQuestions.optional(),
});
export type Service = z.infer<typeof service>;

/** Whether a citizen can apply for it online now. */
export function isOfferedOnline({ formVersionId: version, isSwitchedOff }: Service): boolean {
  return version !== null && isSwitchedOff !== true;
}

/** A form as published once. An application keeps the version it was made with. */
export const formVersion = z.strictObject({
  ...common,
  kind: z.literal('formVersion'),
  id: formVersionId,
  serviceId,
  state: z.enum(['published', 'withdrawn']),
  form: formDefinition,
  /** Absent: it came with the service. */
  publishedAt: instant.optional(),
  /** Absent in what came before it was kept, and where the town was set up with it. */
  publishedById: clerkId.optional(),
});
export type FormVersion = z.infer<typeof formVersion>;

/** What letters are made from; a town without one uses what is shipped (`default-templates.ts`). */
export const templateSettings = z.strictObject({
  ...common,
  kind: z.literal('template'),
  ...letterTemplate.shape,
});

export const textBlockSettings = z.strictObject({
  ...common,
  kind: z.literal('textBlock'),
  ...textBlock.shape,
});

export const settings = z.discriminatedUnion('kind', [
  municipalitySettings,
  department,
  service,
  formVersion,
  templateSettings,
  textBlockSettings,
  bookingSettings,
]);
export type Settings = z.infer<typeof settings>;
