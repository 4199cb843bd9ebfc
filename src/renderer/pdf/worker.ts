// The reader's own thread, bundled with the window: nothing is fetched from anywhere else.
import 'pdfjs-dist/build/pdf.worker.min.mjs';
