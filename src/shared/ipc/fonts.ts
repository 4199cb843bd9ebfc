import { z } from 'zod';
import type { FaceReport } from '../model/fonts';

/** A company's own fonts, which PDFs are set in. */
export const fontInputs = {
  'fonts:state': z.void(),
  /** Shows the open dialog; the folder of the chosen file is used from then on. */
  'fonts:choose': z.void(),
  'fonts:clear': z.void(),
} as const;

export interface FontsState {
  /** For display; null: the shipped fonts only. */
  readonly folder: string | null;
  readonly faces: readonly FaceReport[];
  /** Why the folder cannot be read now. */
  readonly problem: string | null;
}

export interface FontOutputs {
  'fonts:state': FontsState;
  /** Null when the dialog was closed. */
  'fonts:choose': FontsState | null;
  'fonts:clear': FontsState;
}
