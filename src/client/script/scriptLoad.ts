import { pageRecord } from '../../contract/page';
import type { IotPayFactory } from '../../contract/sdk';
import type { IotPayClientError } from '../error';
import { pageChanged } from '../pageChanges';

/** The page's one load of the script, and its result. */
export interface ScriptLoad {
  url: string;
  script: Promise<IotPayFactory>;
  iotpay?: IotPayFactory;
  /** A load that failed is over. The next load replaces it. */
  error?: IotPayClientError;
}

interface PageScript {
  load: ScriptLoad;
}

/** Safe while rendering, because it changes nothing. */
export const currentLoad = (): ScriptLoad | undefined => pageRecord<PageScript>().load;

/** Starts a new load, and tells every component that waits for the script. */
export function setCurrentLoad(load: ScriptLoad): void {
  pageRecord<PageScript>().load = load;
  pageChanged();
}
