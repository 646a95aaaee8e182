/** Reads the central directory of a ZIP archive, to know what it holds and how large that is before anything is unpacked. */

export interface ZipEntry {
  readonly name: string;
  /** As the archive declares it. */
  readonly unpackedBytes: number;
  readonly encrypted: boolean;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
/** Fixed parts of the end record and of an entry, in bytes. */
const END_SIZE = 22;
const ENTRY_SIZE = 46;
const LONGEST_COMMENT = 0xffff;
/** What ZIP64 archives write where the true size stands elsewhere. */
const ELSEWHERE = 0xffffffff;

/** The entries, or null where the directory is missing or broken. ZIP64 sizes count as infinite: no office document needs them. */
export function zipEntries(bytes: Uint8Array): readonly ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === null) {
    return null;
  }
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: ZipEntry[] = [];
  for (let i = 0; i < count; i++) {
    if (at + ENTRY_SIZE > view.byteLength || view.getUint32(at, true) !== ENTRY) {
      return null;
    }
    const nameLength = view.getUint16(at + 28, true);
    const size = view.getUint32(at + 24, true);
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + ENTRY_SIZE, at + ENTRY_SIZE + nameLength)),
      unpackedBytes: size === ELSEWHERE ? Number.POSITIVE_INFINITY : size,
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    });
    at += ENTRY_SIZE + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function findEnd(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - END_SIZE - LONGEST_COMMENT);
  for (let at = view.byteLength - END_SIZE; at >= first; at--) {
    if (view.getUint32(at, true) === END) {
      return at;
    }
  }
  return null;
}
