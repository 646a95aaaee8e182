import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Progress } from './progress.ts';

describe('progress', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function shown(terminalNotes: boolean, env: Readonly<Record<string, string>> = {}) {
    const notes: string[] = [];
    const progress = new Progress({ terminalNotes, env, columns: 20, note: (text) => notes.push(text) });
    progress.show('too soon');
    vi.advanceTimersByTime(1000);
    progress.show('Reading \u001b[2J1 of 900000');
    progress.show('too often');
    vi.advanceTimersByTime(1000);
    progress.show('Reading 2');
    progress.clear();
    progress.clear();
    return notes;
  }

  it('is one line that is written over, cut to the terminal, and taken away', () => {
    expect(shown(true)).toEqual(['\r\u001b[KReading \\x1b[2J1…', '\r\u001b[KReading 2', '\r\u001b[K']);
  });

  it('is not shown where nobody sees it', () => {
    expect(shown(false)).toEqual([]);
    expect(shown(true, { TERM: 'dumb' })).toEqual([]);
  });
});
