/** An address or a code as a URI: what stands in none is percent-encoded; a bare code becomes a URN. */
export function asUri(target: string): string {
  const escaped = target.replace(/[^A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]/gu, (character) => encodeURIComponent(character)).replace(/%(?![0-9A-Fa-f]{2})/g, "%25");
  return /^(https?:|urn:)/i.test(target) ? escaped : `urn:x-code:${encodeURIComponent(target)}`;
}
