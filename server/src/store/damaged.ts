/** A kept index whose bytes are not what was written, or that another version of the program made. It is built again, never trusted. */
export class DamagedIndex extends Error {
  override readonly name = 'DamagedIndex';
}
