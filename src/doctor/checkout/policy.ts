/** One Content-Security-Policy: the sources of each directive that it has. */
export type Policy = ReadonlyMap<string, readonly string[]>;

/** Reads policies out of a header, where commas part them, or out of a `meta` tag. */
export function readPolicies(text: string): Policy[] {
  return text
    .split(',')
    .map((one) => readPolicy(one))
    .filter(({ size }) => size > 0);
}

function readPolicy(text: string): Policy {
  const directives = new Map<string, readonly string[]>();
  for (const directive of text.split(';')) {
    const [name = '', ...sources] = directive.trim().split(/\s+/);
    // The first of two that have one name counts (Content Security Policy Level 3, section 2.2.1).
    if (name !== '' && !directives.has(name.toLowerCase())) directives.set(name.toLowerCase(), sources);
  }
  return directives;
}

/** What decides about a kind of content: the first of these directives that the policy has. */
const deciding = {
  script: ['script-src-elem', 'script-src', 'default-src'],
  frame: ['frame-src', 'child-src', 'default-src'],
} as const;

/** The sources that a policy allows for scripts or for iframes; `undefined` where it says nothing of them. */
export function sourcesFor(policy: Policy, kind: keyof typeof deciding): readonly string[] | undefined {
  const name = deciding[kind].find((directive) => policy.has(directive));
  return name === undefined ? undefined : policy.get(name);
}

/** The nonces that a policy allows scripts by. */
export function noncesOf(policy: Policy): string[] {
  const sources = sourcesFor(policy, 'script') ?? [];
  return sources.flatMap((source) => /^'nonce-(.+)'$/i.exec(source)?.[1] ?? []);
}

/** Whether a script that the library loads may run: by its address, by the nonce that it is given, or because a trusted script loads it. */
export function allowsScript(policy: Policy, url: URL, page: URL): boolean {
  const sources = sourcesFor(policy, 'script');
  if (!sources || noncesOf(policy).length > 0) return true;
  if (sources.some((source) => source.toLowerCase() === "'strict-dynamic'")) return true;
  return sources.some((source) => matches(source, url, page));
}

/** Whether an iframe of this origin may be shown. IOTPay documents no path for it, so paths are not looked at. */
export function allowsFrame(policy: Policy, url: URL, page: URL): boolean {
  const sources = sourcesFor(policy, 'frame');
  return (
    !sources ||
    sources.some((source) => matches(source.replace(/^(\w+:\/\/)?([^/]+)\/.*$/, '$1$2'), url, page))
  );
}

const hostSource = /^(?:([a-z][a-z\d+.-]*):\/\/)?(\*|(?:\*\.)?[^/:*]+)(?::(\d+|\*))?(\/.*)?$/i;

/** Whether one source matches an address (Content Security Policy Level 3, section 6.7.2.8). */
function matches(source: string, url: URL, page: URL): boolean {
  const lower = source.toLowerCase();
  if (lower === '*') return /^https?:$/.test(url.protocol);
  if (lower === "'self'") return url.origin === page.origin;
  if (/^[a-z][a-z\d+.-]*:$/.test(lower)) return schemeMatches(lower, url);
  const [, scheme, host = '', port, path] = hostSource.exec(source) ?? [];
  if (host === '') return false;
  return (
    schemeMatches(scheme ? `${scheme.toLowerCase()}:` : page.protocol, url) &&
    hostMatches(host.toLowerCase(), url.hostname) &&
    portMatches(port, url) &&
    pathMatches(path, url.pathname)
  );
}

function schemeMatches(scheme: string, { protocol }: URL): boolean {
  return scheme === protocol || (scheme === 'http:' && protocol === 'https:');
}

function hostMatches(host: string, hostname: string): boolean {
  if (host === '*') return true;
  return host.startsWith('*.') ? hostname.endsWith(host.slice(1)) : host === hostname;
}

function portMatches(port: string | undefined, url: URL): boolean {
  const usual = url.protocol === 'https:' ? '443' : '80';
  return port === '*' || (port ?? usual) === (url.port || usual);
}

function pathMatches(path: string | undefined, pathname: string): boolean {
  if (path === undefined || path === '/') return true;
  return path.endsWith('/') ? pathname.startsWith(path) : pathname === path;
}
