'use client';

import { useRouter } from 'next/navigation';
import { IotPayReturn } from 'react-iotpay';

/** Follows the order until it is decided, and then makes the server render the page again. */
export function Confirming({ mchOrderNo }: { mchOrderNo: string }) {
  const { refresh } = useRouter();
  return <IotPayReturn url="/pay" mchOrderNo={mchOrderNo} onPaid={refresh} onFailed={refresh} />;
}
