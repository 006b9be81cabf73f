/** Characters as section 3 of docs/gateway-contract.md counts them: Unicode code points, so that `🍁` is one and `é` may be two. */
export function countCharacters(text: string): number {
  return Array.from(text).length;
}
