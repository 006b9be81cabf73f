import { Writable } from 'node:stream';
import * as react from 'react';
import { renderToPipeableStream, renderToString } from 'react-dom/server';
import { Shop, type ShopSettings } from './shop';

// The entry of the server's bundle: each version of React has one.

export const version = react.version;

export const ways = {
  renderToString: async (settings: ShopSettings) => renderToString(<Shop {...settings} />),

  renderToPipeableStream: (settings: ShopSettings) =>
    new Promise<string>((resolve, reject) => {
      const chunks: Buffer[] = [];
      const sink = new Writable({
        write(chunk: Buffer, _, done) {
          chunks.push(chunk);
          done();
        },
      }).on('finish', () => resolve(Buffer.concat(chunks).toString()));
      const { pipe } = renderToPipeableStream(<Shop {...settings} />, {
        onAllReady: () => pipe(sink),
        onError: reject,
      });
    }),
};
