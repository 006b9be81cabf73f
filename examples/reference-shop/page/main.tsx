import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { locale, say } from './languages/say';
import 'react-iotpay/checkout.css';
import './styles/shop.css';

document.documentElement.lang = locale;
document.title = say('Fogline Coffee Roasters');

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
