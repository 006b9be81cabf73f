import type { IotPayCardOptions } from 'react-iotpay';

/** The hosted form in the shop's own colours. Its iframe can't see the page's style sheet. */
export function formOptions(darkMode: boolean, text: string): IotPayCardOptions {
  return {
    darkMode,
    theme: 'card',
    button: {
      text,
      color: darkMode ? '#08131f' : '#ffffff',
      backgroundColor: darkMode ? '#8fb8ff' : '#12459b',
      boxShadow: 'none',
      height: '52px',
      borderRadius: '6px',
    },
  };
}
