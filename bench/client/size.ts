import { gzipSync } from 'node:zlib';
import { addedBundle } from './bundle';
import { entrants, ours, sample, type Entrant } from './entrants';
import type { Figure, Row } from './figure';

const reach = 2500;

/** The bytes that the shortest checkout adds to a shop, minified and gzipped, without React. */
export async function measureSize(): Promise<Figure> {
  const rows = [
    ...(await Promise.all(entrants.map((entrant) => row(entrant, 'Hoisted')))),
    await row(ours, 'start', ', with useSecureId'),
    await row(sample, 'start', ', without React'),
  ];
  return { name: 'Smallest checkout, gzip bytes, React not counted', rows };
}

async function row(entrant: Entrant, name: string, remark = ''): Promise<Row> {
  const { length } = gzipSync(await addedBundle(entrant, name), { level: 9 });
  const isAim = entrant === ours && !remark;
  return { who: entrant.name + remark, values: [length], reach: isAim ? [reach] : undefined };
}
