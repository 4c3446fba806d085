import type { Answers } from '@amtsstube/shared/domain/form';
import { encodePage } from '@amtsstube/shared/domain/forms/page-encoding';
import { testTown } from '@amtsstube/shared/fixtures/test-town';
import { dogTaxForm } from '@amtsstube/shared/services/order/dog-tax-form';

/** For tests: what a browser without a script does, and nothing more. */
export const formPath = `/m/${testTown.municipalityId}/services/${testTown.serviceId}/form`;

export interface Shown {
  readonly status: number;
  readonly html: string;
  readonly headers: Headers;
}

export async function openPage(url: string, path: string): Promise<Shown> {
  return shown(await fetch(url + path, { redirect: 'manual' }));
}

export async function send(
  url: string,
  path: string,
  fields: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Shown> {
  const body = new URLSearchParams(fields);
  return shown(await fetch(url + path, { method: 'POST', body, headers, redirect: 'manual' }));
}

async function shown(response: Response): Promise<Shown> {
  return { status: response.status, html: await response.text(), headers: response.headers };
}

/** The sealed ticket in a form. */
export function ticketIn(html: string): string {
  return /name="_ticket" value="([^"]+)"/.exec(html)?.[1] ?? '';
}

/** The value a text field of the page shows, still escaped. */
export function shownIn(html: string, fieldId: string): string | undefined {
  return new RegExp(`id="field-${fieldId}"[^>]* value="([^"]*)"`).exec(html)?.[1];
}

/** Answers to the test town's dog tax form, as its page sends them. */
export function asTyped(answers: Answers): Record<string, string> {
  return Object.fromEntries(encodePage(dogTaxForm, answers));
}

/** What the page's hidden inputs hold, as a browser sends it along. */
export function hiddenIn(html: string): Record<string, string> {
  // what a template holds is not part of the form
  const inForm = html.replaceAll(/<template[\s\S]*?<\/template>/g, '');
  const inputs = [...inForm.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)];
  return Object.fromEntries(inputs.map(([, name = '', value = '']) => [name, unescaped(value)]));
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&#96;', '`')
    .replaceAll('&amp;', '&');
}
