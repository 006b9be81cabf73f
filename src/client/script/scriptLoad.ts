import { pageRecord } from '../../contract/page';
import type { IotPayFactory } from '../../contract/sdk';
import type { IotPayClientError } from '../error';
import { pageChanged } from '../pageChanges';

/** The page's one load of the script, and what came of it. */
export interface ScriptLoad {
  url: string;
  script: Promise<IotPayFactory>;
  iotpay?: IotPayFactory;
  /** A load that failed is over; the next one takes its place. */
  error?: IotPayClientError;
}

interface PageScript {
  load: ScriptLoad;
}

/** Safe while rendering, because it changes nothing. */
export const currentLoad = (): ScriptLoad | undefined => pageRecord<PageScript>().load;

/** Everyone who waits for the script hears that it is being loaded once more. */
export function setCurrentLoad(load: ScriptLoad): void {
  pageRecord<PageScript>().load = load;
  pageChanged();
}
