export function splitSentences(text: string): readonly { start: number; end: number }[] {
  const out: { start: number; end: number }[] = [];
  for (const { segment, index } of new Intl.Segmenter('en-GB', { granularity: 'sentence' }).segment(text)) {
    const trimmed = segment.trim();
    if (trimmed !== '') {
      const start = index + segment.indexOf(trimmed);
      out.push({ start, end: start + trimmed.length });
    }
  }
  return out;
}
