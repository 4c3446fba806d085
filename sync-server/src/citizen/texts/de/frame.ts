import type { PartName } from '@amtsstube/shared/domain/forms/kinds/kind';

/** What stands around every page, and words that many need. */
export const frame = {
  siteName: 'Amtsstube',
  skipLink: 'Zum Inhalt springen',
  navigation: 'Hauptnavigation',
  contact: 'Kontakt',
  phone: 'Telefon',
  email: 'E-Mail',
  web: 'Internet',
  openingHours: 'Öffnungszeiten',
  yes: 'Ja',
  no: 'Nein',
  error: 'Fehler',
  leaveEmpty: 'Bitte leer lassen',
  otherLanguage: 'English',
  /** On pages with services and forms, where they are not in the page's language. */
  germanContent: '',
  at: (instant: string) => `${instant} Uhr`,
  /** What addresses and persons are asked for. */
  parts: {
    street: 'Straße',
    houseNumber: 'Hausnummer',
    postalCode: 'Postleitzahl',
    place: 'Ort',
    firstName: 'Vorname',
    lastName: 'Nachname',
    birthName: 'Geburtsname',
    bornOn: 'Geburtsdatum',
    birthPlace: 'Geburtsort',
    nationality: 'Staatsangehörigkeit',
  } satisfies Record<PartName, string>,
} as const;
