import { useMemo } from 'react';
import { IotPayCard, type IotPayCardOptions, type UseSecureIdResult } from 'react-iotpay';

export function Themed({ session, total }: { session: UseSecureIdResult; total: string }) {
  const options = useMemo<IotPayCardOptions>(
    () => ({
      darkMode: 'auto', // as the customer's system prefers when the form opens; true or false to decide yourself
      theme: 'card', // a drawn card; leave it out for a plain form
      button: {
        text: `Pay ${total}`,
        color: '#ffffff',
        backgroundColor: '#0d5b47',
        boxShadow: 'none',
        height: '52px',
        borderRadius: '5px',
      },
    }),
    [total],
  );
  return <IotPayCard className="card-form" secureId={session} options={options} />;
}
