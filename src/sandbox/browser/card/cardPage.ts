import { applyAppearance, labelOf } from './appearance';
import { createCardForm } from './cardForm';
import { brandOf } from '../../cardRules/cardNumber';
import { drawCard } from './drawnCard';
import { readFrameRequest } from '../script/frameMessages';
import { sayIn } from '../languages/say';
import { pageDataId, type PageData } from '../pageData';
import { pay } from './payment';
import { startTestCardPicker } from '../picker/testCardPicker';
import { createPageView } from './pageView';
import { tellShop, reportHeight } from './shopLink';

const request = readFrameRequest(location.hash);
// Before the page is painted, so that a dark form never flashes up light.
if (request) applyAppearance(document.documentElement, request.options);

function start() {
  const data = JSON.parse(document.getElementById(pageDataId)?.textContent ?? '') as PageData;
  const say = sayIn(document.documentElement.lang);
  const view = createPageView(say);
  if (request) reportHeight(request);

  if (data.finished) {
    view.showResult(data.finished);
    tellShop(data.key, data.finished, request);
    return;
  }

  view.setAction(labelOf(request?.options ?? {}, data.action));
  const form = createCardForm(data.channel, say, (card) => {
    document.documentElement.dataset.brand = brandOf(card.number)?.id ?? '';
    drawCard(document, card, say);
  });
  startTestCardPicker(form.fill, data.chosenCard);
  let busy = false;

  const submit = async () => {
    // A second click finds the first still under way.
    if (busy || !form.check()) return;
    busy = true;
    view.showBusy(data.mode);
    try {
      const answer = await pay(data.key, form.read(), () => view.showWaiting());
      if (answer.state === 'refused') {
        view.showForm();
        form.show(answer.errors);
      } else {
        form.clear();
        view.showResult(answer);
        tellShop(data.key, answer, request);
      }
    } catch {
      view.showForm('The gateway could not be reached. Try again: you won’t be charged twice.');
    }
    busy = false;
  };
  view.onSubmit(() => void submit());
}

document.addEventListener('DOMContentLoaded', start, { once: true });
