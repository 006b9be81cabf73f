import { RouteError } from './routeError';

/** The routes, by their names. */
export type Route =
  | { readonly name: 'checkout' | 'notify' | 'cards' | 'saveCard' | 'removeCard' }
  | { readonly name: 'order'; readonly mchOrderNo: string }
  | { readonly name: 'return'; readonly mchOrderNo: string | undefined };

/** Framework routers may have removed the mount path, and may leave a slash at the end. */
function pathUnder(base: string, pathname: string): string {
  const isUnder = pathname === base || pathname.startsWith(`${base}/`);
  return (isUnder ? pathname.slice(base.length) : pathname).replace(/\/+$/, '');
}

const posts: Readonly<Record<string, Route>> = {
  '/checkout': { name: 'checkout' },
  '/notify': { name: 'notify' },
  '/cards': { name: 'saveCard' },
  '/cards/remove': { name: 'removeCard' },
};

function getRoute(path: string): Route | undefined {
  if (path === '/cards') return { name: 'cards' };
  const [, kind, mchOrderNo] = /^\/(orders|return)(?:\/(\w{1,30}))?$/.exec(path) ?? [];
  if (kind === 'return') return { name: 'return', mchOrderNo };
  return kind === 'orders' && mchOrderNo !== undefined ? { name: 'order', mchOrderNo } : undefined;
}

/**
 * The route of a request.
 *
 * @param base the path that the routes are mounted at, without a slash at the end
 * @throws RouteError 404 or 405
 */
export function matchRoute(method: string, pathname: string, base: string): Route {
  const path = pathUnder(base, pathname);
  const byPost = Object.hasOwn(posts, path) ? posts[path] : undefined;
  const byGet = getRoute(path);
  const isGet = method === 'GET' || method === 'HEAD';
  const route = method === 'POST' ? byPost : isGet ? byGet : undefined;
  if (route) return route;
  // The notification handler itself answers other methods.
  if (byPost?.name === 'notify') return byPost;
  const allow = [...(byGet ? ['GET', 'HEAD'] : []), ...(byPost ? ['POST'] : [])].join(', ');
  if (allow) throw new RouteError(405, 'method_not_allowed', `Only ${allow} is meant here.`, allow);
  throw new RouteError(404, 'no_such_route', 'There is nothing here.');
}
