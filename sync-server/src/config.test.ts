import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseConfig } from './config.ts';

describe('parseConfig', () => {
  it('takes defaults for what is not set', () => {
    expect(parseConfig({ AMTSSTUBE_DATA: '/srv/a', PATH: '/bin', AMTSSTUBE_SMTP_URL: '' })).toEqual({
      ok: true,
      config: {
        dataDirectory: '/srv/a',
        port: 8080,
        host: '127.0.0.1',
        publicUrl: undefined,
        smtpUrl: undefined,
        mailFrom: undefined,
        secret: undefined,
        proxies: 0,
        mirrorDirectory: undefined,
        mirrorMode: 'beforeAnswer',
        clamd: undefined,
        appointmentDays: 90,
        shelveDays: 365,
        dayPlanDirectory: join('/srv/a', 'day-plans'),
        logLevel: 'info',
      },
    });
  });

  it.each([
    ['AMTSSTUBE_DATA', {}],
    ['AMTSSTUBE_PORT', { AMTSSTUBE_DATA: '/d', AMTSSTUBE_PORT: '99999' }],
    ['AMTSSTUBE_PUBLIC_URL', { AMTSSTUBE_DATA: '/d', AMTSSTUBE_PUBLIC_URL: 'ftp://a' }],
    ['AMTSSTUBE_CLAMD', { AMTSSTUBE_DATA: '/d', AMTSSTUBE_CLAMD: 'http://a' }],
    ['AMTSSTUBE_EPAYMENT_SECRET', { AMTSSTUBE_DATA: '/d', AMTSSTUBE_EPAYMENT_URL: 'https://pay.example' }],
    ['AMTSSTUBE_EPAYMENT_URL', { AMTSSTUBE_DATA: '/d', AMTSSTUBE_EPAYMENT_URL: 'ftp://pay' }],
    ['AMTSSTUBE_SECRET', { AMTSSTUBE_DATA: '/d', AMTSSTUBE_SECRET: 'short' }],
    ['AMTSSTUBE_PROT', { AMTSSTUBE_DATA: '/d', AMTSSTUBE_PROT: '80' }],
  ])('names the bad setting %s in one line, without its value', (name, environment) => {
    const parsed = parseConfig(environment);
    expect(parsed.ok).toBe(false);
    const sentence = parsed.ok ? '' : parsed.sentence;
    expect(sentence).toContain(name);
    expect(sentence).not.toContain('\n');
    for (const value of Object.values(environment))
      if (value !== '/d') expect(sentence).not.toContain(`${value} `);
  });

  it.each([
    ['tcp://127.0.0.1:3310', { host: '127.0.0.1', port: 3310 }],
    ['unix:/run/clamav/clamd.ctl', { path: '/run/clamav/clamd.ctl' }],
  ])('reads where the malware scanner is: %s', (given, clamd) => {
    const parsed = parseConfig({ AMTSSTUBE_DATA: '/d', AMTSSTUBE_CLAMD: given });
    expect(parsed.ok && parsed.config.clamd).toEqual(clamd);
  });

  it('cuts the slash at the end of the public address', () => {
    const parsed = parseConfig({ AMTSSTUBE_DATA: '/d', AMTSSTUBE_PUBLIC_URL: 'https://amt.example/' });
    expect(parsed.ok && parsed.config.publicUrl).toBe('https://amt.example');
  });
});
