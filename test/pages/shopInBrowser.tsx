import { createRoot, hydrateRoot } from 'react-dom/client';
import { settingsId, Shop, type ShopSettings } from './shop';

// The entry of the page's bundle: takes over what the server rendered, or renders it all.

const root = document.getElementById('shop') as HTMLElement;
const settings = JSON.parse(document.getElementById(settingsId)?.textContent ?? '') as ShopSettings;

if (root.firstChild) {
  hydrateRoot(root, <Shop {...settings} />, {
    onRecoverableError: (error) => reportError(error),
  });
} else {
  createRoot(root).render(<Shop {...settings} />);
}
