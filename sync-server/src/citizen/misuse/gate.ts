import type { PageInputs } from '@amtsstube/shared/domain/forms/page-encoding';
import { opId } from '@amtsstube/shared/domain/ids';
import type { Instant } from '@amtsstube/shared/domain/time';
import { instant } from '@amtsstube/shared/domain/time';
import { z } from '@amtsstube/shared/domain/zod';
import type { Request } from 'express';
import type { TicketSeal } from '../ticket-seal.ts';
import type { FormTicket } from '../tickets.ts';
import { addressPrefix } from './address-prefix.ts';
import type { Proofs } from './proof.ts';
import type { SendCounter } from './send-counter.ts';

/** Inputs of the page before sending, where many were sent from there. */
export const gateFields = { proof: '_proof', turn: '_turn' } as const;

const turn = z.strictObject({ for: z.literal('turn'), opId, from: instant });

export interface Gate {
  readonly counter: SendCounter;
  readonly proofs: Proofs;
  readonly seal: TicketSeal;
}

/** What a person must do before her application is taken: her browser calculates, or she waits. */
export interface Toll {
  /** JSON, for the script. */
  readonly challenge: string;
  readonly sealedTurn: string;
  /** Whole seconds until she may send without a calculation. */
  readonly seconds: number;
}

/** Where sends are counted together: from one address prefix, for one service. */
export function gateKey(
  request: Request,
  {
    municipality,
    service,
  }: { readonly municipality: { readonly id: string }; readonly service: { readonly id: string } },
): string {
  return `${addressPrefix(request.ip)} ${municipality.id} ${service.id}`;
}

/**
 * undefined: the application may be taken. Few are always taken; of many each shows a calculation of its own or has
 * waited its turn. Nothing is refused for good, and nothing typed is lost.
 */
export async function tollFor(
  gate: Gate,
  key: string,
  ticket: Pick<FormTicket, 'opId'>,
  sent: PageInputs,
  now: Instant,
): Promise<Toll | undefined> {
  if (!gate.counter.isMany(key, now)) return undefined;
  if (await gate.proofs.isProof(sent.get(gateFields.proof) ?? '', ticket.opId, now)) return undefined;
  const held = turn.safeParse(gate.seal.open(sent.get(gateFields.turn) ?? '')).data;
  const own = held?.opId === ticket.opId ? held : undefined;
  if (own && own.from <= now) return undefined;
  // who asks again keeps her turn
  const from = own?.from ?? gate.counter.takeTurn(key, now);
  return {
    challenge: JSON.stringify(await gate.proofs.challengeFor(ticket.opId, now)),
    sealedTurn: gate.seal.seal({ for: 'turn', opId: ticket.opId, from }),
    seconds: Math.ceil((Date.parse(from) - Date.parse(now)) / 1000),
  };
}
