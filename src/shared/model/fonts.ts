/** What became of one face of a company's own fonts. */
export interface FaceReport {
  readonly face: string;
  /** The file's name; null when the folder has none for this face: the shipped font is used. */
  readonly file: string | null;
  /** As the font calls itself; empty when unknown. */
  readonly name: string;
  /** How many of the 6,763 characters of GB/T 2312 it lacks; those come from the shipped fonts. */
  readonly lacking: number;
  /** Why it cannot be used. */
  readonly problem: string | null;
}
