// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/dom';
import { describe, expect, it, vi } from 'vitest';
import { button, data, gateway, heading, open, prepareCardPage, type, typeCard } from './cardPageInFrame';

prepareCardPage();

describe('the card form', () => {
  it('groups the digits of what is typed', async () => {
    await open();

    typeCard();

    expect(screen.getByLabelText<HTMLInputElement>('Card number').value).toBe('4242 4242 4242 4242');
    expect(screen.getByLabelText<HTMLInputElement>('Expiry date').value).toBe('12/34');
  });

  it('invites the browser to fill it in', async () => {
    await open();

    const hints = ['Card number', 'Name on card', 'Expiry date', 'Security code'].map((label) =>
      screen.getByLabelText(label).getAttribute('autocomplete'),
    );

    expect(hints).toEqual(['cc-number', 'cc-name', 'cc-exp', 'cc-csc']);
  });

  it('says beside each field what is wrong with it, moves to the first, and sends nothing', async () => {
    await open();
    typeCard();
    type('Card number', '4242424242424241');
    type('Security code', '');

    fireEvent.click(button());

    const number = screen.getByLabelText('Card number');
    expect(document.activeElement).toBe(number);
    expect(number.getAttribute('aria-invalid')).toBe('true');
    expect(document.getElementById(number.getAttribute('aria-describedby') ?? '')?.textContent).toMatch(
      /not right/,
    );
    expect(screen.getByLabelText('Name on card').getAttribute('aria-invalid')).toBe('false');
    expect(document.getElementById('code-error')?.textContent).toMatch(/3 digits/);
    expect(gateway).not.toHaveBeenCalled();
  });

  it('takes a complaint back as soon as it is answered', async () => {
    await open();
    fireEvent.click(button());

    type('Expiry date', '1234');

    expect(screen.getByLabelText('Expiry date').getAttribute('aria-invalid')).toBe('false');
    expect(document.getElementById('expiry-error')?.textContent).toBe('');
  });

  it('shows what the gateway refuses beside the field, and can be sent again', async () => {
    gateway.mockResolvedValueOnce({ state: 'refused', errors: { number: 'Only test cards.' } });
    await open();
    typeCard();

    fireEvent.click(button());
    await vi.advanceTimersByTimeAsync(0);

    expect(document.getElementById('number-error')?.textContent).toBe('Only test cards.');
    expect(document.activeElement).toBe(screen.getByLabelText('Card number'));
    fireEvent.click(button());
    await vi.advanceTimersByTimeAsync(0);
    expect(heading()).toBe('Payment successful');
  });

  it('wears the options of the shop', async () => {
    await open(data, {
      darkMode: true,
      theme: 'card',
      button: {
        text: 'Buy now',
        color: 'black',
        backgroundColor: 'gold',
        backgroundImage: 'none',
        boxShadow: 'none',
        height: '60px',
        borderRadius: '0',
      },
    });

    const { dataset, style } = document.documentElement;
    expect(button().textContent.trim()).toBe('Buy now');
    expect(dataset).toMatchObject({ scheme: 'dark', theme: 'card' });
    expect(style.getPropertyValue('--button-color')).toBe('black');
    expect(style.getPropertyValue('--button-background-color')).toBe('gold');
    expect(style.getPropertyValue('--button-background-image')).toBe('none');
    expect(style.getPropertyValue('--button-shadow')).toBe('none');
    expect(style.getPropertyValue('--button-height')).toBe('60px');
    expect(style.getPropertyValue('--button-radius')).toBe('0');
  });
});
