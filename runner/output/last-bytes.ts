/** Bytes as they came: all, or about the last `most` of them. */
export class LastBytes {
  private pieces: Buffer[] = [];
  private length = 0;

  constructor(private readonly most: number) {}

  add(piece: Buffer): void {
    // The piece's memory takes the next one.
    this.pieces.push(Buffer.from(piece));
    this.length += piece.length;
    for (let [oldest] = this.pieces; oldest && this.length - oldest.length >= this.most; [oldest] = this.pieces) {
      this.length -= oldest.length;
      this.pieces.shift();
    }
  }

  whole(): Buffer {
    return Buffer.concat(this.pieces);
  }
}
