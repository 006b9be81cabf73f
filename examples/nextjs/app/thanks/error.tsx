'use client';

/** Shown when the server can't read the order. That says nothing about the payment. */
export default function ThanksError() {
  return (
    <article className="order panel">
      <h1>We can’t show your order at the moment.</h1>
      <p>This does not mean that it is not paid. Please don’t pay again.</p>
      <button onClick={() => location.reload()}>Ask again</button>
    </article>
  );
}
