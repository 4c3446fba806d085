import { type VisitKey, visitKey } from '@amtsstube/shared/domain/appointments/holds';
import type { Request, Response } from 'express';
import type { MunicipalityFrame } from '../municipality-reader.ts';
import { bookingHome } from './booking-paths.ts';

const visitCookie = 'termin';
const twoHours = 2 * 60 * 60 * 1000;

/** Who keeps times here already (K4): a random text that says nothing about her; undefined: nobody known. */
export function visitKeyOf(request: Request): VisitKey | undefined {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('=', 2));
  return visitKey.safeParse(pairs.find(([name]) => name === visitCookie)?.[1]).data;
}

/** Set with the first time that is kept, and sent to these pages alone. */
export function rememberVisit(
  request: Request,
  response: Response,
  municipality: MunicipalityFrame,
  key: VisitKey,
): void {
  response.cookie(visitCookie, key, {
    maxAge: twoHours,
    path: bookingHome(municipality),
    sameSite: 'lax',
    httpOnly: true,
    secure: request.secure,
  });
}
