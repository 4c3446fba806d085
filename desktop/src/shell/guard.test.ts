import { describe, expect, it } from 'vitest';
import { isTrustedSender, mayHavePermission, mayNavigate, mayOpenOutside } from './guard.ts';

const server = 'https://amt.musterstadt.example';

describe('where the window may go', () => {
  it.each(['app://amtsstube/desk/', 'app://amtsstube/desk/#/case/1'])('to the desk: %s', (url) => {
    expect(mayNavigate(url)).toBe(true);
  });

  it.each([
    'https://amt.musterstadt.example/desk/',
    'app://amtsstube/api/m/1/cases',
    'app://amtsstube.example/desk/',
    'app://elsewhere/desk/',
    'file:///C:/Windows/win.ini',
    'javascript:alert(1)',
    'data:text/html,x',
    'about:blank',
    '',
  ])('never to %s', (url) => {
    expect(mayNavigate(url)).toBe(false);
  });
});

describe('what opens in the browser of the PC', () => {
  it('a page of the configured server', () => {
    expect(mayOpenOutside(`${server}/antrag/17`, server)).toBe(true);
  });

  it.each([
    'http://amt.musterstadt.example/',
    'https://amt.musterstadt.example:8443/',
    'https://amt.musterstadt.example.evil.example/',
    'https://user:secret@amt.musterstadt.example/',
    'https://other.example/',
    'file:///etc/passwd',
    'ms-msdt:/id',
    'mailto:someone@amt.musterstadt.example',
  ])('never %s', (url) => {
    expect(mayOpenOutside(url, server)).toBe(false);
  });

  it('nothing while no server is configured', () => {
    expect(mayOpenOutside(`${server}/`, undefined)).toBe(false);
  });
});

describe('permissions', () => {
  it.each(['notifications', 'clipboard-sanitized-write'])('the desk gets %s', (permission) => {
    expect(mayHavePermission(permission, 'app://amtsstube/desk/')).toBe(true);
    expect(mayHavePermission(permission, 'https://other.example/')).toBe(false);
    expect(mayHavePermission(permission, '')).toBe(false);
  });

  it.each([
    'media',
    'geolocation',
    'clipboard-read',
    'fullscreen',
    'openExternal',
    'usb',
    'fileSystem',
    'hid',
  ])('nobody gets %s', (permission) => {
    expect(mayHavePermission(permission, 'app://amtsstube/desk/')).toBe(false);
  });
});

describe('whose messages are taken', () => {
  const desk = { url: 'app://amtsstube/desk/#/case/1', isMainFrame: true, isOurWindow: true };

  it('those of the desk in our window', () => {
    expect(isTrustedSender(desk)).toBe(true);
  });

  it.each([
    { ...desk, url: undefined },
    { ...desk, url: 'https://amt.musterstadt.example/' },
    { ...desk, isMainFrame: false },
    { ...desk, isOurWindow: false },
  ])('not those of %o', (sender) => {
    expect(isTrustedSender(sender)).toBe(false);
  });
});
