/** Where a command writes, and whether that is a terminal. */
export interface Io {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly colours: boolean;
}

/** How a command ended: 0 fine, 1 something is wrong with what was read, 2 it was not called as it should be. */
export type Exit = 0 | 1 | 2;
