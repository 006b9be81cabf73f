const samples = 8;
const sampleLength = 60;

/** Sets the hosted script's one global, which only IOTPay's own script does. */
const definesGlobal = /(\.|\[\s*["'])Iotpay(["']\s*])?\s*=(?!=)/;

/**
 * Whether a script of the shop's has IOTPay's script in it: it sets the same global, or holds pieces of the same text. The script must come
 * straight from IOTPay (docs/gateway-contract.md, section 1).
 */
export function holdsHostedScript(code: string, hosted: string): boolean {
  if (definesGlobal.test(code)) return true;
  const squeezed = code.replace(/\s+/g, '');
  return piecesOf(hosted).filter((piece) => squeezed.includes(piece)).length >= 2;
}

/** A few pieces of a script from all over it, without white space, which build tools change. */
function piecesOf(script: string): string[] {
  const squeezed = script.replace(/\s+/g, '');
  const step = Math.max(sampleLength, Math.floor(squeezed.length / samples));
  const pieces: string[] = [];
  for (let at = 0; at + sampleLength <= squeezed.length; at += step)
    pieces.push(squeezed.slice(at, at + sampleLength));
  return pieces;
}
