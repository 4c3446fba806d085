import { describe, expect, it } from 'vitest';
import { createMemoryHost } from '../host/memory-host.ts';
import { placeInArguments, placeOfDeepLink } from './deep-link.ts';
import { findServer, serverAddress } from './server-address.ts';
import { rememberSettings } from './shell-settings.ts';
import { startRefusal } from './start-refusal.ts';
import { placeWindow, type WindowBounds } from './window-bounds.ts';

describe('a deep link', () => {
  const id = '01932c4e-7f2a-7000-8000-3b1f5c9d2e10';

  it('names a case', () => {
    expect(placeOfDeepLink(`amtsstube://case/${id}`)).toBe(`#/case/${id}`);
    expect(placeOfDeepLink(`amtsstube://case/${id}/`)).toBe(`#/case/${id}`);
  });

  it.each([
    'amtsstube://case/',
    'amtsstube://case/../inbox',
    'amtsstube://case/a%2fb',
    'amtsstube://case/1?x=1',
    'amtsstube://case/1#x',
    `amtsstube://case/${'a'.repeat(65)}`,
    'amtsstube://delete/1',
    'https://case/1',
    'amtsstube://case/1\njavascript:1',
  ])('%s means nothing', (link) => {
    expect(placeOfDeepLink(link)).toBeUndefined();
  });

  it('is found among the arguments of a second start', () => {
    const started = ['C:\\Amtsstube.exe', '--allow-file-access', `amtsstube://case/${id}`];
    expect(placeInArguments(started)).toBe(`#/case/${id}`);
    expect(placeInArguments(['C:\\Amtsstube.exe'])).toBeUndefined();
  });
});

describe('the address of the server', () => {
  it.each([
    ['https://amt.example', 'https://amt.example'],
    [' https://amt.example:8443/desk/ ', 'https://amt.example:8443'],
    ['http://localhost:3000', 'http://localhost:3000'],
  ])('%j is %s', (text, origin) => {
    expect(serverAddress.parse(text)).toBe(origin);
  });

  it.each([
    'http://amt.example',
    'amt.example',
    'https://a:b@amt.example',
    'https://amt.example/x?y',
    'file:///x',
  ])('%s is refused', (text) => {
    expect(serverAddress.safeParse(text).success).toBe(false);
  });

  const none = { commandLine: [], installation: undefined, remembered: undefined };

  it('is looked for in this start, then in the installation, then in what is remembered', () => {
    const all = {
      commandLine: ['app', '--server=https://one.example'],
      installation: '\uFEFF{"server": "https://two.example"}',
      remembered: 'https://three.example',
    };
    expect(findServer(all)).toEqual({ found: 'server', origin: 'https://one.example' });
    expect(findServer({ ...all, commandLine: [] })).toEqual({
      found: 'server',
      origin: 'https://two.example',
    });
    expect(findServer({ ...none, remembered: all.remembered })).toEqual({
      found: 'server',
      origin: 'https://three.example',
    });
    expect(findServer(none)).toEqual({ found: 'none' });
  });

  it('missing or unusable: says which file or which word of the start to mend', () => {
    const file = 'C:\\Amtsstube\\resources\\amtsstube.json';
    const none = startRefusal({ found: 'none' }, file);
    expect(none.text).toContain(file);
    expect(none.text).toContain('--server=');
    const argument = startRefusal({ found: 'unusable', where: 'argument' }, file);
    expect(argument.text).toContain('--server=');
    expect(argument.text).not.toContain(file);
    expect(startRefusal({ found: 'unusable', where: 'installation' }, file).text).toContain(file);
  });

  it('says where it is unusable, instead of asking another server than was meant', () => {
    const remembered = 'https://three.example';
    expect(findServer({ ...none, remembered, commandLine: ['--server=amt'] })).toEqual({
      found: 'unusable',
      where: 'argument',
    });
    for (const installation of ['{', '{}', '{"server": "http://amt.example"}'])
      expect(findServer({ ...none, remembered, installation })).toEqual({
        found: 'unusable',
        where: 'installation',
      });
  });
});

describe('what the shell remembers', () => {
  const bounds: WindowBounds = { x: 10, y: 20, width: 900, height: 700, isMaximized: false };

  it('is there at the next start', async () => {
    const { files } = createMemoryHost();
    const settings = await rememberSettings(files);
    expect(settings.now()).toEqual({});
    await settings.change({ bounds });
    await settings.change({ server: 'https://amt.example' });
    expect((await rememberSettings(files)).now()).toEqual({ bounds, server: 'https://amt.example' });
  });

  it('a damaged file, or a part of it from another version, costs only itself', async () => {
    const { files } = createMemoryHost();
    await files.write('shell-settings', new TextEncoder().encode('{"bounds":'));
    expect((await rememberSettings(files)).now()).toEqual({});
    const text = JSON.stringify({ bounds: { x: 'left' }, server: 'https://amt.example', theme: 1 });
    await files.write('shell-settings', new TextEncoder().encode(text));
    expect((await rememberSettings(files)).now()).toEqual({ server: 'https://amt.example' });
  });
});

describe('where the window opens', () => {
  const notebook = { x: 0, y: 0, width: 1366, height: 728 };
  const monitor = { x: 1366, y: -200, width: 2560, height: 1400 };
  const onMonitor: WindowBounds = { x: 1500, y: -100, width: 1900, height: 1300, isMaximized: false };

  it('where it was', () => {
    expect(placeWindow(onMonitor, [notebook, monitor])).toEqual(onMonitor);
  });

  it('on a screen that is there, and no larger than that, once the other one is gone', () => {
    expect(placeWindow(onMonitor, [notebook])).toEqual({ width: 1366, height: 728, isMaximized: false });
  });

  it('where its title bar can be grasped', () => {
    for (const lost of [
      { x: -1850, y: 0 },
      { x: 100, y: -40 },
      { x: 100, y: 720 },
    ])
      expect(placeWindow({ ...onMonitor, ...lost }, [notebook])).not.toHaveProperty('x');
  });

  it('at its usual size the first time, maximised when it was left so', () => {
    expect(placeWindow(undefined, [notebook])).toEqual({ width: 1280, height: 728, isMaximized: false });
    expect(placeWindow({ ...onMonitor, isMaximized: true }, [notebook, monitor]).isMaximized).toBe(true);
  });
});
