import { verdict } from '../verify/verdict.ts';

export const up = verdict;
