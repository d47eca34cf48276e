import { isIPv6 } from 'node:net';

/** Of the eight groups of an IPv6 address, those that name the network: whoever has one address of it has all. */
const networkGroups = 4;

/**
 * What stands for an address where requests are counted: an IPv4 address itself, also when it is written as IPv6, and the /64 of an IPv6
 * address, which one customer has whole.
 */
export function addressGroup(address: string): string {
  const plain = address.split('%', 1)[0] ?? address;
  if (!isIPv6(plain)) return address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)?.[1];
  if (mapped !== undefined) return mapped;
  const [head = '', tail] = plain.split('::');
  const groupsOf = (text: string) => text.split(':').filter((group) => group !== '');
  const first = groupsOf(head);
  const last = groupsOf(tail ?? '');
  // An IPv4 address at the end is two groups.
  const written = first.length + last.length + (plain.includes('.') ? 1 : 0);
  const between = tail === undefined ? [] : Array<string>(8 - written).fill('0');
  const network = [...first, ...between, ...last].slice(0, networkGroups);
  return `${network.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}
