'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** Has the server render the page again and again, for as long as this is on it. */
export function AskAgain({ everyMs }: { everyMs: number }) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), everyMs);
    return () => clearInterval(timer);
  }, [router, everyMs]);
  return null;
}
