import { autorun } from 'mobx';
import { observer } from 'mobx-react-lite';
import { useEffect, useRef } from 'react';
import { placeMarks } from '../../../stores/drafts/place-marks';
import { useRoot, useText } from '../../context';

/** The text of a block or cell, being changed where it stands. */
export const PlaceEditor = observer(() => {
  const { edit } = useRoot();
  const words = useText().editing;
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let gone = false;
    let close = (): void => {};
    void import('../../../editor/plain-editor').then(({ createPlainEditor }) => {
      if (gone || !host.current) return;
      const editor = createPlainEditor({
        host: host.current,
        text: edit.typed,
        label: words.label,
        onChange: edit.type,
        onSave: () => void edit.save(),
        onCancel: edit.cancel,
      });
      const stop = autorun(() => {
        const { result, pending } = edit.check;
        if (!pending) editor.setMarks(result ? placeMarks(edit.typed, result) : []);
      });
      close = () => {
        stop();
        editor.destroy();
      };
    });
    return () => {
      gone = true;
      close();
    };
  }, [edit, words]);
  return <div ref={host} className="editor-host place-editor" data-testid="place-editor" />;
});
