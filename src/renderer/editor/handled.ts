/** A key's act that leaves nothing of the key for others. */
export const handled = (act: () => void): boolean => {
  act();
  return true;
};
