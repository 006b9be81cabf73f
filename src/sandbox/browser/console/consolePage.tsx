import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { find } from '../element';
import { App } from './app/App';
import { followSandbox } from './core/followSandbox';
import { createPreferences } from './core/preferences';
import { createRouter } from './core/route';
import { chooseConsoleLanguage } from './languages/consoleLanguage';

document.addEventListener('DOMContentLoaded', () => {
  const { model } = followSandbox();
  const preferences = createPreferences(chooseConsoleLanguage);
  createRoot(find('#console')).render(
    <StrictMode>
      <App model={model} router={createRouter()} preferences={preferences} />
    </StrictMode>,
  );
});
