/** A length or place in points, to a hundredth. */
export const points = (value: number): string => String(Math.round(value * 100) / 100);

/** A spacing, which adds up over a line, or a share: to a ten-thousandth. */
export const fine = (value: number): string => String(Math.round(value * 10_000) / 10_000);

/** Text as a PDF string, UTF-16 (ISO 32000-1 §7.9.2.2), in hexadecimal: ASCII whatever the text. */
export const hexText = (text: string): string =>
  `<${Buffer.from(`\ufeff${text}`, 'utf16le').swap16().toString('hex')}>`;
