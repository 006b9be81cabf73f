import type { Scenario } from '../consoleApi/scenario';
import doubleChargeBait from './files/doubleChargeBait.json';
import gatewayDown from './files/gatewayDown.json';
import notificationStorm from './files/notificationStorm.json';
import refundRace from './files/refundRace.json';

/** The scenario files that come with the package. */
export const packagedScenarios = [
  doubleChargeBait,
  notificationStorm,
  gatewayDown,
  refundRace,
] as readonly Scenario[];
