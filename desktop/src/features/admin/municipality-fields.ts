import { type Colour, contrastWithWhite, neededContrast } from '@amtsstube/shared/domain/colour';
import { formatIban } from '@amtsstube/shared/domain/fees/payment-slip';
import { colourOf, type MunicipalitySettings, municipalitySettings } from '@amtsstube/shared/domain/settings';
import { z } from '@amtsstube/shared/domain/zod';
import type { PayloadOf } from '@amtsstube/shared/operations/registry';
import { de } from '../../texts/de.ts';

export type MunicipalityField = keyof PayloadOf<'changeMunicipality'>;

/** What was typed into a field, and what this person saw there when she began to. */
export type Typed = Readonly<
  Partial<Record<MunicipalityField, { readonly from: string; readonly to: string }>>
>;

/** In the order of a letterhead; how long each may be, and how many lines it has. */
export const municipalityFields: readonly {
  readonly field: MunicipalityField;
  readonly longest: number;
  readonly lines?: number;
}[] = [
  { field: 'name', longest: 120 },
  { field: 'address', longest: 200, lines: 3 },
  { field: 'phone', longest: 60 },
  { field: 'email', longest: 254 },
  { field: 'web', longest: 200 },
  { field: 'openingHours', longest: 500, lines: 4 },
  { field: 'places', longest: 16_000, lines: 4 },
  { field: 'colour', longest: 7 },
  { field: 'bankLine', longest: 200 },
  { field: 'bankHolder', longest: 70 },
  { field: 'bankIban', longest: 42 },
  { field: 'bankBic', longest: 11 },
  { field: 'officeHead', longest: 120 },
  { field: 'signatory', longest: 120 },
  { field: 'representedBy', longest: 120 },
  { field: 'responsiblePerson', longest: 200, lines: 2 },
  { field: 'dataProtectionOfficer', longest: 300, lines: 3 },
  { field: 'privacyAuthority', longest: 300, lines: 2 },
  { field: 'accessibilityCheckedOn', longest: 40 },
  { field: 'knownBarriers', longest: 1000, lines: 3 },
  { field: 'accessibilityBody', longest: 400, lines: 3 },
];

/** What was typed, as it is kept until it is saved; of another version's fields those that are still asked for. */
export const typedDraft = z
  .record(z.string(), z.object({ from: z.string(), to: z.string() }))
  .transform(
    (kept): Typed =>
      Object.fromEntries(
        municipalityFields.flatMap(({ field }) => (kept[field] === undefined ? [] : [[field, kept[field]]])),
      ),
  );

/** A field as text; places stand one to a line. */
export function textOf(settings: MunicipalitySettings, field: MunicipalityField): string {
  if (field === 'places') return (settings.places ?? []).join('\n');
  if (field === 'bankIban') return formatIban(settings.bankIban ?? '');
  // a colour set up by name is shown as what it is
  if (field === 'colour') return colourOf(settings.colour ?? 'blue');
  return settings[field] ?? '';
}

/** What to do to the municipality, or which field can't be saved as it was typed, and why. */
export function changesOf(
  shown: MunicipalitySettings,
  typed: Typed,
):
  | { readonly ok: true; readonly changes: PayloadOf<'changeMunicipality'> }
  | { readonly ok: false; readonly field: MunicipalityField; readonly says: string } {
  const trimmed = Object.entries(typed)
    .map(([field, { from, to }]) => [field as MunicipalityField, { from, to: to.trim() }] as const)
    .filter(([, { from, to }]) => from !== to);
  for (const [field, { to }] of trimmed) {
    const says = problemOf(field, to);
    if (says !== undefined) return { ok: false, field, says };
  }
  const changes = trimmed.map(([field, { from, to }]) => {
    if (field === 'places') return [field, { from: linesOf(from), to: linesOf(to) }];
    // another value than this one may stand there by name, or not at all
    if (field === 'colour')
      return [field, { from: from === textOf(shown, field) ? (shown.colour ?? '') : from, to }];
    if (field === 'bankIban') return [field, { from: ibanOf(from), to: ibanOf(to) }];
    if (field === 'bankBic') return [field, { from, to: to.toUpperCase() }];
    return [field, { from, to }];
  });
  return { ok: true, changes: Object.fromEntries(changes) as PayloadOf<'changeMunicipality'> };
}

function problemOf(field: MunicipalityField, to: string): string | undefined {
  const { wrong, tooPale } = de.admin.municipality;
  const { name, email, places, bankIban, bankBic } = municipalitySettings.shape;
  switch (field) {
    case 'name':
      return name.safeParse(to).success ? undefined : wrong.name;
    case 'email':
      return email.safeParse(to).success ? undefined : wrong.email;
    case 'places':
      return places.safeParse(linesOf(to)).success ? undefined : wrong.places;
    case 'bankIban':
      return bankIban.safeParse(ibanOf(to)).success ? undefined : wrong.bankIban;
    case 'bankBic':
      return bankBic.safeParse(to.toUpperCase()).success ? undefined : wrong.bankBic;
    case 'colour': {
      const contrast = contrastWithWhite(to as Colour);
      // rounded down: 4.46 is not 4.5
      return contrast >= neededContrast
        ? undefined
        : tooPale((Math.floor(contrast * 10) / 10).toLocaleString('de-DE'));
    }
    default:
      return undefined;
  }
}

/** As it is kept: without the spaces it is shown with. */
function ibanOf(text: string): string {
  return text.replaceAll(/\s/gu, '').toUpperCase();
}

function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
