/** The system's file dialogs, as the app folder offers them. `null`: the person closed it. */
export interface Dialogs {
  openFile(title: string, filters: readonly FileFilter[]): Promise<string | null>;
  saveFile(title: string, suggestedName: string, filters: readonly FileFilter[]): Promise<string | null>;
}

export interface FileFilter {
  readonly name: string;
  readonly extensions: readonly string[];
}

/** Refused in file names by one system or another; a title holds no control characters (import refuses them). */
export const UNSAFE_IN_NAMES = /[\\/:*?"<>|\s]+/g;
