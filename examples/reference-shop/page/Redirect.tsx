import { useEffect } from 'react';
import { navigate, type Told } from './route';

/** Goes elsewhere in the shop in place of what would have been shown. */
export function Redirect({ to, told }: { to: string; told: Told }): null {
  useEffect(() => navigate(to, { told, replace: true }), [to, told]);
  return null;
}
