/** What the specialised form of a treaty cannot say yet. The slow explorer over the reference engine takes such treaties. */
export class Unsupported extends Error {
  constructor(what: string) {
    super(what);
    this.name = 'Unsupported';
  }
}
