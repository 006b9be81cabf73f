import type { IotPayCardOptions, IotPayMode } from '../contract/sdk';

const escape = (text: string) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

function page(mode: IotPayMode, options: IotPayCardOptions): string {
  const { darkMode, theme, button = {} } = options;
  const style = [
    button.color && `color:${button.color}`,
    button.backgroundColor && `background-color:${button.backgroundColor}`,
    button.backgroundImage && `background-image:${button.backgroundImage}`,
    button.boxShadow && `box-shadow:${button.boxShadow}`,
    button.height && `height:${button.height}`,
    button.borderRadius && `border-radius:${button.borderRadius}`,
  ].filter(Boolean);
  const field = (label: string, example: string) =>
    `<label>${label}<input placeholder="${example}" autocomplete="off"></label>`;
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Card details</title><style>
:root{color-scheme:${darkMode ? 'dark' : 'light'};font:16px/1.4 system-ui,sans-serif}
body{margin:0;padding:16px;${theme === 'card' ? 'border-radius:16px;border:1px solid #8888;' : ''}}
form{display:grid;grid-template-columns:1fr 1fr;gap:12px}
label{display:grid;gap:4px;font-size:14px}label:nth-child(-n+2),button{grid-column:1/-1}
input,button{box-sizing:border-box;width:100%;min-height:44px;border-radius:8px;font:inherit}
input{padding:0 12px;border:1px solid #8889}
button{border:0;background:#1f5eff;color:#fff;font-weight:600}
</style><form onsubmit="return false">${field('Card number', '4242 4242 4242 4242')}${field('Name on card', 'Alex Tremblay')}
${field('Expiry date', 'MM / YY')}${field('Security code', '123')}
<button style="${escape(style.join(';'))}">${escape(button.text ?? (mode === 'Pay' ? 'Pay' : 'Save card'))}</button></form></html>`;
}

/** A card form to look at, in an iframe of the page's own origin. It sends nothing anywhere. */
export function drawFakeForm(mode: IotPayMode, options: IotPayCardOptions = {}): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.srcdoc = page(mode, options);
  Object.assign(frame.style, { width: '100%', height: '300px', border: '0' });
  return frame;
}
