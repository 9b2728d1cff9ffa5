declare module 'pngjs' {
  export class PNG {
    constructor(size: { width: number; height: number });
    width: number;
    height: number;
    /** RGBA, row by row */
    data: Buffer;
    static readonly sync: { read(file: Buffer): PNG; write(image: PNG): Buffer };
  }
}
