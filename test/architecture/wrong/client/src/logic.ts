import { verdict } from '../../server/src/verify/verdict.ts';

export const logic = verdict;
