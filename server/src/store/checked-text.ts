/** Text whose first line is the checksum of the rest. */
import { checksum } from './checksum.ts';
import { DamagedIndex } from './damaged.ts';

export function withSum(body: string): string {
  return `${sumOf(body)}\n${body}`;
}

/** The text behind the sum; throws DamagedIndex where they do not agree. */
export function checkedText(text: string, name: string): string {
  const end = text.indexOf('\n');
  const body = text.slice(end + 1);
  if (end < 0 || text.slice(0, end) !== sumOf(body)) throw new DamagedIndex(`${name} is damaged`);
  return body;
}

function sumOf(body: string): string {
  return checksum(new Uint8Array(Buffer.from(body))).toString(16);
}
