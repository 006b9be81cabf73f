import { checkGateway } from './checks/gateway';
import { checkGenuineNotification } from './checks/genuineNotification';
import { checkNode, checkProxy } from './checks/machine';
import { checkMerchantKey } from './checks/merchantKey';
import { checkDns, checkTls } from './checks/network';
import { checkNotifyUrl } from './checks/notifyUrl';
import { checkPackages } from './checks/packages';
import { checkReturnUrl } from './checks/returnUrl';
import { checkCheckoutPage } from './checkout/checkCheckoutPage';
import type { Finding } from './finding';
import { type DoctorSettings, withMeantKey } from './settings';

/**
 * Looks at everything that makes a payment work: this machine, the credentials, the way to the gateway, and the shop's addresses. Nothing is
 * charged, and no order is opened.
 */
export async function examine(settings: DoctorSettings): Promise<Finding[]> {
  const meant = withMeantKey(settings);
  // The checks of the shop don't wait for the gateway's, which may have to wait for a timeout.
  const [dns, tls, gateway, notify, returned, checkout] = await Promise.all([
    checkDns(settings),
    checkTls(settings),
    checkGateway(meant),
    checkNotifications(meant),
    checkReturnUrl(settings),
    checkCheckoutPage(settings),
  ]);
  return [
    checkNode(),
    checkPackages(settings.folder),
    checkProxy(settings),
    checkMerchantKey(settings),
    dns,
    tls,
    ...gateway,
    ...notify,
    returned,
    ...checkout,
  ];
}

/** A genuine notification only tells something where a forged one was turned away. */
async function checkNotifications(settings: DoctorSettings): Promise<Finding[]> {
  const findings = await checkNotifyUrl(settings);
  const isThere = findings.every(({ check, status }) => check !== 'notifyUrl' || status === 'passed');
  return isThere ? [...findings, ...(await checkGenuineNotification(settings))] : findings;
}
