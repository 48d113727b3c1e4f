/** True for a text that can be the id of a row. Anything else in an address is no row of ours, and the database need not be asked. */
export function isId(text: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
