import { join } from 'node:path';
import { z } from '@amtsstube/shared/domain/zod';

const settings = z.strictObject({
  /** Directory of the databases and the generated secrets. */
  AMTSSTUBE_DATA: z.string().min(1),
  AMTSSTUBE_PORT: z.coerce.number().int().min(0).max(65_535).default(8080),
  AMTSSTUBE_HOST: z.string().min(1).default('127.0.0.1'),
  /** Where citizens reach this server; links in mails begin with it. */
  AMTSSTUBE_PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Without it mails wait in the outbox. */
  AMTSSTUBE_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** Sender of mails; otherwise the municipality's own address. */
  AMTSSTUBE_MAIL_FROM: z.email().optional(),
  /** At least 32 characters, to have sessions survive a lost data directory; otherwise generated there. */
  AMTSSTUBE_SECRET: z.string().min(32).optional(),
  /** How many reverse proxies stand in front: needed to tell clients' addresses apart. */
  AMTSSTUBE_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  /** A directory on a second disk for the log mirror; without it the first disk is the only one. */
  AMTSSTUBE_MIRROR: z.string().min(1).optional(),
  /** Whether an answer waits for the second disk, or comes first and the second follows within a second. */
  AMTSSTUBE_MIRROR_MODE: z.enum(['before-answer', 'within-a-second']).default('before-answer'),
  /** ClamAV's daemon, which looks through citizens' files: `tcp://127.0.0.1:3310` or `unix:/run/clamav/clamd.ctl`. */
  AMTSSTUBE_CLAMD: z
    .string()
    .regex(/^(?:tcp:\/\/[^/:]+:\d{1,5}|unix:\/.+)$/, 'not tcp://host:port or unix:/path')
    .optional(),
  /** The ePayment provider and the secret it was agreed on with; without them nobody can pay online. */
  AMTSSTUBE_EPAYMENT_URL: z.url({ protocol: /^https?$/ }).optional(),
  AMTSSTUBE_EPAYMENT_SECRET: z.string().min(32).optional(),
  /** Days after it took place, or was cancelled for, that an appointment is kept. */
  AMTSSTUBE_APPOINTMENT_DAYS: z.coerce.number().int().min(1).max(3650).default(90),
  /** Days after the last that happened to a closed case until desks give up its dossier and fetch it when it is opened. */
  AMTSSTUBE_SHELVE_DAYS: z.coerce.number().int().min(30).max(36_500).default(365),
  /** Where each counter's day plan lies as a PDF; without it in the data directory. */
  AMTSSTUBE_DAY_PLANS: z.string().min(1).optional(),
  AMTSSTUBE_LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info']).default('info'),
});

/** `beforeAnswer`: nothing is acknowledged that isn't on both disks. `withinASecond`: an answer doesn't wait for the second. */
export type MirrorMode = 'beforeAnswer' | 'withinASecond';

export interface Config {
  readonly dataDirectory: string;
  readonly port: number;
  readonly host: string;
  /** Without a slash at the end; undefined: the address the server listens at. */
  readonly publicUrl: string | undefined;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string | undefined;
  readonly secret: string | undefined;
  readonly proxies: number;
  readonly mirrorDirectory: string | undefined;
  readonly mirrorMode: MirrorMode;
  /** undefined: nothing is looked through. */
  readonly clamd: { readonly path: string } | { readonly host: string; readonly port: number } | undefined;
  /** undefined: nobody can pay online. */
  readonly ePayment: { readonly url: string; readonly secret: string } | undefined;
  readonly appointmentDays: number;
  readonly shelveDays: number;
  readonly dayPlanDirectory: string;
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info';
}

export type ParsedConfig =
  | { readonly ok: true; readonly config: Config }
  | { readonly ok: false; readonly sentence: string };

/** Reads the settings of an environment once. A bad one is named; its value is not repeated, it may be a secret. */
export function parseConfig(environment: Readonly<Record<string, string | undefined>>): ParsedConfig {
  const given = Object.fromEntries(
    Object.entries(environment).filter(
      ([name, value]) => name.startsWith('AMTSSTUBE_') && value !== undefined && value !== '',
    ),
  );
  const parsed = settings.safeParse(given);
  if (!parsed.success) return { ok: false, sentence: sentenceOf(parsed.error) };
  const { data } = parsed;
  if ((data.AMTSSTUBE_EPAYMENT_URL === undefined) !== (data.AMTSSTUBE_EPAYMENT_SECRET === undefined))
    return {
      ok: false,
      sentence: 'AMTSSTUBE_EPAYMENT_URL and AMTSSTUBE_EPAYMENT_SECRET go together: one of them is missing.',
    };
  return {
    ok: true,
    config: {
      dataDirectory: data.AMTSSTUBE_DATA,
      port: data.AMTSSTUBE_PORT,
      host: data.AMTSSTUBE_HOST,
      publicUrl: data.AMTSSTUBE_PUBLIC_URL?.replace(/\/+$/, ''),
      smtpUrl: data.AMTSSTUBE_SMTP_URL,
      mailFrom: data.AMTSSTUBE_MAIL_FROM,
      secret: data.AMTSSTUBE_SECRET,
      proxies: data.AMTSSTUBE_PROXIES,
      mirrorDirectory: data.AMTSSTUBE_MIRROR,
      mirrorMode: data.AMTSSTUBE_MIRROR_MODE === 'before-answer' ? 'beforeAnswer' : 'withinASecond',
      clamd: clamdAddress(data.AMTSSTUBE_CLAMD),
      ePayment: ePayment(data.AMTSSTUBE_EPAYMENT_URL, data.AMTSSTUBE_EPAYMENT_SECRET),
      appointmentDays: data.AMTSSTUBE_APPOINTMENT_DAYS,
      shelveDays: data.AMTSSTUBE_SHELVE_DAYS,
      dayPlanDirectory: data.AMTSSTUBE_DAY_PLANS ?? join(data.AMTSSTUBE_DATA, 'day-plans'),
      logLevel: data.AMTSSTUBE_LOG_LEVEL,
    },
  };
}

function ePayment(url: string | undefined, secret: string | undefined): Config['ePayment'] {
  return url === undefined || secret === undefined ? undefined : { url: url.replace(/\/+$/, ''), secret };
}

function clamdAddress(given: string | undefined): Config['clamd'] {
  if (given === undefined) return undefined;
  if (given.startsWith('unix:')) return { path: given.slice('unix:'.length) };
  const { hostname: host, port } = new URL(given);
  return { host, port: Number(port) };
}

function sentenceOf(error: z.ZodError): string {
  const issue = error.issues[0];
  if (issue?.code === 'unrecognized_keys') return `Unknown setting ${issue.keys.join(', ')}.`;
  const name = String(issue?.path[0] ?? 'AMTSSTUBE_…');
  return `Setting ${name} is missing or wrong: ${issue?.message ?? 'not readable'}.`;
}
