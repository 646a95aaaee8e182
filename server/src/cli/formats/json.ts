/** For programs: the public report. */
import { toReport } from '../report.ts';
import type { Format } from './formats.ts';

export const json: Format = (result) => `${JSON.stringify(toReport(result), null, 2)}\n`;
