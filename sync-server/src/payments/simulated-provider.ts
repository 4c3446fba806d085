import { instant, localDateOf } from '@amtsstube/shared/domain/time';
import { z } from '@amtsstube/shared/domain/zod';
import { isSignedBy, signatureHeader } from './notification-signature.ts';
import { type PaymentProvider, type PaymentState, ProviderUnavailable } from './payment-provider.ts';

const created = z.object({
  id: z.string().regex(/^[A-Za-z0-9_-]{8,40}$/),
  payUrl: z.url({ protocol: /^https?$/ }),
});
const stateAnswer = z.discriminatedUnion('state', [
  z.object({ state: z.enum(['open', 'failed']) }),
  z.object({
    state: z.literal('paid'),
    amountCents: z.int().min(1),
    reference: z.string().max(35),
    paidAt: instant,
  }),
]);
const notification = z.object({ id: created.shape.id });

/**
 * Speaks to the simulator beside it (`simulator.ts`) over HTTP. Of a real provider it has the shape, not the protocol: no
 * real one has been tried.
 */
export function simulatedProvider(options: {
  readonly url: string;
  readonly secret: string;
  readonly now: () => number;
}): PaymentProvider {
  const { url, secret, now } = options;

  async function ask(path: string, body?: unknown): Promise<unknown> {
    const response = await fetch(`${url}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      redirect: 'error',
      signal: AbortSignal.timeout(10_000),
    }).catch(() => undefined);
    if (response?.status === 404) return undefined;
    if (!response?.ok) throw new ProviderUnavailable(`status ${response?.status ?? 'none'}`);
    return response.json().catch(() => {
      throw new ProviderUnavailable('no JSON');
    });
  }

  return {
    name: new URL(url).host,
    create: async (wanted) => read(created, await ask('/api/payments', wanted)),
    stateOf: async (id): Promise<PaymentState | undefined> => {
      if (!created.shape.id.safeParse(id).success) return undefined;
      const answer = await ask(`/api/payments/${id}`);
      if (answer === undefined) return undefined;
      const state = read(stateAnswer, answer);
      if (state.state !== 'paid') return state;
      const { amountCents, reference, paidAt } = state;
      return { state: 'paid', amountCents, reference, paidOn: localDateOf(paidAt) };
    },
    readNotification: (body, header) => {
      if (!isSignedBy(secret, body, header(signatureHeader), now())) return undefined;
      try {
        return notification.safeParse(JSON.parse(Buffer.from(body).toString('utf8'))).data;
      } catch {
        return undefined;
      }
    },
  };
}

function read<T>(schema: z.ZodType<T>, answer: unknown): T {
  const parsed = schema.safeParse(answer);
  if (!parsed.success) throw new ProviderUnavailable('not the answer it promises');
  return parsed.data;
}
