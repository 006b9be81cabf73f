/** A call that the gateway understood and says no to; `message` is the `retMsg`. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}
