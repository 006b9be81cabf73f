import { html } from 'hono/html';

/** Small drawings of the brands; the style sheet shows the one whose number is being typed. */
export const brandMarks = html`
  <svg class="brand-mark brand-mark-visa" viewBox="0 0 37 24" aria-hidden="true">
    <rect width="37" height="24" rx="4" fill="#1a2b8f" />
    <text
      x="18.5"
      y="16.2"
      text-anchor="middle"
      font-family="Arial, sans-serif"
      font-size="11"
      font-style="italic"
      font-weight="bold"
      fill="#fff"
    >
      VISA
    </text>
  </svg>
  <svg class="brand-mark brand-mark-mastercard" viewBox="0 0 37 24" aria-hidden="true">
    <rect width="37" height="24" rx="4" fill="#1b1b24" />
    <circle cx="14.5" cy="12" r="7" fill="#eb001b" />
    <circle cx="22.5" cy="12" r="7" fill="#f79e1b" />
    <path d="M18.5 6.3a7 7 0 0 1 0 11.4 7 7 0 0 1 0-11.4z" fill="#ff5f00" />
  </svg>
  <svg class="brand-mark brand-mark-amex" viewBox="0 0 37 24" aria-hidden="true">
    <rect width="37" height="24" rx="4" fill="#1070b8" />
    <text
      x="18.5"
      y="15.6"
      text-anchor="middle"
      font-family="Arial, sans-serif"
      font-size="9.5"
      font-weight="bold"
      fill="#fff"
    >
      AMEX
    </text>
  </svg>
  <svg class="brand-mark brand-mark-unionpay" viewBox="0 0 37 24" aria-hidden="true">
    <rect width="37" height="24" rx="4" fill="#00447c" />
    <path d="M8 0h8l-5 24H6a4 4 0 0 1-4-4z" fill="#e21836" />
    <path d="M26 0h7a4 4 0 0 1 4 4v16a4 4 0 0 1-4 4H21z" fill="#007b84" />
    <text
      x="19"
      y="15.4"
      text-anchor="middle"
      font-family="Arial, sans-serif"
      font-size="7.5"
      font-weight="bold"
      fill="#fff"
    >
      UnionPay
    </text>
  </svg>
`;
