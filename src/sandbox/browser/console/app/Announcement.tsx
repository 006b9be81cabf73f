import { useEffect } from 'react';

const readMs = 4000;

interface AnnouncementProps {
  readonly text: string;
  readonly onRead: () => void;
}

/** One text at a time, in a corner of the page and read out, for as long as it takes to read. */
export function Announcement({ text, onRead }: AnnouncementProps) {
  useEffect(() => {
    if (text === '') return undefined;
    const timer = setTimeout(onRead, readMs);
    return () => clearTimeout(timer);
  }, [text, onRead]);
  return (
    <p className="announcement" role="status" data-part="announcement">
      {text}
    </p>
  );
}
