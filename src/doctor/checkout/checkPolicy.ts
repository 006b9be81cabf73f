import { scriptPath } from '../../contract/urls';
import { type Finding, failed, passed } from '../finding';
import { metaPolicies, scriptTags } from './pageTags';
import { allowsFrame, allowsScript, noncesOf, type Policy, readPolicies } from './policy';

/** A page as it was answered, the second time only for its nonce. */
export interface LoadedPage {
  readonly html: string;
  /** The header Content-Security-Policy. */
  readonly policy: string | undefined;
}

export function policiesOf({ html, policy = '' }: LoadedPage): Policy[] {
  return [policy, ...metaPolicies(html)].flatMap(readPolicies);
}

/** Whether the page's Content-Security-Policies let IOTPay's script run and its iframe be shown, and how they use nonces. */
export function checkPolicy(
  first: LoadedPage,
  second: LoadedPage | undefined,
  page: URL,
  baseUrl: string,
): Finding[] {
  const policies = policiesOf(first);
  if (policies.length === 0) {
    const message = 'The page has no Content-Security-Policy, so nothing is refused.';
    return (['cspScript', 'cspFrame', 'nonce'] as const).map((check) => passed(check, message));
  }
  const script = new URL(baseUrl + scriptPath);
  return [
    policies.every((policy) => allowsScript(policy, script, page))
      ? passed('cspScript', `The policy lets ${script.host}'s script run.`)
      : failed(
          'cspScript',
          'csp_refuses_script',
          `The policy refuses ${script.href}.`,
          `Add ${script.origin} to script-src, or use a nonce.`,
        ),
    policies.every((policy) => allowsFrame(policy, script, page))
      ? passed('cspFrame', `The policy lets ${script.host}'s iframe be shown.`)
      : failed(
          'cspFrame',
          'csp_refuses_frame',
          `The policy refuses iframes of ${script.origin}.`,
          `Add ${script.origin} to frame-src.`,
        ),
    checkNonce(first, second, page),
  ];
}

function checkNonce(first: LoadedPage, second: LoadedPage | undefined, page: URL): Finding {
  const nonces = policiesOf(first).flatMap(noncesOf);
  if (nonces.length === 0) return passed('nonce', 'The policy uses none.');
  const next = second ? policiesOf(second).flatMap(noncesOf) : [];
  if (nonces.some((nonce) => next.includes(nonce))) {
    const message = 'The policy has the same nonce in two answers, so an attacker knows it.';
    return failed(
      'nonce',
      'nonce_reused',
      message,
      'Make a new one for each answer, and let no cache keep the page.',
    );
  }
  if (!scriptTags(first.html, page).some(({ nonce }) => nonce !== undefined && nonces.includes(nonce))) {
    const message = "None of the page's scripts carries the policy's nonce.";
    const advice = 'Put it on your own script tags, and on <IotPayProvider nonce={nonce}>.';
    return failed('nonce', 'nonce_missing', message, advice);
  }
  return passed(
    'nonce',
    'New for each answer, and on the script tags. Give it to <IotPayProvider nonce={nonce}> too.',
  );
}
