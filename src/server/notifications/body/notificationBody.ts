import type { SignParams } from '../../signing/canonical';

/** Why a body can't be read. `no_object` means that a parser made something else of it, such as a list. */
export type BodyFault = 'too_large' | 'not_utf8' | 'broken_off' | 'already_read' | 'no_object';

/** A notification's body: its text, or the fields that a parser made of it, or the reason why there is neither. */
export type NotificationBody =
  { readonly text: string } | { readonly fields: SignParams } | { readonly fault: BodyFault };
