import { en } from './en';
import type { IotPayLanguage, IotPayMessages } from './language';

/** The card form's texts in a language; single texts are replaced by `overrides`. */
export const chooseMessages = (
  language: IotPayLanguage,
  overrides: Partial<IotPayMessages> | undefined,
): IotPayMessages => ({
  // A shop's own language may lack a text that this version has added.
  ...en.messages,
  ...language.messages,
  ...overrides,
});
