/** A checksum of 32 bits that takes four bytes at a step, so that a page is verified in some microseconds. */
export function checksum(bytes: Uint8Array): number {
  let hash = 0x811c9dc5 ^ bytes.length;
  const whole = bytes.length & ~3;
  if ((bytes.byteOffset & 3) === 0) {
    const words = new Uint32Array(bytes.buffer, bytes.byteOffset, whole >>> 2);
    for (let i = 0; i < words.length; i++) hash = step(hash, words[i] ?? 0);
  } else {
    const view = new DataView(bytes.buffer, bytes.byteOffset, whole);
    for (let at = 0; at < whole; at += 4) hash = step(hash, view.getUint32(at, true));
  }
  for (let at = whole; at < bytes.length; at++) hash = step(hash, bytes[at] ?? 0);
  return hash >>> 0;
}

function step(hash: number, word: number): number {
  const mixed = Math.imul(hash ^ word, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}
