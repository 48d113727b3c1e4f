/**
 * The network that an address counts for when attempts are counted: an IPv4 address itself, of IPv6 the first 64 bits, because one
 * house or one server has all addresses behind those and could take a new one for every attempt. What is no address stays as it is.
 */
export function networkOf(address: string): string {
  const plain = address.replace(/%.*$/, "");
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)?.[1];
  if (mapped) return mapped;
  if (!plain.includes(":") || !URL.canParse(`http://[${plain}]/`)) return address;
  const [front = "", back] = new URL(`http://[${plain}]/`).hostname.slice(1, -1).split("::");
  const groups = (part: string | undefined) => (part ? part.split(":") : []);
  const [before, after] = [groups(front), groups(back)];
  const whole = back === undefined ? before : [...before, ...Array<string>(8 - before.length - after.length).fill("0"), ...after];
  return `${whole.slice(0, 4).join(":")}::/64`;
}
