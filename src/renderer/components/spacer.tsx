/** A row that keeps the place of rows which are not there. */
export const Spacer = ({ height }: { readonly height: number }) =>
  height > 0 && (
    <tr className="spacer" style={{ height: `${height}px` }}>
      <td />
    </tr>
  );
