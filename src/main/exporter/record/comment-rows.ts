import type { ReviewRecord } from '../../../shared/model/record';
import { inPrint } from './words';

type Cells = readonly [
  nth: string,
  excerpt: string,
  finding: string,
  body: string,
  by: string,
  at: string,
  stand: string,
];

/** One row for each thing said, threads by their number; where a thread stands is told with its first. Pure. */
export const commentRows = ({ comments }: ReviewRecord): readonly Cells[] =>
  comments.flatMap(({ excerpt, subject, said, settledBy, settledAt }, index) =>
    said.map(({ body, by, at }, place): Cells => {
      const stand = settledBy === '' ? '未解决' : `${settledBy}解决，${inPrint(settledAt)}`;
      const nth = String(index + 1);
      return place === 0
        ? [nth, excerpt, subject, body, by, inPrint(at), stand]
        : [nth, '', '', body, by, inPrint(at), ''];
    }),
  );
