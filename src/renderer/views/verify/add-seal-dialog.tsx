import { observer } from 'mobx-react-lite';
import { Dialog } from '../../components/dialog';
import { useRoot, useText } from '../context';
import { SealFields } from '../review/seal-fields';

/** One more signature on the PDF at hand. */
export const AddSealDialog = observer(() => {
  const { verify } = useRoot();
  const text = useText();
  const { seal } = verify;
  return (
    <Dialog title={text.verify.addTitle} closeLabel={text.app.close} onClose={verify.closeAdding} size="wide">
      <form
        className="export-form"
        onSubmit={(event) => {
          event.preventDefault();
          void verify.addSeal();
        }}
      >
        <SealFields seal={seal} disabled={verify.running} required />
        {verify.error && (
          <p className="form-error" role="alert" data-testid="seal-add-error">
            {verify.error}
          </p>
        )}
        <div className="form-buttons">
          <button
            type="submit"
            className="button primary"
            data-testid="seal-add-confirm"
            disabled={verify.running || !seal.key}
          >
            {text.verify.addConfirm}
          </button>
        </div>
      </form>
    </Dialog>
  );
});
