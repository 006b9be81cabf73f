export { usualBehaviour } from '../sandbox/likeness/usualBehaviour';
export { askBrowserWith, askNoBrowser } from './probe/askBrowser';
export { compareProbe } from './probe/compareProbe';
export { takeProbe } from './probe/takeProbe';
