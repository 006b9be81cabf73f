import type { ReactElement } from 'react';

const red = '#c8102e';
const blue = '#12459b';
const yellow = '#ffcd00';
const white = '#ffffff';
const black = '#14181d';

const field = (fill: string) => <path d="M0 0h24v24H0z" fill={fill} />;

/** The flags of the International Code of Signals that the shop needs, by their letter. */
const flags = {
  A: (
    <>
      <path d="M0 0h12v24H0z" fill={white} />
      <path d="M12 0h12l-6 12 6 12H12z" fill={blue} />
    </>
  ),
  C: (
    <>
      {field(blue)}
      <path d="M0 4.8h24v14.4H0z" fill={white} />
      <path d="M0 9.6h24v4.8H0z" fill={red} />
    </>
  ),
  D: (
    <>
      {field(yellow)}
      <path d="M0 6h24v12H0z" fill={blue} />
    </>
  ),
  E: (
    <>
      {field(red)}
      <path d="M0 0h24v12H0z" fill={blue} />
    </>
  ),
  F: (
    <>
      {field(white)}
      <path d="M12 0 24 12 12 24 0 12z" fill={red} />
    </>
  ),
  G: (
    <>
      {field(yellow)}
      <path d="M4 0h4v24H4zM12 0h4v24h-4zM20 0h4v24h-4z" fill={blue} />
    </>
  ),
  H: (
    <>
      {field(white)}
      <path d="M12 0h12v24H12z" fill={red} />
    </>
  ),
  I: (
    <>
      {field(yellow)}
      <circle cx="12" cy="12" r="6" fill={black} />
    </>
  ),
  L: (
    <>
      {field(yellow)}
      <path d="M12 0h12v12H12zM0 12h12v12H0z" fill={black} />
    </>
  ),
  N: (
    <>
      {field(white)}
      <path
        d="M0 0h6v6H0zm12 0h6v6h-6zM6 6h6v6H6zm12 0h6v6h-6zM0 12h6v6H0zm12 0h6v6h-6zM6 18h6v6H6zm12 0h6v6h-6z"
        fill={blue}
      />
    </>
  ),
  O: (
    <>
      {field(yellow)}
      <path d="M0 0h24v24z" fill={red} />
    </>
  ),
  P: (
    <>
      {field(blue)}
      <path d="M8 8h8v8H8z" fill={white} />
    </>
  ),
  X: (
    <>
      {field(white)}
      <path d="M9.6 0h4.8v24H9.6zM0 9.6h24v4.8H0z" fill={blue} />
    </>
  ),
} satisfies Record<string, ReactElement>;

export type FlagLetter = keyof typeof flags;

/** A signal flag. It decorates: what it says is always said in words beside it. */
export function SignalFlag({ letter, className }: { letter: FlagLetter; className?: string }): ReactElement {
  return (
    <svg
      className={className ? `flag ${className}` : 'flag'}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
    >
      {flags[letter]}
    </svg>
  );
}
