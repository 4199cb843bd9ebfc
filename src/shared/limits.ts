/** Largest file that import takes, in bytes. */
export const MAX_IMPORT_BYTES = 64 * 1024 * 1024;
