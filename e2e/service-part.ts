import type { Locator, Page } from 'playwright-core';

/** The link to a part of the service that is being edited: the frame has one called "Termine" too, and it is there first. */
export function servicePart(page: Page, name: string): Locator {
  return page
    .getByRole('navigation', { name: 'Bereiche der Dienstleistung' })
    .getByRole('link', { name, exact: true });
}
