const questionPlace = () => {
  const place = document.getElementById('question');
  if (!place) throw new Error('The page has no place for questions.');
  return place;
};

/** Says something to the person in front of the page. */
export function say(text: string): void {
  questionPlace().replaceChildren(paragraph(text));
}

/** Asks the person something; resolves with the value of the button that they click. */
export function askPerson<Value>(
  text: string,
  answers: readonly (readonly [label: string, value: Value])[],
  stop?: Promise<Value>,
): Promise<Value> {
  const clicked = new Promise<Value>((resolve) => {
    const buttons = answers.map(([label, value]) => {
      const button = document.createElement('button');
      button.textContent = label;
      button.addEventListener('click', () => resolve(value));
      return button;
    });
    questionPlace().replaceChildren(paragraph(text), ...buttons);
    questionPlace().scrollIntoView({ block: 'start' });
    buttons[0]?.focus();
  });
  return Promise.race(stop ? [clicked, stop] : [clicked]).finally(() => questionPlace().replaceChildren());
}

function paragraph(text: string): HTMLElement {
  const element = document.createElement('p');
  element.textContent = text;
  return element;
}
