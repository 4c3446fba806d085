import { describe, expect, it } from 'vitest';
import { addressPrefix } from './address-prefix.ts';

describe('the prefix of an address', () => {
  it.each([
    ['192.0.2.7', '192.0.2'],
    ['::ffff:192.0.2.7', '192.0.2'],
    ['2001:db8:abcd:12::1', '2001:db8:abcd'],
    ['2001:DB8:ABCD:ff00:1:2:3:4', '2001:db8:abcd'],
    ['2001:0db8:0001::', '2001:db8:1'],
    ['2001:db8::1', '2001:db8:0'],
    ['::1', '0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0'],
    ['', 'unknown'],
    [undefined, 'unknown'],
    ['nonsense', 'unknown'],
  ])('%s is %s', (address, prefix) => {
    expect(addressPrefix(address)).toBe(prefix);
  });
});
