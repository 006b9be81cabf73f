import { scriptPath } from '../../contract/urls';
import cardForm from '../browser/card/cardForm.css?raw';
import cardPageStyles from '../browser/card/cardPage.css?raw';
import cardPageScript from '../browser/card/cardPage.ts?browser';
import drawnCard from '../browser/card/drawnCard.css?raw';
import hostedScript from '../browser/script/hostedScript.ts?browser';
import redirectPage from '../browser/redirectPage.css?raw';
import testCardPicker from '../browser/picker/testCardPicker.css?raw';
import theme from '../browser/theme.css?raw';
import { consoleScript, consoleStyles } from './consoleAssets';

export interface Asset {
  type: 'text/css' | 'text/javascript';
  text: string;
}

const script = (text: string): Asset => ({ type: 'text/javascript', text });
const styles = (...parts: string[]): Asset => ({ type: 'text/css', text: parts.join('\n') });

/** What browsers load from the sandbox besides its pages, by path. */
export const assets: Readonly<Record<string, Asset>> = {
  [scriptPath]: script(hostedScript),
  '/cc/cardPage.js': script(cardPageScript),
  '/cc/cardPage.css': styles(theme, cardForm, cardPageStyles, drawnCard, testCardPicker, redirectPage),
  '/console.js': script(consoleScript),
  '/console.css': styles(theme, consoleStyles),
};
