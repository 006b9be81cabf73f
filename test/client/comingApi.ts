import type { ReactElement } from 'react';
import {
  IotPayCard,
  useIotPayCard,
  useSecureId,
  type IotPayCardProps,
  type IotPayMessages,
  type IotPayMode,
  type SecureIdAnswer,
  type UseIotPayCardResult,
  type UseSecureIdOptions,
  type UseSecureIdResult,
} from 'react-iotpay';

// The types of what the client's API gains. This is the one place that says them while src does not.

/** The possible answers of a shop's `request`: a secureId, or that this cart was decided already. */
export type ComingAnswer = SecureIdAnswer | { settled: 'paid' | 'unknown' };

export interface ComingCardProps extends Omit<IotPayCardProps<IotPayMode>, 'secureId'> {
  secureId: string | UseSecureIdResult | null | undefined;
  onTouched?: (() => void) | undefined;
}

export const Card = IotPayCard as unknown as (props: ComingCardProps) => ReactElement | null;

/** `useIotPayCard` with what a settled card also says. */
export const useCard = useIotPayCard as unknown as (props: ComingCardProps) => Omit<
  UseIotPayCardResult<IotPayMode>,
  'status' | 'outcome' | 'error'
> & {
  status: string;
  outcome?: { status: string } | undefined;
  settled?: 'paid' | 'unknown' | undefined;
  error?: { code: string } | undefined;
};

export type ComingSession = UseSecureIdResult;

export const useSession = useSecureId as unknown as (
  request: (context: { signal: AbortSignal }) => Promise<ComingAnswer>,
  options: UseSecureIdOptions & { mode?: IotPayMode | undefined; timeoutMs?: number | undefined },
) => ComingSession;

/** A language's texts, those that are to come included. */
export const textsOf = (language: { messages: IotPayMessages }) =>
  language.messages as unknown as Readonly<Record<string, string>>;
