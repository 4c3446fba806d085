import { AsyncLocalStorage } from 'node:async_hooks';
import type { Language } from '@amtsstube/shared/domain/language';
import type { RequestHandler } from 'express';
import { type Html, type HtmlPart, html } from './html.ts';
import { de } from './texts/de.ts';
import { en } from './texts/en.ts';
import type { Texts } from './texts/texts.ts';

export type { Language };

/** In the address, to change the language; from then on a cookie says it. */
const languageQuery = 'lang';
const languageCookie = 'lang';
const year = 365 * 24 * 60 * 60 * 1000;
const spoken: Readonly<Record<Language, Texts>> = { de, en };

interface Asked {
  readonly language: Language;
  /** The page in the other language; undefined where asking for it again would lose what was typed. */
  readonly inOther: string | undefined;
}

/** Which language a page is in belongs to the request: a hundred small functions draw pages, and none decides it. */
const asked = new AsyncLocalStorage<Asked>();

/** Reads the language from the address or the cookie, for all that answers this request. */
export const chooseLanguage: RequestHandler = (request, response, next) => {
  const wanted = languageNamed(request.query[languageQuery]);
  if (wanted && wanted !== cookieIn(request.headers.cookie))
    response.cookie(languageCookie, wanted, {
      maxAge: year,
      sameSite: 'lax',
      httpOnly: true,
      secure: request.secure,
    });
  const language = wanted ?? cookieIn(request.headers.cookie) ?? 'de';
  const isAsking = request.method === 'GET' || request.method === 'HEAD';
  const inOther = isAsking ? inLanguage(request.originalUrl, language === 'de' ? 'en' : 'de') : undefined;
  asked.run({ language, inOther }, next);
};

/** All sentences, in the language of the request; German where there is none. */
export function texts(): Texts {
  return spoken[language()];
}

export function language(): Language {
  return asked.getStore()?.language ?? 'de';
}

/** The address of this page in the other language. */
export function otherLanguage(): { readonly language: Language; readonly href: string } | undefined {
  const href = asked.getStore()?.inOther;
  return href === undefined ? undefined : { language: language() === 'de' ? 'en' : 'de', href };
}

/** What the municipality wrote, which is German on every page: marked, so that a screen reader says it in German. */
export function german(...parts: readonly HtmlPart[]): Html {
  return language() === 'de' ? html`${parts}` : html`<span lang="de">${parts}</span>`;
}

/** The same for an element's own attributes. */
export function germanAttribute(): HtmlPart {
  return language() !== 'de' && html` lang="de"`;
}

function inLanguage(address: string, wanted: Language): string {
  const parameters = new URLSearchParams(address.split('?', 2)[1]);
  parameters.set(languageQuery, wanted);
  // without the path, which may hold a tracking code
  return `?${parameters}`;
}

function cookieIn(header: string | undefined): Language | undefined {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim().split('=', 2));
  return languageNamed(pairs.find(([name]) => name === languageCookie)?.[1]);
}

function languageNamed(value: unknown): Language | undefined {
  return value === 'de' || value === 'en' ? value : undefined;
}
