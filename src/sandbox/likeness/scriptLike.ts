import type { ScriptBehaviour } from '../browser/scriptBehaviour';
import type { Behaviour } from './gatewayAnswers';

/**
 * The hosted script with the behaviour that it is to have around it: in a function's scope, because the script may define nothing but
 * its one global.
 */
export function scriptLike(script: string, behaviour: Behaviour): string {
  const { mountElement, mountMissing, mountFrame, twoForms } = behaviour;
  const given: ScriptBehaviour = { mountElement, mountMissing, mountFrame, twoForms };
  return `(function (sandboxBehaviour) {\n${script}\n})(${JSON.stringify(given)});\n`;
}
