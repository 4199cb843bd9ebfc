import { observer } from 'mobx-react-lite';
import type { ObjectKind, RevisionReport } from '../../../shared/model/seal';
import { useRoot, useText } from '../context';
import { formatCount } from '../format';

/** What was added to the file after the first signature, update by update. */
export const Updates = observer(({ revisions }: { readonly revisions: readonly RevisionReport[] }) => {
  const { settings } = useRoot();
  const { verify } = useText();
  const later = revisions.slice(1);
  if (later.length === 0) return null;
  const { language } = settings.current;
  return (
    <section className="signature" data-testid="verify-updates">
      <h3>{verify.updates}</h3>
      <ul className="updates">
        {later.map(({ bytes, signature, objects }) => (
          <li key={bytes} className={signature === null ? 'uncovered' : ''}>
            <b>{signature === null ? verify.uncovered : verify.coveredBy(signature)}</b>{' '}
            {Object.entries(objects)
              .map(([kind, count]) => verify.objects[kind as ObjectKind](formatCount(count, language)))
              .join(verify.separator)}
          </li>
        ))}
      </ul>
    </section>
  );
});
