/** The sandbox's mark, the same as the page's icon. */
export function Mark() {
  return (
    <svg width="26" height="26" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="#1d4ed8" />
      <path d="M7 14h18v7a2 2 0 0 1-2 2H9a2 2 0 0 1-2-2zm0-3a2 2 0 0 1 2-2h14a2 2 0 0 1 2 2z" fill="#fff" />
    </svg>
  );
}
