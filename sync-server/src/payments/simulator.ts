import { createHash, randomUUID, timingSafeEqual } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import express, { type Express } from 'express';
import { signatureHeader, signNotification } from './notification-signature.ts';
import type { WantedPayment } from './payment-provider.ts';
import { payPage } from './simulator-page.ts';

interface SimulatedPayment extends WantedPayment {
  readonly id: string;
  state: 'open' | 'paid' | 'failed';
  paidAt: string | undefined;
}

export interface Simulator {
  readonly url: string;
  close(): Promise<void>;
}

interface SimulatorOptions {
  readonly secret: string;
  /** 0: any that is free. */
  readonly port: number;
  /** Between attempts to tell the town, until it says it knows. */
  readonly retryMs?: number;
}

/**
 * Plays an ePayment provider on this computer, for the test town and for tests: takes wishes to pay, shows a page with two
 * buttons, and tells the town until that has confirmed it. Keeps nothing on disk, and no money moves.
 */
export async function openSimulator({ secret, port, retryMs = 2000 }: SimulatorOptions): Promise<Simulator> {
  const payments = new Map<string, SimulatedPayment>();
  const timers = new Set<NodeJS.Timeout>();
  const ending = new AbortController();
  const app = express().disable('x-powered-by');

  async function tell(payment: SimulatedPayment): Promise<void> {
    const body = Buffer.from(JSON.stringify({ id: payment.id }));
    const response = await fetch(payment.notifyUrl, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        [signatureHeader]: signNotification(secret, body, Date.now()),
      },
      body,
      signal: AbortSignal.any([ending.signal, AbortSignal.timeout(10_000)]),
    }).catch(() => undefined);
    if (response?.ok || ending.signal.aborted) return;
    const timer = setTimeout(() => {
      timers.delete(timer);
      void tell(payment);
    }, retryMs);
    timers.add(timer);
  }

  addApi(app, secret, payments, () => url);
  addPages(app, payments, tell);
  const server = app.listen(port, '127.0.0.1');
  await new Promise<void>((resolve, reject) => server.once('listening', resolve).once('error', reject));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    close: async () => {
      ending.abort();
      for (const timer of timers) clearTimeout(timer);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** What the town's server asks. */
function addApi(
  app: Express,
  secret: string,
  payments: Map<string, SimulatedPayment>,
  url: () => string,
): void {
  app.use('/api', express.json(), (request, response, next) => {
    if (isSame(request.get('authorization') ?? '', `Bearer ${secret}`)) next();
    else response.status(401).json({});
  });
  app.post('/api/payments', (request, response) => {
    const wanted = request.body as WantedPayment;
    const known = [...payments.values()].find(({ key, state }) => key === wanted.key && state !== 'failed');
    const payment = known ?? { ...wanted, id: randomUUID(), state: 'open', paidAt: undefined };
    payments.set(payment.id, payment);
    response.json({ id: payment.id, payUrl: `${url()}/pay/${payment.id}` });
  });
  app.get('/api/payments/:id', (request, response) => {
    const payment = payments.get(request.params.id);
    if (payment === undefined) response.status(404).json({});
    else {
      const { state, amountCents, reference, paidAt } = payment;
      response.json({ state, amountCents, reference, paidAt });
    }
  });
}

/** What the payer sees. */
function addPages(
  app: Express,
  payments: ReadonlyMap<string, SimulatedPayment>,
  tell: (payment: SimulatedPayment) => Promise<void>,
): void {
  app.get('/pay/:id', (request, response) => {
    const payment = payments.get(request.params.id);
    if (payment) response.type('html').send(payPage(payment));
    else response.status(404).type('text').send('Diese Zahlung gibt es nicht.');
  });
  app.post('/pay/:id', express.urlencoded({ extended: false }), (request, response) => {
    const payment = payments.get(request.params.id);
    if (payment === undefined) {
      response.status(404).type('text').send('Diese Zahlung gibt es nicht.');
      return;
    }
    if (payment.state === 'open') {
      const isPaid = (request.body as { readonly answer?: string }).answer === 'pay';
      payment.state = isPaid ? 'paid' : 'failed';
      if (isPaid) payment.paidAt = new Date().toISOString();
      void tell(payment);
    }
    const back = new URL(payment.returnUrl);
    back.searchParams.set('payment', payment.id);
    response.redirect(303, back.href);
  });
}

function isSame(given: string, right: string): boolean {
  const [one, other] = [given, right].map((text) => createHash('sha256').update(text).digest());
  return one !== undefined && other !== undefined && timingSafeEqual(one, other);
}
