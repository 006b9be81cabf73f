const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const sequencesPerMillisecond = alphabet.length ** 3;

let lastTime = 0;
let sequence = 0;

/**
 * A fresh `mchOrderNo` (or `cardId`, or `mchRefundNo`) of 30 digits and capital letters, the longest that the gateway
 * takes (docs/gateway-contract.md, section 3).
 *
 * It holds UTC time to the millisecond, a counter, and 50 random bits. Numbers sort in the order in which a process
 * made them, even if the clock is set back, and differ between processes. Create it once per attempt and store it
 * before the call.
 */
export function createOrderNo(): string {
  const now = Date.now();
  if (now > lastTime) {
    lastTime = now;
    sequence = 0;
  } else if (++sequence === sequencesPerMillisecond) {
    lastTime += 1;
    sequence = 0;
  }
  const time = new Date(lastTime).toISOString().replace(/\D/g, '');
  return time + digits(sequence) + random();
}

function digits(value: number): string {
  return [value >> 10, value >> 5, value].map((part) => alphabet.charAt(part & 31)).join('');
}

function random(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) => alphabet.charAt(byte & 31)).join(
    '',
  );
}
