import { observer } from 'mobx-react-lite';
import { errorKinds } from '../../../shared/model/power';
import { Empty } from '../../components/empty';
import { useRoot, useText } from '../context';
import { copyRows } from './copy-rows';
import { DataTable } from './data-table';
import { FacetChips } from './facet-chips';
import { TableTools } from './table-tools';

/** The planted errors one by one, at first those that were missed; each leads to its place. */
export const PowerErrors = observer(() => {
  const { data, power } = useRoot();
  const { errors, report } = power;
  const words = useText().power;
  const nothingMissed = report !== null && report.caught === report.planted;
  return (
    <section className="power-errors" aria-label={words.errors} onCopy={(event) => copyRows(event, errors)}>
      <div className="panel-head">
        <div className="chip-rows">
          <FacetChips
            label={words.outcome}
            list={errors}
            facet="outcome"
            values={(['missed', 'caught'] as const).map((value) => ({
              value,
              name: words.outcomes[value],
              look: '',
            }))}
          />
          <FacetChips
            label={words.kind}
            list={errors}
            facet="kind"
            values={errorKinds.map((value) => ({ value, name: words.kinds[value], look: '' }))}
          />
        </div>
        <TableTools list={errors} table="power" />
      </div>
      {errors.listed.length > 0 ? (
        <DataTable
          list={errors}
          label={words.errors}
          onOpen={() => errors.focused && data.goTo(errors.focused.range)}
        />
      ) : (
        <Empty title={nothingMissed ? words.noneMissed : words.noErrors} />
      )}
    </section>
  );
});
