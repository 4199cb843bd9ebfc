import { parentPort } from 'node:worker_threads';
import { runTask } from './perform';
import { rehearseSoon, stopRehearsing } from './rehearse';
import type { TaskReply, TaskRequest } from './tasks';
import { tidyUp } from './tidy';

const MIN_PROGRESS_INTERVAL_MS = 50;

const port = parentPort;
if (!port) throw new Error('the worker runs only as a worker thread');
const send = (reply: TaskReply): void => port.postMessage(reply);

port.on('message', (request: TaskRequest) => {
  const { job, task } = request;
  stopRehearsing();
  // What is done sooner than that tells nothing on its way.
  let lastSent = performance.now();
  const onProgress = (done: number): void => {
    const now = performance.now();
    if (now - lastSent < MIN_PROGRESS_INTERVAL_MS) return;
    lastSent = now;
    send({ job, kind: 'progress', done });
  };
  runTask(request, onProgress).then(
    (value) => {
      send({ job, kind: 'result', value });
      if (task === 'recheck') setImmediate(tidyUp);
      else rehearseSoon();
    },
    (thrown: unknown) => {
      const message = thrown instanceof Error ? thrown.message : String(thrown);
      send({ job, kind: 'crash', message });
    },
  );
});
