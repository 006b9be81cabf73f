import { useEffect } from 'react';
import { navigate } from './route';

/** Goes elsewhere in the shop in place of what would have been shown. */
export function Redirect({ to }: { to: string }): null {
  useEffect(() => navigate(to, { replace: true }), [to]);
  return null;
}
