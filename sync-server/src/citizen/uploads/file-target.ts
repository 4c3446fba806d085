import type { FormDefinition } from '@amtsstube/shared/domain/form';
import type { Request } from 'express';
import type { CitizenContext } from '../citizen-context.ts';
import { ticketOf, versionOf, visitOf } from '../form-visit.ts';
import type { FileTicket } from '../tickets.ts';

/** What the files of a page are for: which fields take some, and with which ticket they are brought. */
export interface FileTarget {
  readonly form: FormDefinition;
  /** undefined: the page holds none that belongs to it. */
  readonly ticket: FileTicket | undefined;
}

/** By the address that was asked for and the sealed ticket that came with it. @throws HttpProblem notFound */
export type FindTarget = (request: Request, sealed: string) => Promise<FileTarget>;

/** Files of an application: its form in the version its ticket names. */
export function applicationTarget(context: CitizenContext): FindTarget {
  return async (request, sealed) => {
    const visit = await visitOf(context, request, new Map());
    const ticket = ticketOf(context, visit, sealed);
    const { form } = (ticket && (await versionOf(context, visit, ticket))) ?? visit.current;
    return { form, ticket };
  };
}
