import { createRoot } from 'react-dom/client';
import { IotPayCard, useSecureId } from 'react-iotpay';
import { askForSecureId, goOn, secureId, type StartCheckout } from './checkout';

const options = { theme: 'card', button: { text: 'Pay' } } as const;

export function Hoisted() {
  return <IotPayCard secureId={secureId} options={options} onSuccess={goOn} onFail={goOn} onTimeout={goOn} />;
}

export function Inline() {
  return (
    <IotPayCard
      secureId={secureId}
      options={{ theme: 'card', button: { text: 'Pay' } }}
      onSuccess={() => goOn()}
      onFail={() => goOn()}
      onTimeout={() => goOn()}
    />
  );
}

function WholeCheckout() {
  const session = useSecureId(askForSecureId, { key: 'cart' });
  return <IotPayCard secureId={session} onSuccess={goOn} onFail={goOn} onTimeout={goOn} />;
}

export const start: StartCheckout = (container) => createRoot(container).render(<WholeCheckout />);
