import { expect, it } from 'vitest';
import { addressOf } from './address.ts';

it.each([
  ['203.0.113.9', '203.0.113.9'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:0001:2::9', '2001:db8:1:2::/64'],
  ['2001:db8::9', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('counts %s as %s', (address, counted) => {
  expect(addressOf(new Headers({ 'cf-connecting-ip': address }))).toBe(counted);
});

it('counts everybody without an address as one', () => {
  expect(addressOf(new Headers())).toBe('unknown');
});
