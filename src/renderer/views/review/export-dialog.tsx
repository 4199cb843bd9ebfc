import { observer } from 'mobx-react-lite';
import { Dialog } from '../../components/dialog';
import { useRoot, useText } from '../context';
import { ExportForm } from './export-form';
import { ExportResult } from './export-result';

export const ExportDialog = observer(() => {
  const { ui, exports } = useRoot();
  const text = useText();
  const close = (): void => {
    exports.seal.forget();
    ui.closeDialog();
  };
  return (
    <Dialog title={text.export.title} closeLabel={text.app.close} onClose={close} size="wide">
      {exports.result ? <ExportResult result={exports.result} onClose={close} /> : <ExportForm />}
    </Dialog>
  );
});
