import { useEffect, useState } from 'react';
import type { Pdf } from '../../pdf/open';

/** Points. */
export interface PageSize {
  readonly width: number;
  readonly height: number;
}

interface Read {
  readonly pdf: Pdf | null;
  readonly pages: readonly PageSize[];
  readonly failed: boolean;
}

const NOTHING: Read = { pdf: null, pages: [], failed: false };

/** Reads a PDF, and lets it go again. The reader is loaded when it is wanted first. */
export function usePdf(bytes: Uint8Array): Read {
  const [read, setRead] = useState(NOTHING);
  useEffect(() => {
    let wanted = true;
    const opened = import('../../pdf/open').then(({ openPdf }) => openPdf(bytes.slice()));
    opened
      .then(async (pdf) => {
        const pages = await sizesOf(pdf);
        if (wanted) setRead({ pdf, pages, failed: false });
      })
      .catch(() => wanted && setRead({ ...NOTHING, failed: true }));
    return () => {
      wanted = false;
      setRead(NOTHING);
      opened.then((pdf) => pdf.loadingTask.destroy()).catch(() => {});
    };
  }, [bytes]);
  return read;
}

/** All pages are as the first one unless they are turned: a report has one paper. */
async function sizesOf(pdf: Pdf): Promise<readonly PageSize[]> {
  const sizes: PageSize[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const { width, height } = (await pdf.getPage(number)).getViewport({ scale: 1 });
    sizes.push({ width, height });
  }
  return sizes;
}
