import type { FC } from 'react';
import type {
  IotPayScriptOptions,
  UseIotPayCardOptions,
  UseIotPayCheckoutOptions,
  UseIotPayOrderOptions,
  UseIotPayScriptOptions,
  UseSecureIdOptions,
} from 'react-iotpay';

/*
 * A table is read from a component's props: these have a hook's options for props, and are never drawn.
 */

export const UseIotPayCard: FC<UseIotPayCardOptions> = () => null;

export const UseIotPayCheckout: FC<UseIotPayCheckoutOptions> = () => null;

export const UseIotPayOrder: FC<UseIotPayOrderOptions> = () => null;

export const UseSecureId: FC<UseSecureIdOptions> = () => null;

export const UseIotPayScript: FC<UseIotPayScriptOptions> = () => null;

export const LoadIotPayScript: FC<IotPayScriptOptions> = () => null;
