import { read } from '../corpus/load/read.ts';

export const loads = read;
