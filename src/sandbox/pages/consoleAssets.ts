import consoleScript from '../browser/console/consolePage.tsx?browser';
import badges from '../browser/console/styles/badges.css?raw';
import controls from '../browser/console/styles/controls.css?raw';
import drawer from '../browser/console/styles/drawer.css?raw';
import forcedColors from '../browser/console/styles/forcedColors.css?raw';
import inspector from '../browser/console/styles/inspector.css?raw';
import layout from '../browser/console/styles/layout.css?raw';
import list from '../browser/console/styles/list.css?raw';
import order from '../browser/console/styles/order.css?raw';

// The package keeps this module in a file of its own, because the script holds React and is packed.
export { consoleScript };
export const consoleStyles = [layout, controls, badges, list, order, inspector, drawer, forcedColors].join(
  '\n',
);
