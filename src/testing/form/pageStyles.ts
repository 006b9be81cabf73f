/**
 * The look of the pages in the fake's iframe. It is plain CSS, because a test's DOM has to read it too. Every size is
 * given, because a frame without a loaded page is in quirks mode.
 */
export const pageStyles = `
:root { color-scheme: light; --ink: #16202c; --soft: #4f5b6b; --line: #7c8898; --surface: #fff; --control: #fff; }
:root[data-scheme='dark'] { color-scheme: dark; --ink: #eef2f7; --soft: #b3bfce; --line: #7f8c9d; --surface: #1a2129; --control: #12181f; }
*, *::before { box-sizing: border-box; }
body { margin: 0; color: var(--ink); font: 16px/1.4 system-ui, sans-serif; }
form, .used { padding: 18px; border: 1px solid var(--line); border-radius: 12px; background: var(--surface); }
form { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(max(8.5rem, 40%), 100%), 1fr)); gap: 14px 12px; }
.wide { grid-column: 1 / -1; }
label { display: grid; gap: 5px; font-size: 14px; font-weight: 600; line-height: 1.4; }
input, button { width: 100%; min-width: 0; margin: 0; font: inherit; font-size: 16px; }
input { height: 46px; padding: 0 12px; border: 1px solid var(--line); border-radius: 8px; background: var(--control); color: var(--ink); font-weight: 400; }
input::placeholder { color: var(--soft); opacity: 1; }
button { height: 48px; border: 0; border-radius: 8px; background-color: #1d4ed8; color: #fff; font-weight: 600; cursor: pointer; }
button[aria-disabled='true'] { cursor: progress; }
input:focus-visible, button:focus-visible { outline: 3px solid #4d7cf0; outline-offset: 2px; }
.used h1 { margin: 0; font-size: 20px; line-height: 1.3; }
.used p { margin: 8px 0 0; color: var(--soft); }
.card { display: flex; flex-direction: column; justify-content: space-between; gap: 14px; width: 100%; max-width: 320px; min-height: 180px; margin: 0 auto; padding: 20px; border-radius: 14px; background: linear-gradient(135deg, #26344a, #3d5575 55%, #1c2838); color: #fff; }
.card::before { content: ''; width: 38px; height: 28px; border-radius: 6px; background: #d9bb78; }
.card p { margin: 0; overflow-wrap: anywhere; }
.card .face-number { font: 18px/1.3 ui-monospace, monospace; }
@media (forced-colors: active) { button, .card { border: 2px solid ButtonText; } }
`;
