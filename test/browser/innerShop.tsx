import { createRoot } from 'react-dom/client';
import { IotPayCard, IotPayProvider } from '../../src/index';

// A shop that lives in an iframe of its own page, with its own React. What it is to show stands in its page.
const { src = '', secureId = '' } = document.body.dataset;

createRoot(document.body).render(
  <IotPayProvider src={src}>
    <IotPayCard secureId={secureId} redirect="manual" />
  </IotPayProvider>,
);
