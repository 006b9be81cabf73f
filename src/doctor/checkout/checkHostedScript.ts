import { scriptPath } from '../../contract/urls';
import { type Finding, failed, passed, unknown } from '../finding';
import { request, shown } from '../http/request';
import type { DoctorSettings } from '../settings';
import { holdsHostedScript } from './copiedScript';
import { preloadedScripts, type ScriptTag, scriptTags } from './pageTags';

/** A page with more scripts than this is looked at in part. */
const mostScripts = 40;

/** Whether the page loads IOTPay's script straight from IOTPay, once, and has no copy of it in its own scripts. */
export async function checkHostedScript(
  html: string,
  page: URL,
  { baseUrl, timeoutMs }: DoctorSettings,
): Promise<Finding> {
  const hosted = new URL(baseUrl + scriptPath);
  const tags = scriptTags(html, page);
  const wrongTag = judgeTags(tags, hosted);
  if (wrongTag) return wrongTag;

  const script = await request(hosted.href, {}, timeoutMs);
  if ('failure' in script || script.status !== 200) {
    return unknown('hostedScript', `${hosted.href} could not be loaded to compare with.`);
  }
  const addresses = [...tags.flatMap(({ src }) => src ?? []), ...preloadedScripts(html, page)].map(
    ({ href }) => href,
  );
  const own = [...new Set(addresses)].filter((address) => address !== hosted.href).slice(0, mostScripts);
  for (const address of own) {
    const answer = await request(address, {}, timeoutMs);
    if ('text' in answer && holdsHostedScript(answer.text, script.text)) return bundled(shown(address));
  }
  if (tags.some(({ code }) => holdsHostedScript(code, script.text))) return bundled('a script in the page');
  const named = tags.filter(({ src }) => src?.href === hosted.href).length;
  return passed(
    'hostedScript',
    named === 1
      ? `One tag, straight from ${hosted.host}; none of ${own.length} other scripts holds a copy.`
      : `The page names none and react-iotpay loads it; none of ${own.length} other scripts holds a copy.`,
  );
}

function judgeTags(tags: readonly ScriptTag[], hosted: URL): Finding | undefined {
  const named = tags.flatMap(({ src }) => (src && /\/iotpaycc[^/]*\.js$/i.test(src.pathname) ? [src] : []));
  if (named.length > 1) {
    const advice =
      'Keep one tag, or none: react-iotpay adopts the tag that is there, and loads the script where there is none.';
    return failed(
      'hostedScript',
      'script_twice',
      `The page loads IOTPay's script ${named.length} times.`,
      advice,
    );
  }
  const [own] = named;
  if (!own || own.host === hosted.host) return undefined;
  if (/(^|\.)iotpaycloud\.com$/.test(own.hostname)) {
    const message = `The page loads the script of ${own.host}, and the server asks ${hosted.host}.`;
    return failed(
      'hostedScript',
      'script_other_environment',
      message,
      'Let both be of the same environment.',
    );
  }
  return bundled(shown(own.href));
}

function bundled(where: string): Finding {
  return failed(
    'hostedScript',
    'script_bundled',
    `IOTPay's script, or a fake of it, stands in ${where}.`,
    'PCI rules want it straight from IOTPay: remove the copy, and let react-iotpay load the script.',
  );
}
