import { observer } from 'mobx-react-lite';
import { useRoot, useText } from '../context';

/** What runs, with its progress and a way to stop it; not what the panel or dialog in view tells itself. */
export const JobStatus = observer(() => {
  const { jobs, power, ui } = useRoot();
  const text = useText();
  const inDialog = ui.dialog === 'export' || ui.dialog === 'preview' ? 'export' : null;
  const told = power.isShown ? 'power' : inDialog;
  return (
    <section className="jobs" role="status" aria-label={text.jobs.running} data-react-aria-top-layer>
      {jobs.visible
        .filter(({ kind }) => kind !== told)
        .map((job) => {
          const label = text.jobs.label(text.jobs[job.kind], job.name);
          return (
            <div key={job.job} className="job" data-testid="job-progress">
              <span className="job-name">{label}</span>
              <progress max={1} value={job.done} aria-label={label} />
              <button
                type="button"
                className="button small"
                data-testid="job-cancel"
                onClick={() => void jobs.cancel(job.job)}
              >
                {text.jobs.cancel}
              </button>
            </div>
          );
        })}
    </section>
  );
});
