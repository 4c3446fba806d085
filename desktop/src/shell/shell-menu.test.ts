import { describe, expect, it } from 'vitest';
import { shellMenu } from './shell-menu.ts';
import { suggestedFileName } from './suggested-file-name.ts';

const labelsOf = (startsWithSystem: boolean | undefined) =>
  shellMenu(startsWithSystem).flatMap(({ items }) =>
    items.flatMap((item) => ('label' in item ? item.label : [])),
  );

describe('the menu', () => {
  it('has a key of its own for each entry of a menu', () => {
    for (const { label, items } of shellMenu(true)) {
      const keys = items.flatMap((item) =>
        'label' in item ? (/&(.)/.exec(item.label)?.[1]?.toLowerCase() ?? '?') : [],
      );
      expect(keys, label).toEqual([...new Set(keys)]);
      expect(keys, label).not.toContain('?');
    }
  });

  it('offers starting with Windows only where there is such a switch', () => {
    expect(labelsOf(false)).toContain('Mit &Windows starten');
    expect(labelsOf(undefined)).not.toContain('Mit &Windows starten');
  });

  it('has no developer tools', () => {
    expect(JSON.stringify(shellMenu(true))).not.toMatch(/devtools/i);
  });
});

describe('a suggested file name', () => {
  it.each([
    ['Bescheid 2026/17', 'Bescheid 2026 17'],
    ['../../autostart.bat', 'autostart.bat'],
    ['C:\\Windows\\x.pdf', 'C Windows x.pdf'],
    ['Rechnung\u202efdp.exe', 'Rechnung fdp.exe'],
    ['nul.pdf', '_nul.pdf'],
    ['Müller & Söhne.pdf', 'Müller & Söhne.pdf'],
    ['...', 'Amtsstube.pdf'],
    ['', 'Amtsstube.pdf'],
    ['a'.repeat(300), 'a'.repeat(120)],
    [`${'a'.repeat(130)}.pdf`, `${'a'.repeat(116)}.pdf`],
  ])('%j becomes %j', (wanted, name) => {
    expect(suggestedFileName(wanted, 'Amtsstube.pdf')).toBe(name);
  });
});
