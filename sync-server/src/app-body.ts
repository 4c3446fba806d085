import express, { type Request, type RequestHandler } from 'express';
import { HttpProblem } from './http-errors.ts';

const maximumJsonBytes = '2mb';
const maximumSmallBytes = '16kb';
/** Of what is typed into a form, whichever way it is sent. */
export const maximumFormBytes = 256 * 1024;
const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * Reads a JSON body strictly: exactly `application/json`, at most 2 MB, valid UTF-8 (Express's own parser
 * replaces broken bytes silently, and an operation's text would be changed on the way).
 */
export const strictJson = jsonUpTo(maximumJsonBytes);

/** The same up to 16 KB: for routes that strangers reach, who must not have megabytes parsed. */
export const smallJson = jsonUpTo(maximumSmallBytes);

function jsonUpTo(limit: string): readonly RequestHandler[] {
  return [
    refuseOtherTypes('application/json'),
    express.raw({ type: 'application/json', limit }),
    (request, _response, next) => {
      try {
        request.body = JSON.parse(textOf(request)) as unknown;
      } catch {
        throw new HttpProblem('malformedRequest', 'body');
      }
      next();
    },
  ];
}

/** Reads an HTML form's body; `request.body` becomes a Map of the last value of each name. */
export const strictForm: readonly RequestHandler[] = [
  refuseOtherTypes('application/x-www-form-urlencoded'),
  express.raw({ type: 'application/x-www-form-urlencoded', limit: maximumFormBytes }),
  (request, _response, next) => {
    try {
      request.body = parseFormBody(textOf(request));
    } catch {
      throw new HttpProblem('malformedRequest', 'body');
    }
    next();
  },
];

/** @throws URIError on percent-encoded bytes that are no UTF-8 */
function parseFormBody(text: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const pair of text.split('&')) {
    if (pair === '') continue;
    const [name = '', value = ''] = splitOnce(pair).map((part) =>
      decodeURIComponent(part.replaceAll('+', ' ')),
    );
    fields.set(name, value);
  }
  return fields;
}

function splitOnce(pair: string): [string, string] {
  const at = pair.indexOf('=');
  return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
}

/** A request without a body has no type either, and the parser then leaves `undefined`. */
function textOf(request: Request): string {
  const body: unknown = request.body;
  return body instanceof Uint8Array ? utf8.decode(body) : '';
}

function refuseOtherTypes(type: string): RequestHandler {
  return (request, _response, next) => {
    const given = (request.headers['content-type'] ?? '').toLowerCase().replaceAll(' ', '');
    if (given === type || given === `${type};charset=utf-8`) next();
    else next(new HttpProblem('malformedRequest', 'content-type'));
  };
}
