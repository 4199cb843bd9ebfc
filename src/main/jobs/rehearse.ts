import type { Block, ReportDocument } from '../../shared/model/document';
import type { Edit } from '../../shared/model/finding';
import { rangeOf } from '../../shared/model/range';
import type { Steps } from '../../shared/steps';
import type { Rechecker } from '../checker/recheck';
import { textToRehearse } from './at-hand';
import { tidyUp } from './tidy';

/*
 * The first strokes in a report would run code that has never run, and take three times as long as those that come later. So
 * edits are tried while nobody asks for anything, on what was checked last, and nothing of them is kept but that their code has run.
 */

/** Until the window has painted what was checked. */
const BEGIN_AFTER_MS = 400;
/** Processor time of this thread, all texts together: by then its code is as quick as it gets. */
const ENOUGH_MS = 900;
const EDITS = 80;
/** The end of a report is its signature, an edit of which is a fresh check. */
const BODY_SHARE = 0.8;
const LEAST_UNITS = 30;
const TYPED = [',', '1', '户'] as const;

/** Node before 23.9 tells of all threads together: then less is rehearsed, and nothing else. */
const usage = (before?: NodeJS.CpuUsage): NodeJS.CpuUsage =>
  (process.threadCpuUsage ?? process.cpuUsage).call(process, before);

let spent = 0;
let waiting: NodeJS.Timeout | undefined;

/** Begins once nobody has asked for anything for a while; another task ends it (`stopRehearsing`). */
export function rehearseSoon(): void {
  stopRehearsing();
  if (spent < ENOUGH_MS) waiting = setTimeout(begin, BEGIN_AFTER_MS);
}

export function stopRehearsing(): void {
  clearTimeout(waiting);
  waiting = undefined;
}

function begin(): void {
  const text = textToRehearse();
  if (text) goOn(rehearsal(text));
}

/** One edit a task, so that a message that comes waits for no more than that. */
function goOn(steps: Steps<void>): void {
  const before = usage();
  const isDone = tried(steps);
  const { user, system } = usage(before);
  spent += (user + system) / 1_000;
  if (isDone || spent >= ENOUGH_MS) tidyUp();
  else waiting = setTimeout(goOn, 0, steps);
}

function tried(steps: Steps<void>): boolean {
  try {
    return steps.next().done === true;
  } catch {
    // Nobody asked for it. An edit that throws throws again before whoever makes it.
    return true;
  }
}

/** Edits here and there in a text, one a step; ends early where one would have all checked afresh. */
export function* rehearsal(rechecker: Pick<Rechecker, 'analysis' | 'rehearse'>): Steps<void> {
  for (const edit of editsOf(rechecker.analysis.document)) {
    if (!rechecker.rehearse([edit])) return;
    yield;
  }
}

function editsOf({ blocks }: ReportDocument): readonly Edit[] {
  const body = blocks.slice(0, Math.floor(blocks.length * BODY_SHARE)).filter(isWorthAnEdit);
  if (body.length === 0) return [];
  return Array.from({ length: EDITS }, (_, at) => {
    const spot = spotIn(body[Math.floor((at * body.length) / EDITS)] as Block);
    return { range: rangeOf(spot, spot), text: TYPED[at % TYPED.length] ?? '' };
  });
}

const isWorthAnEdit = ({ kind, range }: Block): boolean =>
  (kind === 'paragraph' && range.end - range.start >= LEAST_UNITS) || kind === 'table';

/** Where somebody may type in a block: amid a paragraph, at the end of a cell. */
function spotIn(block: Block): number {
  if (block.kind !== 'table') return (block.range.start + block.range.end) >> 1;
  const cell = block.rows.at(block.rows.length >> 1)?.cells.at(-1);
  return cell?.range.end ?? block.header.range.end;
}
