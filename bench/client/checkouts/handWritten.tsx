import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { IotPaySdkEvent, IotPaySdkOptions, IotPayWindow } from '../../../src/contract/sdk';
import { askForSecureId, goOn, secureId, type StartCheckout } from './checkout';

declare const window: Window & IotPayWindow;

interface CardProps {
  secureId: string;
  options?: IotPaySdkOptions;
  onResult: (event: IotPaySdkEvent) => void;
}

/** The shortest component that looks right. The figures show its mistakes. */
function Card({ secureId, options, onResult }: CardProps) {
  useEffect(() => {
    const mount = () => window.Iotpay?.(secureId, 'Pay', options).mount('#card', onResult);
    if (window.Iotpay) {
      mount();
      return;
    }
    const script = document.createElement('script');
    script.src = 'https://ccapi.iotpaycloud.com/cc/iotpaycc.js';
    script.onload = mount;
    document.head.append(script);
  }, [secureId]); // eslint-disable-line react-hooks/exhaustive-deps -- as a shop would, once it has seen what inline props do
  return <div id="card" />;
}

const options = { theme: 'card', button: { text: 'Pay' } } as const;

export function Hoisted() {
  return <Card secureId={secureId} options={options} onResult={goOn} />;
}

export function Inline() {
  return (
    <Card secureId={secureId} options={{ theme: 'card', button: { text: 'Pay' } }} onResult={() => goOn()} />
  );
}

function WholeCheckout() {
  const [id, setId] = useState<string>();
  useEffect(() => void askForSecureId().then(setId), []);
  return id ? <Card secureId={id} onResult={goOn} /> : null;
}

export const start: StartCheckout = (container) => createRoot(container).render(<WholeCheckout />);
