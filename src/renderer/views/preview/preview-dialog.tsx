import { observer } from 'mobx-react-lite';
import { Dialog } from '../../components/dialog';
import { useRoot, useText } from '../context';
import { PreviewPages } from './preview-pages';
import { usePdf } from './use-pdf';

/** The PDF page by page, before anything is saved. */
export const PreviewDialog = observer(() => {
  const { preview } = useRoot();
  const text = useText();
  const words = text.preview;
  return (
    <Dialog title={words.title[preview.form]} closeLabel={text.app.close} onClose={preview.close} size="full">
      <div className="preview" data-testid="preview">
        {preview.error && (
          <p className="form-error" role="alert">
            {preview.error}
          </p>
        )}
        {!preview.error && !preview.bytes && <Making />}
        {preview.bytes && <Reader bytes={preview.bytes} />}
      </div>
    </Dialog>
  );
});

const Making = observer(() => {
  const { jobs } = useRoot();
  const text = useText();
  const job = jobs.exporting;
  return (
    <div className="preview-wait" role="status">
      {text.preview.making}
      <progress max={1} value={job?.done} aria-label={text.preview.making} />
      {job && (
        <button type="button" className="button" onClick={() => void jobs.cancel(job.job)}>
          {text.jobs.cancel}
        </button>
      )}
    </div>
  );
});

const Reader = observer(({ bytes }: { readonly bytes: Uint8Array }) => {
  const words = useText().preview;
  const { pdf, pages, failed } = usePdf(bytes);
  if (failed) {
    return (
      <p className="form-error" role="alert">
        {words.unreadable}
      </p>
    );
  }
  return pdf ? <PreviewPages pdf={pdf} pages={pages} /> : null;
});
