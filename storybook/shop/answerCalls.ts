type Answers = Record<string, (body: unknown) => unknown>;

/**
 * Stands for the shop's server: answers `fetch` by method and path, e.g. `'POST /api/orders'`, and lets everything else
 * through. The returned function takes it away.
 */
export function answerCalls(answers: Answers): () => void {
  const network = window.fetch;
  window.fetch = (input, init) => {
    const { method, url } = new Request(input, init);
    const answer = answers[`${method} ${new URL(url).pathname}`];
    if (!answer) return network.call(window, input, init);
    const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
    return Promise.resolve(answer(body)).then((result) => Response.json(result));
  };
  return () => {
    window.fetch = network;
  };
}
